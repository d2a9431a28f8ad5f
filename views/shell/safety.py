"""A backup before something that touches much: an import, or the deleting of a whole review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.backup import Backup, BackupNotMadeError, Reason
from app.paths import user_paths
from app.tasks import Task
from views.context import Context

AT_ONCE = 8 * 1024 * 1024
"""Bytes of a library that is copied within a tenth of a second, before the work goes on."""


class BackupBefore(QObject):
    """Makes one backup: at once where the library is small, else beside the work.

    What follows never waits longer than a window may stand still; the trash holds every deleted
    row in any case.
    """

    def __init__(self, context: Context, reason: Reason) -> None:
        super().__init__(context.workspace)
        self._context = context
        self._reason = reason
        self._root: Path = user_paths().backups

    def make(self) -> None:
        """Make it; a backup that could not be made is said, and stops nothing."""
        if self._context.workspace.ledger.path.stat().st_size > AT_ONCE:
            self._context.tasks.start(
                "Backup", self._work, done=self._on_made, failed=self._on_not_made
            )
            return
        try:
            self._work(None)
        except BackupNotMadeError as error:
            self._on_not_made(error)
        self.deleteLater()

    def _work(self, _task: Task | None) -> Backup:
        return self._context.workspace.ledger.backup(self._root, self._reason)

    def _on_made(self, _backup: Backup) -> None:
        self.deleteLater()

    def _on_not_made(self, error: Exception) -> None:
        if not isinstance(error, BackupNotMadeError):
            raise error
        self._context.shell.tell(error.sentence)


def back_up_before(context: Context, reason: Reason) -> None:
    """Make a backup before something that touches much."""
    BackupBefore(context, reason).make()
