"""How exactly a link acts, in words of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from models.rows import FactorLinkRow
from views.binding import bind_text
from views.context import Context
from views.widgets.buttons import primary_button
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField


class LinkSheet(Sheet):
    """One field, stored while it is typed."""

    def __init__(self, context: Context, link_id: str, sentence: str) -> None:
        px = context.theme.px
        super().__init__(
            context.theme, context.shell.window(), sentence, width=px(520), height=px(260)
        )
        self.field = TextField(context.theme, "How, in words", lines=2)
        self.set_body(Field(context.theme, "How, in words", self.field))
        bind_text(context, self.field, FactorLinkRow, link_id, "text")
        done = primary_button(context.theme, "Done", keys="Ctrl+Enter")
        done.clicked.connect(self._on_done)
        self.add_button(done)
        for name in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(name), self, self._on_done)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.closed.connect(self._on_closed)

    @Slot()
    def _on_done(self) -> None:
        self.dismiss()

    @Slot()
    def _on_closed(self) -> None:
        self.field.flush()
        self.deleteLater()
