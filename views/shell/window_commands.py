"""What can be done from anywhere: undo, the stages, the places, the look, the palette itself."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.errors import LibraryProblemError
from app.workspace import Workspace
from guides.stages import STAGES
from views.commands import BoundKeys, Group
from views.context import Context
from views.shell.navigator import LIBRARY, Navigator
from views.theme import Mode
from views.widgets.command_filter import Command
from views.widgets.command_palette import CommandPalette
from views.widgets.guide_panel import GuidePanel

LARGER, SMALLER = 1.1, 1 / 1.1


class Parts(Protocol):
    """The parts of the window that commands act on."""

    guide: GuidePanel
    palette_overlay: CommandPalette

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
        return (*here, *self._stages(), *self._everywhere())

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

    def _attempt(self, work: partial[None] | object) -> None:
        try:
            work()  # type: ignore[operator]
        except LibraryProblemError as error:
            self._context.shell.tell(error.sentence)

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
        self._context.theme.set_text_factor(self._context.theme.text_factor * by)

    def _look(self, mode: Mode) -> None:
        self._context.theme.set_mode(mode)
