"""The backups of the library, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.backup import Backup, Reason
from models.times.show import clock, full_date, local
from views.context import Context
from views.shell.line_column import LineColumn
from views.widgets.buttons import link_button, primary_button, quiet_button
from views.widgets.sheet import Sheet
from views.widgets.text import Text

REASONS = {
    Reason.OPENING: "at opening",
    Reason.CHANGE: "after half an hour of change",
    Reason.ASKED: "asked for",
    Reason.MIGRATION: "before an update",
    Reason.IMPORT: "before an import",
    Reason.DELETE: "before a delete",
    Reason.RESTORE: "before a restore",
}


class BackupsSheet(Sheet):
    """One line to each backup; the state before a restore is kept as one more."""

    wanted = Signal(object)  # Backup
    new_wanted = Signal()

    def __init__(self, context: Context, backups: Sequence[Backup]) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            "Backups",
            "Each was checked when it was made. What is open now is kept before one is restored.",
            width=theme.px(640),
            height=theme.px(520),
        )
        self._context = context
        newest_first = sorted(backups, key=lambda each: each.made_at, reverse=True)
        nothing = Text(theme, "No backup yet.", colour="ink2")
        lines = LineColumn(theme)
        lines.show_lines([self._line_of(backup) for backup in newest_first] or [nothing])
        self.set_body(lines)
        new = quiet_button(theme, "Make one now")
        new.clicked.connect(self.new_wanted)
        new.clicked.connect(self.dismiss)
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(new)
        self.add_button(done)
        self.closed.connect(self.deleteLater)

    def _line_of(self, backup: Backup) -> QWidget:
        theme = self._context.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        said = backup_words(backup)
        row.addWidget(Text(theme, said), 1)
        size = f"{REASONS[backup.reason]}, {max(1, backup.size // 1024)} KB"
        row.addWidget(Text(theme, size, role="small", colour="ink2"))
        back = link_button(theme, "Restore", small=True)
        back.setAccessibleName(f"Restore the backup of {said}")
        back.clicked.connect(partial(self._on_wanted, backup))
        row.addWidget(back)
        return line

    def _on_wanted(self, backup: Backup) -> None:
        self.dismiss()
        self.wanted.emit(backup)


def backup_words(backup: Backup) -> str:
    """Return when a backup was made, in UTC: `31 January 2017, 23:26 UTC`."""
    day = full_date(local(backup.made_at, "UTC").date())
    return f"{day}, {clock(backup.made_at, 'UTC')} UTC"
