"""What every page is given: the open library and the parts of the window it may talk to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from app.tasks import TaskRunner
from models.values import Stage
from views.preferences import Preferences
from views.remembered import Remembered
from views.theme import Theme

if TYPE_CHECKING:
    from app.workspace import Workspace


class Shell(Protocol):
    """What a page may ask of the window around it."""

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        """Say one sentence at the bottom; with `undo`, offer to take the last change back."""

    def tell(self, sentence: str) -> None:
        """Say what could not be done, in a banner that stays until it is closed."""

    def go_to_stage(self, stage: Stage, target: str = "") -> None:
        """Turn to a stage of the open review; `target` is an id that the page brings into view."""

    def window(self) -> QWidget:
        """Return the window, over which sheets and menus open."""

    def hand_over(self, data: QMimeData) -> None:
        """Give material to the page that is shown, as if it had been dropped there."""

    def go_to_place(self, key: str) -> None:
        """Turn to a library place, such as `library`."""

    def open_review(self, review_id: str, stage: Stage = Stage.PREPARE, target: str = "") -> None:
        """Open a review from one of the library places."""


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to each page's constructor."""

    workspace: Workspace
    theme: Theme
    tasks: TaskRunner
    shell: Shell
    preferences: Preferences = field(default_factory=Preferences)
    remembered: Remembered = field(default_factory=Remembered)
