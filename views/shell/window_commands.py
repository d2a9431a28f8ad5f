"""What can be done from anywhere: undo, the stages, the places, the look, the palette itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.backup import Backup, list_backups
from app.paths import user_paths
from app.settings import LEAST_AND_MOST
from app.tasks import Task
from app.workspace import Workspace
from guides.stages import STAGES
from models.errors import ReviewError
from models.queries.library import review_list
from views.commands import BoundKeys, Group
from views.context import Context
from views.preferences import colours
from views.settings.sheet import SettingsSheet
from views.shell.backups_sheet import BackupsSheet
from views.shell.navigator import LIBRARY, Navigator
from views.shell.set_aside_sheet import Aside
from views.shell.trash_sheet import TrashSheet
from views.theme import Mode
from views.widgets.command_filter import Command
from views.widgets.command_palette import CommandPalette
from views.widgets.guide_panel import GuidePanel

LARGER, SMALLER = 1.1, 1 / 1.1
RECENT = 12


class Parts(Protocol):
    """The parts of the window that commands act on."""

    guide: GuidePanel

    @property
    def palette_overlay(self) -> CommandPalette: ...  # noqa: D102

    restore_asked: SignalInstance

    def window(self) -> QWidget: ...  # noqa: D102
    def walk_parts(self) -> None: ...  # noqa: D102
    def close_window(self) -> None: ...  # noqa: D102


class WindowCommands(QObject):
    """Binds the keys of the window and of the page that is shown, and fills the palette."""

    def __init__(self, context: Context, parts: Parts, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._context = context
        self._workspace: Workspace = context.workspace
        self._parts = parts
        self._navigator = navigator
        self._keys = BoundKeys(parts.window())

    def all(self) -> tuple[Command, ...]:
        """Return every command that can be done now, nearest first."""
        page = self._navigator.page
        here = page.commands() if page is not None else ()
        return (
            *here,
            *self._stages(),
            *self._set_aside(),
            *self._everywhere(),
            *self._elsewhere(),
        )

    def rebind(self) -> None:
        """Bind the keys of what can be done now."""
        self._keys.bind(self.all())

    @Slot()
    def open_palette(self) -> None:
        """Show every command with its key."""
        self._parts.palette_overlay.open_with(self.all())

    def undo(self) -> None:
        """Take back the last change of the place that is shown."""
        self._navigator.flush()
        self._attempt(self._workspace.undo)

    def redo(self) -> None:
        """Take it again."""
        self._attempt(self._workspace.redo)

    def _attempt(self, work: Callable[[], None]) -> None:
        try:
            work()
        except ReviewError as error:
            self._context.shell.tell(error.sentence)

    def open_settings(self) -> None:
        """Show the settings of this machine."""
        SettingsSheet(self._context, self._context.preferences).open()

    def open_trash(self) -> None:
        """Show what was deleted in the last 30 days."""
        TrashSheet(self._context).open()

    def open_backups(self) -> None:
        """Show the backups of this library."""
        ledger = self._workspace.ledger
        sheet = BackupsSheet(self._context, list_backups(user_paths().backups / ledger.library_id))
        sheet.wanted.connect(self._parts.restore_asked)
        sheet.new_wanted.connect(self._back_up)
        sheet.open()

    def fill_menus(self, more: QMenu, reviews: QMenu) -> None:
        """Fill the menu beside the logo and the one under the review's name."""
        more.clear()
        for command in self._elsewhere():
            more.addAction(f"{command.title}\t{command.keys}", command.run)
        reviews.clear()
        for summary in self._workspace.read(review_list, archived=False)[:RECENT]:
            reviews.addAction(summary.review.title, partial(self._open, summary.review.id))

    def _open(self, review_id: str) -> None:
        self._context.shell.open_review(review_id)

    @Slot()
    def _back_up(self) -> None:
        self._context.tasks.start(
            "Making a backup", self._make_backup, done=self._on_backed_up, failed=self._on_not
        )

    def _make_backup(self, _task: Task) -> Backup:
        return self._workspace.ledger.backup(user_paths().backups)

    def _on_backed_up(self, backup: Backup) -> None:
        self._context.shell.toast(f"Backup made: {backup.path.name}")

    def _on_not(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        self._context.shell.tell(error.sentence)

    def _elsewhere(self) -> tuple[Command, ...]:
        group = Group.EVERYWHERE
        return (
            Command("Settings", "Ctrl+,", group, self.open_settings, icon="place.settings"),
            Command("Backups", "", group, self.open_backups, also="restore"),
            Command("Trash", "", group, self.open_trash, icon="do.delete", also="deleted restore"),
        )

    def _set_aside(self) -> tuple[Command, ...]:
        if self._navigator.session is None:
            return ()
        show = self._navigator.show_set_aside
        return (
            Command("Parked ideas", "Ctrl+Alt+P", Group.GO_TO, partial(show, Aside.IDEAS)),
            Command("Open questions", "Ctrl+Alt+Q", Group.GO_TO, partial(show, Aside.QUESTIONS)),
        )

    def _stages(self) -> tuple[Command, ...]:
        if self._navigator.session is None:
            return ()
        return tuple(
            Command(
                guide.title,
                f"Ctrl+{number}",
                Group.GO_TO,
                partial(self._context.shell.go_to_stage, guide.stage),
                also=guide.sentence,
            )
            for number, guide in enumerate(STAGES, start=1)
        )

    def _everywhere(self) -> tuple[Command, ...]:
        stack = self._workspace.undo_stack
        undo = f"Undo {stack.undoText().lower()}".strip()
        redo = f"Redo {stack.redoText().lower()}".strip()
        go_to_library = partial(self._navigator.go_to_place, LIBRARY)
        return (
            Command("Library", "Ctrl+0", Group.GO_TO, go_to_library, icon="place.library"),
            Command("Find or do", "Ctrl+K", Group.EVERYWHERE, self.open_palette),
            Command(undo, "Ctrl+Z", Group.EVERYWHERE, self.undo),
            Command(redo, "Ctrl+Shift+Z", Group.EVERYWHERE, self.redo),
            Command("Redo", "Ctrl+Y", Group.EVERYWHERE, self.redo),
            Command("Filter this page", "Ctrl+F", Group.EVERYWHERE, self._filter),
            Command("Search the library", "Ctrl+Shift+F", Group.EVERYWHERE, self._search),
            Command("Open or close the Guide", "Ctrl+G", Group.EVERYWHERE, self._toggle_guide),
            Command("Next part of the window", "F6", Group.EVERYWHERE, self._parts.walk_parts),
            Command("Larger text", "Ctrl++", Group.EVERYWHERE, partial(self._scale, LARGER)),
            Command("Smaller text", "Ctrl+-", Group.EVERYWHERE, partial(self._scale, SMALLER)),
            Command("Light", "", Group.EVERYWHERE, partial(self._look, Mode.LIGHT), also="theme"),
            Command("Dark", "", Group.EVERYWHERE, partial(self._look, Mode.DARK), also="theme"),
            Command(
                "Light or dark as the system says",
                "",
                Group.EVERYWHERE,
                partial(self._look, Mode.SYSTEM),
                also="theme",
            ),
            Command("Close the window", "Ctrl+Q", Group.EVERYWHERE, self._parts.close_window),
        )

    def _filter(self) -> None:
        if self._navigator.page is not None:
            self._navigator.page.focus_filter()

    def _search(self) -> None:
        self._navigator.go_to_place(LIBRARY)
        self._filter()

    def _toggle_guide(self) -> None:
        self._parts.guide.set_open(is_open=not self._parts.guide.is_open())

    def _scale(self, by: float) -> None:
        least, most = LEAST_AND_MOST["text_percent"]
        percent = round(self._context.theme.text_factor * by * 100)
        self._change_settings(text_percent=max(least, min(most, percent)))

    def _look(self, mode: Mode) -> None:
        self._change_settings(theme=colours(mode))

    def _change_settings(self, **values: str | int) -> None:
        preferences = self._context.preferences
        self._attempt(partial(preferences.change, **values))
        preferences.dress(self._context.theme)
