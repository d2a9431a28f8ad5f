"""Puts the parts together that a window needs once it has a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.workspace import Workspace
from views.context import Context
from views.shell.navigator import Navigator
from views.shell.stage_guide import StageGuide
from views.shell.window_commands import WindowCommands

if TYPE_CHECKING:
    from views.main_window import MainWindow


def assemble(
    workspace: Workspace, window: MainWindow
) -> tuple[StageGuide, Navigator, WindowCommands]:
    """Return the Guide's content, the navigator and the commands of a window."""
    context = Context(
        workspace, window.theme, window.tasks, window, window.preferences, window.remembered
    )
    guide = StageGuide(context, window.guide)
    navigator = Navigator(context, window.rail, window)
    return guide, navigator, WindowCommands(context, window, navigator)
