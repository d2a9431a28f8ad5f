"""The field of a rung: what is asked, and below it what was said."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.explore.question_line import QuestionLine
from views.explore.rung_edit import RungEdit
from views.explore.spoken_field import SpokenField
from views.theme import Theme
from views.widgets.buttons import IconButton
from views.widgets.text import Text


class RungEditor(QWidget):
    """Lies over its row in the chain. `asked_anew(text, typed)` tells of another question.

    `resized` comes when it needs another height.
    """

    asked_anew = Signal(str, str)
    wording_wanted = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, edit: RungEdit, said: str, note: str) -> None:
        super().__init__()
        self._theme = theme
        self.rung = Text(theme, edit.title, role="small", weight=600, colour="ink2")
        self.question = QuestionLine(theme, "Question of this rung", bare=True)
        self._other = IconButton(theme, "do.other_questions", "Another way to ask it")
        keys = (("Tab", "next rung"), ("Alt+B", "what else?"))
        self.spoken = SpokenField(theme, "What was said", hint="What was said", keys=keys)
        self.spoken.field.takes_tab = True
        self._note = Text(theme, note, role="small", colour="notice", wrap=True)
        if not note:
            self._note.hide()
        self._lay_out()
        self.show_question(edit)
        self.spoken.field.follow(said)
        self._connect()

    def show_question(self, edit: RungEdit) -> None:
        """Show what is asked."""
        self.rung.setText(edit.title)
        if not self.question.line.hasFocus():
            self.question.show_text(edit.text)
        self.spoken.field.setAccessibleDescription(f"{edit.title}. {edit.text}")
        self._other.setVisible(edit.is_new)

    def height_at(self, width: int) -> int:
        """Give the height at a width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.rung)
        head.addWidget(self.question, 1)
        head.addWidget(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), 0, 0, px(6))
        column.setSpacing(px(2))
        column.addWidget(self._note)
        column.addLayout(head)
        column.addWidget(self.spoken)

    def _connect(self) -> None:
        self.question.changed.connect(self._on_question)
        self.question.asked.connect(self._on_asked)
        self.question.left.connect(self._on_asked)
        self._other.clicked.connect(self.wording_wanted)
        self.spoken.field.textChanged.connect(self.resized)

    @Slot()
    def _on_question(self) -> None:
        self.asked_anew.emit(self.question.text(), self.question.typed_text)
        self.resized.emit()

    @Slot()
    def _on_asked(self) -> None:
        self.spoken.field.setFocus()
