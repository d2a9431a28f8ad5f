"""Asks what becomes of a promise whose date has passed: a question, never a red mark."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rows import ActionItemRow
from models.times.show import full_date
from views.context import Context
from views.widgets.buttons import Button, quiet_button
from views.widgets.sheet import Sheet


class Answer(StrEnum):
    """What becomes of it."""

    WANTED = "wanted"
    SMALLER = "smaller"
    DROP = "drop"
    DONE = "done"


_WORDS = {
    Answer.WANTED: ("Still wanted, with another date", "1"),
    Answer.SMALLER: ("Smaller: cut a slice that fits", "2"),
    Answer.DROP: ("Drop it, and say why", "3"),
    Answer.DONE: ("It is done already", "D"),
}


class WantedSheet(Sheet):
    """`answered(action id, answer)` comes with a button or its key."""

    answered = Signal(str, str)

    def __init__(self, context: Context, action: ActionItemRow) -> None:
        px = context.theme.px
        day = f"Its date was {full_date(action.due)}. " if action.due else ""
        super().__init__(
            context.theme,
            context.shell.window(),
            "Still wanted, smaller, or drop it?",
            f"{day}{action.text}",
            width=px(520),
            height=px(380),
        )
        self._action_id = action.id
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for answer, (words, key) in _WORDS.items():
            button = Button(context.theme, words, keys=key)
            button.setObjectName(answer.value)
            button.clicked.connect(self._on_clicked)
            shortcut = QShortcut(QKeySequence(key), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            column.addWidget(button)
        column.addStretch()
        self.set_body(body)
        later = quiet_button(context.theme, "Not now")
        later.clicked.connect(self.dismiss)
        self.add_button(later)
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.dismiss()
            self.answered.emit(self._action_id, sender.objectName())
