"""Opens the window on a library: the shell is painted first, the library follows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.crash import CrashLog
from app.paths import user_paths
from app.tasks import TaskRunner
from views.crash_dialog import CrashTeller, log_qt_messages
from views.main_window import MainWindow
from views.preferences import Preferences
from views.quick_start import settle
from views.remembered import Remembered
from views.termination import Termination
from views.theme import Theme
from views.warm_up import WarmUp
from views.watchdog import StallWatchdog

if TYPE_CHECKING:
    from app.backup import Backup
    from app.errors import LibraryProblemError
    from app.workspace import Workspace


AT_LATEST_MS = 1000
BACKUP_AFTER_MS = 1500
"""The backup of the opening waits until the library is on the screen."""


class Start(QObject):
    """Brings a library into a window once it is on the screen; minimised, a second later.

    What needs the database is loaded in a thread meanwhile, and imported here after the first
    paint.
    """

    def __init__(self, window: MainWindow, path: Path, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._tasks = tasks
        self._begun = self._waits = self._closed = False
        self._warm_up = WarmUp(self)
        self._warm_up.done.connect(self._on_warm)
        self._backup: Backup | None = None
        self.workspace: Workspace | None = None
        self._connect()
        window.painted.connect(self.begin)
        QTimer.singleShot(AT_LATEST_MS, self.begin)

    def _connect(self) -> None:
        self._window.closing.connect(self._on_closing)
        self._window.restore_asked.connect(self._on_restore_asked)

    @Slot()
    def begin(self) -> None:
        """Open the library, or offer ways to begin where there is none."""
        if self._begun:
            return
        self._begun = True
        self._waits = self._path.exists()
        self._warm_up.start()
        if self._waits:
            return
        from views.start.first_run import FirstRunPage  # noqa: PLC0415

        page = FirstRunPage(self._window.theme, self._path)
        page.chosen.connect(self._on_begun)
        self._window.show_alone(page)

    @Slot()
    def _on_warm(self) -> None:
        try:
            if self._waits and not self._closed:
                self._open(self._path)
        finally:
            settle()

    def _open(self, path: Path) -> bool:
        from app.errors import LibraryProblemError  # noqa: PLC0415
        from app.library import open_as_possible  # noqa: PLC0415
        from app.workspace import Workspace  # noqa: PLC0415

        try:
            opened = open_as_possible(path, create=True)
        except LibraryProblemError as problem:
            self._on_problem(problem)
            return False
        self.workspace = Workspace(opened.ledger, self)
        self._window.attach(self.workspace)
        for sentence in opened.sentences:
            self._window.tell(sentence)
        self._keep_safe(self.workspace, path)
        return True

    def _keep_safe(self, workspace: Workspace, path: Path) -> None:
        """Back the library up while it is open, and let a second start raise this window."""
        from app.backup_origin import note_origin  # noqa: PLC0415
        from views.backup_clock import BackupClock  # noqa: PLC0415
        from views.instance import RunningWindow  # noqa: PLC0415

        backups = user_paths().backups
        minutes = self._window.preferences.settings.backup_minutes
        note_origin(backups / workspace.ledger.library_id, path)
        clock = BackupClock(workspace, self._tasks, backups, minutes)
        clock.not_made.connect(self._window.tell)
        QTimer.singleShot(BACKUP_AFTER_MS, clock, clock.start)
        if not workspace.ledger.read_only:
            RunningWindow(path, workspace).raised.connect(self._on_raised)

    def _on_problem(self, problem: LibraryProblemError) -> None:
        from app.errors import LibraryLockedError  # noqa: PLC0415
        from views.instance import raise_running  # noqa: PLC0415

        if isinstance(problem, LibraryLockedError) and raise_running(problem.path):
            self._window.close()
            return
        self._show_problem(problem)

    @Slot()
    def _on_raised(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def _show_problem(self, problem: LibraryProblemError) -> None:
        from views.shell.backups_sheet import backup_words  # noqa: PLC0415
        from views.start.problem import ProblemPage  # noqa: PLC0415
        from views.start.ways_back import can_mend, newest_backup  # noqa: PLC0415

        self._backup = newest_backup(problem)
        words = backup_words(self._backup) if self._backup else ""
        theme = self._window.theme
        page = ProblemPage(theme, problem, words, can_mend=can_mend(problem))
        page.chosen.connect(self._on_way_on)
        self._window.show_alone(page)

    @Slot(object, str)
    def _on_begun(self, path: Path, how: str) -> None:
        from views.start.first_run import Beginning  # noqa: PLC0415

        if self._open(path) and how == Beginning.SAMPLE and self.workspace is not None:
            from app.operations.sample import add_sample  # noqa: PLC0415
            from models.values import Stage  # noqa: PLC0415

            review_id = self.workspace.run(add_sample())
            self._window.open_review(review_id, Stage.TIMELINE)

    @Slot(object, str)
    def _on_way_on(self, path: Path, way: str) -> None:
        from models.errors import ReviewError  # noqa: PLC0415
        from views.start.problem import WayOn  # noqa: PLC0415
        from views.start.ways_back import bring_back, mend  # noqa: PLC0415

        said = ""
        try:
            if way == WayOn.BACKUP and self._backup is not None:
                said = bring_back(path, self._backup)
            elif way == WayOn.MEND:
                path, said = mend(path)
        except ReviewError as problem:
            self._window.tell(problem.sentence)
            return
        if self._open(path) and said:
            self._window.tell(said)

    @Slot(object)
    def _on_restore_asked(self, backup: Backup) -> None:
        """Close the library, put the backup in its place, and open it again."""
        from models.errors import ReviewError  # noqa: PLC0415
        from views.start.ways_back import bring_back  # noqa: PLC0415

        if self.workspace is None:
            return
        path = self.workspace.ledger.path
        self._take_a_fresh_window()
        self._close_library()
        try:
            said = bring_back(path, backup)
        except ReviewError as problem:
            said = problem.sentence
        if self._open(path):
            self._window.tell(said)

    def _take_a_fresh_window(self) -> None:
        """Put an empty window in the place of the one whose pages show the library as it was."""
        old = self._window
        if old.navigator is not None:
            old.navigator.flush()
        old.closing.disconnect(self._on_closing)
        new = MainWindow(old.theme, self._tasks, old.preferences, old.remembered)
        new.setGeometry(old.geometry())
        self.setParent(new)
        self._window = new
        self._connect()
        new.show()
        old.close()
        old.deleteLater()

    @Slot()
    def _on_closing(self) -> None:
        self._closed = True
        self._warm_up.wait()
        self._tasks.close()
        self._close_library()

    def _close_library(self) -> None:
        if self.workspace is not None:
            self.workspace.close()
            self.workspace.deleteLater()
            self.workspace = None


def run(library: Path) -> int:
    """Show the window on this library and return the exit code of the application."""
    teller = CrashTeller()
    crashes = CrashLog(user_paths().log_file, teller.tell)
    crashes.install()
    log_qt_messages()
    application = QApplication.instance() or QApplication(sys.argv)
    if not isinstance(application, QApplication):
        raise TypeError(application)
    preferences = Preferences(user_paths().settings_file)
    theme = Theme(application)
    preferences.dress(theme)
    theme.apply()
    tasks = TaskRunner()
    window = MainWindow(theme, tasks, preferences, Remembered(user_paths().geometry_file))
    Start(window, library, tasks)
    window.show()
    if preferences.sentence:
        window.tell(preferences.sentence)
    watchdog, termination = StallWatchdog(), Termination()
    termination.asked.connect(window.close)
    watchdog.start()
    try:
        return application.exec()
    finally:
        watchdog.stop()
        termination.stop()
        crashes.close()
