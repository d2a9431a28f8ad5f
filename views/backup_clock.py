"""Backs the open library up in the background: at opening, and every half hour of change (R14)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.backup import Backup, BackupNotMadeError, Reason
from app.tasks import Task, TaskRunner
from app.workspace import Workspace


class BackupClock(QObject):
    """Starts a backup where something has changed since the last one."""

    made = Signal(object)  # Backup
    not_made = Signal(str)  # a sentence

    def __init__(
        self, workspace: Workspace, tasks: TaskRunner, backups: Path, minutes: int = 30
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._tasks = tasks
        self._backups = backups
        self._changed = False
        self._reason = Reason.OPENING
        self._timer = QTimer(self)
        self._timer.setInterval(minutes * 60_000)
        self._timer.timeout.connect(self._on_time)
        workspace.changed.connect(self._on_changed)
        workspace.closing.connect(self._timer.stop)

    def start(self) -> None:
        """Make the backup of the opening and begin to count."""
        if self._workspace.ledger.read_only:
            return
        self._timer.start()
        self._begin(Reason.OPENING)

    @Slot()
    def _on_time(self) -> None:
        if self._changed:
            self._begin(Reason.CHANGE)

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        self._changed = True

    def _begin(self, reason: Reason) -> None:
        self._changed = False
        self._reason = reason
        self._tasks.start("Backup", self._back_up, done=self._on_made, failed=self._on_not_made)

    def _back_up(self, _task: Task) -> Backup:
        return self._workspace.ledger.backup(self._backups, self._reason)

    def _on_made(self, backup: Backup) -> None:
        self.made.emit(backup)

    def _on_not_made(self, error: Exception) -> None:
        self._changed = True
        if not isinstance(error, BackupNotMadeError):
            raise error
        self.not_made.emit(error.sentence)
