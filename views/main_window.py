"""The window: rail, page, Guide and status line around one open library."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.saving import SaveState, Saving
from app.tasks import Task, TaskRunner
from models.values import Stage
from views.preferences import Preferences
from views.remembered import Remembered
from views.saving_banner import SavingBanner, held_words
from views.theme import Theme
from views.widgets.banner import Banner
from views.widgets.buttons import quiet_button
from views.widgets.focus_ring import FocusRing
from views.widgets.guide_panel import GuidePanel
from views.widgets.rail import Rail
from views.widgets.rail_list import RailList
from views.widgets.status_line import SavedState, StatusLine, TaskView
from views.widgets.toast import Toast

if TYPE_CHECKING:
    from app.workspace import Workspace
    from views.page import Page
    from views.shell.navigator import Navigator
    from views.shell.stage_guide import StageGuide
    from views.shell.window_commands import WindowCommands
    from views.widgets.command_palette import CommandPalette

SAVED = {
    SaveState.SAVED: SavedState.SAVED,
    SaveState.SAVING: SavedState.SAVING,
    SaveState.NOT_SAVED: SavedState.NOT_SAVED,
}
NARROW, MIDDLE = 1180, 1360
"""Below these widths the rail shows icons, and the Guide opens over the stage."""


class MainWindow(QWidget):
    """Shows at once; `attach` gives it a library, `show_alone` a page without one."""

    closing = Signal()
    painted = Signal()  # once, when the window is on the screen for the first time
    restore_asked = Signal(object)  # app.backup.Backup

    def __init__(
        self,
        theme: Theme,
        tasks: TaskRunner,
        preferences: Preferences | None = None,
        remembered: Remembered | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.tasks = tasks
        self.preferences = preferences or Preferences()
        self.remembered = remembered or Remembered()
        self.navigator: Navigator | None = None
        self.commands: WindowCommands | None = None
        self.guide_content: StageGuide | None = None
        self._workspace: Workspace | None = None
        self._alone: QWidget | None = None
        self._running: dict[str, Task] = {}
        self._is_painted = False
        self.setWindowTitle("Second Story")
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.remembered.place_window(self)
        self._build()
        self._connect()

    def attach(self, workspace: Workspace) -> None:
        """Show a library.

        What needs the database is imported here and below, after the window was painted.
        """
        from views.shell.assembly import assemble  # noqa: PLC0415

        self._workspace = workspace
        self._leave_alone()
        parts = assemble(workspace, self)
        self.guide_content, self.navigator, self.commands = parts
        self.navigator.shown.connect(self._on_page_shown)
        self.navigator.session_changed.connect(self._on_session_changed)
        self.rail.find_asked.connect(self.commands.open_palette)
        self._more.aboutToShow.connect(self._on_menus_asked)
        self._reviews.aboutToShow.connect(self._on_menus_asked)
        workspace.saving.connect(self._on_saving)
        workspace.text_put_aside.connect(self.tell)
        self.status.show_saved(SavedState.SAVED)
        self.rail.show()
        self.navigator.go_to_remembered_place()

    def show_alone(self, page: QWidget) -> None:
        """Show a page that needs no library: the first run, or a library that is not opened."""
        self.rail.hide()
        self.guide.hide()
        self.status.show_saved(SavedState.SAVED, words="No library is open")
        self._leave_alone()
        self._alone = page
        self._put(page)

    @cached_property
    def palette_overlay(self) -> CommandPalette:
        """Every command with its key, made when it is first asked for."""
        from views.widgets.command_palette import CommandPalette  # noqa: PLC0415

        return CommandPalette(self.theme, self)

    def window(self) -> QWidget:
        """Return the window, over which sheets and menus open."""
        return self

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say one sentence at the bottom; with `undo`, offer to take the last change back."""
        self._toast.say(sentence, undoable=undo)

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Say what could not be done, until it is closed."""
        self._banner.show_message("", sentence)
        self._banner.show()

    def hand_over(self, data: QMimeData) -> None:
        """Give material to the page that is shown, as if it had been dropped there."""
        page = self.navigator.page if self.navigator else None
        if page is not None and page.takes(data):
            page.take(data)

    def go_to_place(self, key: str) -> None:
        """Turn to a library place."""
        if self.navigator is not None:
            self.navigator.go_to_place(key)

    def go_to_stage(self, stage: Stage, target: str = "") -> None:
        """Turn to a stage of the open review."""
        if self.navigator is not None:
            self.navigator.go_to_stage(stage, target)

    def open_review(self, review_id: str, stage: Stage = Stage.PREPARE, target: str = "") -> None:
        """Open a review from one of the library places."""
        if self.navigator is not None:
            self.navigator.open_review(review_id, stage, target)

    def walk_parts(self) -> None:
        """Move the focus to the next part: rail, page, Guide, status line (F6)."""
        parts: list[QWidget] = [self.rail, self._centre, self.guide, self.status]
        focus = QApplication.focusWidget()
        now = next((i for i, part in enumerate(parts) if focus and part.isAncestorOf(focus)), -1)
        for step in range(1, len(parts) + 1):
            part = parts[(now + step) % len(parts)]
            if part.isVisible() and _focus_first(part):
                return

    def close_window(self) -> None:
        """Close the window, as its frame would."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed; stay open where that cannot be done."""
        try:
            if self.navigator is not None:
                self.navigator.flush()
        except BaseException:
            event.ignore()
            raise
        if not self._may_close():
            event.ignore()
            return
        self.remembered.keep_window(self)
        self.closing.emit()
        event.accept()

    def _may_close(self) -> bool:
        workspace = self._workspace
        return workspace is None or workspace.try_again() or workspace.may_close

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail and the Guide as the window narrows."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < NARROW * self.theme.text_factor)
        if self._is_middling():
            self.guide.set_open(is_open=False)

    def _is_middling(self) -> bool:
        return self.width() < MIDDLE * self.theme.text_factor

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self.theme.colour("window"))
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what the page takes."""
        page = self.navigator.page if self.navigator else None
        if page is not None and page.takes(event.mimeData()):
            event.acceptProposedAction()
            page.show_dragged(event.mimeData())

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Let the page be at rest again."""
        page = self.navigator.page if self.navigator else None
        if page is not None:
            page.show_dragged(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped material to the page."""
        event.acceptProposedAction()
        self.hand_over(event.mimeData())

    def _build(self) -> None:
        self.rail = Rail(self.theme)
        self.guide = GuidePanel(self.theme)
        self.status = StatusLine(self.theme)
        self._more, self._reviews = QMenu(self), QMenu(self)
        self.rail.more.setMenu(self._more)
        self.rail.review_button.setMenu(self._reviews)
        self._pages = QStackedWidget()
        self._saving_banner = SavingBanner(self.theme)
        self._saving_banner.try_again_asked.connect(self._on_try_again)
        self._banner = Banner(self.theme, "")
        closer = quiet_button(self.theme, "Close")
        closer.clicked.connect(self._banner.hide)
        self._banner.add_button(closer)
        self._banner.hide()
        self._centre = QWidget()
        centre = QVBoxLayout(self._centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        centre.addWidget(self._saving_banner)
        centre.addWidget(self._banner)
        centre.addWidget(self._pages, 1)
        self._lay_out()
        self._toast = Toast(self.theme, self)
        self._ring = FocusRing(self.theme, self)
        self.guide.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._centre, 1)
        row.addWidget(self.guide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self._toast.undo_asked.connect(self._on_undo)
        self.status.cancel_asked.connect(self._on_cancel)
        self.tasks.started.connect(self._on_task_started)
        self.tasks.progressed.connect(self._on_task_progressed)
        self.tasks.finished.connect(self._on_task_finished)

    def _put(self, page: QWidget) -> None:
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _leave_alone(self) -> None:
        """Let the page without a library go; it would keep the window as wide as it was."""
        if self._alone is not None:
            self._pages.removeWidget(self._alone)
            self._alone.deleteLater()
            self._alone = None

    def _turn_to(self, page: Page) -> None:
        """Show a page and let it have the keys, unless they walk the rail.

        Qt would put the caret into the first field, which then took what was meant for the page.
        """
        before = page.focusWidget()
        walks_rail = isinstance(self.focusWidget(), RailList)
        self._put(page)
        first = before or page.first_focus()
        if first is not None and not walks_rail:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if not walks_rail and not self._centre.isAncestorOf(self.focusWidget() or self):
            _focus_first(page, Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_page_shown(self, page: Page) -> None:
        navigator, commands, guide = self.navigator, self.commands, self.guide_content
        if navigator is None or commands is None or guide is None:
            return
        in_stage = navigator.session is not None and navigator.stage is not None
        if navigator.session is not None and navigator.stage is not None:
            guide.show_stage(navigator.session, navigator.stage, page)
        self.guide.setVisible(in_stage)
        self.guide.set_open(is_open=not page.wide and not self._is_middling())
        self._turn_to(page)
        commands.rebind()

    @Slot(object)
    def _on_session_changed(self, session: object) -> None:
        from zoneinfo import ZoneInfo  # noqa: PLC0415

        if session is None or self.navigator is None or self.navigator.session is None:
            if self.guide_content is not None:
                self.guide_content.leave()
            self.status.show_zones(())
            return
        zone = self.navigator.session.feed.snapshot.review.zone
        if zone != "UTC":
            self.status.show_zones(((zone.rpartition("/")[2].replace("_", " "), ZoneInfo(zone)),))

    @Slot(object)
    def _on_saving(self, saving: Saving) -> None:
        words = held_words(saving)
        self.status.show_saved(SAVED[saving.state], "" if words else saving.sentence, words=words)
        self._saving_banner.show_saving(saving)

    @Slot()
    def _on_try_again(self) -> None:
        if self._workspace is not None:
            self._workspace.try_again()

    @Slot()
    def _on_menus_asked(self) -> None:
        if self.commands is not None:
            self.commands.fill_menus(self._more, self._reviews)

    @Slot()
    def _on_undo(self) -> None:
        if self.commands is not None:
            self.commands.undo()

    @Slot(str)
    def _on_cancel(self, key: str) -> None:
        if key in self._running:
            self._running[key].cancel()

    @Slot(object)
    def _on_task_started(self, task: Task) -> None:
        self._running[str(id(task))] = task
        self.status.show_task(TaskView(str(id(task)), task.title))

    @Slot(object, int, int)
    def _on_task_progressed(self, task: Task, done: int, total: int) -> None:
        share = done / total if total else None
        self.status.show_task(TaskView(str(id(task)), task.title, share))

    @Slot(object)
    def _on_task_finished(self, task: Task) -> None:
        self._running.pop(str(id(task)), None)
        self.status.finish_task(str(id(task)))


def _focus_first(part: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> bool:
    for widget in part.findChildren(QWidget):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and (widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        ):
            widget.setFocus(reason)
            return True
    return False
