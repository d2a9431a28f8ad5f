"""What was deleted in the last 30 days, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.operations.trash import NotBroughtBackError, restore_from_trash
from models.queries.trash import Thrown, thrown_away
from models.times.show import short_day
from views.context import Context
from views.shell.line_column import LineColumn
from views.widgets.buttons import link_button, primary_button
from views.widgets.sheet import Sheet
from views.widgets.text import Text

MOST = 200


class TrashSheet(Sheet):
    """One line to each deletion, the newest first."""

    def __init__(self, context: Context) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            "Trash",
            "What was deleted is kept for 30 days.",
            width=theme.px(640),
            height=theme.px(520),
        )
        self._context = context
        self.lines = LineColumn(theme)
        self.set_body(self.lines)
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self.deleteLater)
        self._show()

    def _show(self) -> None:
        found = self._context.workspace.read(thrown_away)[:MOST]
        nothing = Text(self._context.theme, "Nothing here.", colour="ink2")
        self.lines.show_lines([self._line_of(thrown) for thrown in found] or [nothing])

    def _line_of(self, thrown: Thrown) -> QWidget:
        theme = self._context.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, thrown.label or thrown.text), 1)
        day = short_day(thrown.deleted_at, "UTC")
        row.addWidget(Text(theme, f"{thrown.text}, {day}", role="small", colour="ink2"))
        back = link_button(theme, "Bring back", small=True)
        back.setAccessibleName(f"Bring back: {thrown.label or thrown.text}")
        back.clicked.connect(partial(self._on_back, thrown.id))
        row.addWidget(back)
        return line

    def _on_back(self, trash_id: str) -> None:
        try:
            self._context.workspace.run(restore_from_trash(trash_id))
        except NotBroughtBackError as problem:
            self._context.shell.tell(problem.sentence)
            return
        self._context.shell.toast("Brought back", undo=True)
        self._show()
