"""Asks why a check does not apply this time; the reason is kept with the review."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from views.context import Context
from views.widgets.buttons import primary_button, quiet_button
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField


class ReasonSheet(Sheet):
    """One field; Ctrl+Enter or the button keeps the reason."""

    given = Signal(str, str)  # check key, reason

    def __init__(self, context: Context, statement: str, key: str) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            statement,
            "It can stay as it is. Say why, and the reason is kept with the review.",
            width=context.theme.px(520),
            height=context.theme.px(300),
        )
        self._key = key
        self._text = TextField(context.theme, "Why this time", lines=2)
        self._field = Field(context.theme, "Why this time", self._text)
        self.set_body(self._field)
        back = quiet_button(context.theme, "Not now")
        keep = primary_button(context.theme, "Keep the reason", keys="Ctrl+Enter")
        back.clicked.connect(self.dismiss)
        keep.clicked.connect(self._on_keep)
        self.add_button(back)
        self.add_button(keep)
        for name in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(name), self, self._on_keep)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_keep(self) -> None:
        reason = self._text.text().strip()
        if not reason:
            self._field.ask("What makes it right to leave it open this time?")
            return
        self.given.emit(self._key, reason)
        self.dismiss()
