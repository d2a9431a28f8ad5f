"""What a page is: the centre of the window for one stage or one library place."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.context import Context
from views.feed import SnapshotFeed
from views.selection import Selection
from views.widgets.command_filter import Command


class Page(QWidget):
    """The centre of the window. A subclass builds itself in its constructor.

    The window makes a page when it is first shown and deletes it when its review is left.
    """

    wide: ClassVar[bool] = False
    """Whether the page wants the room of the Guide, which then starts as its strip."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on this page; the window binds the keys while it is shown."""
        return ()

    def guide_widget(self) -> QWidget | None:
        """Return what this page adds to the Guide below the checks, made once."""
        return None

    def bring_into_view(self, target: str) -> None:
        """Show and focus the thing of this id, or the field of this name."""

    def first_focus(self) -> QWidget | None:
        """Return what has the keys when the page is turned to, where nothing on it had them."""
        return None

    def focus_filter(self) -> None:
        """Put the caret into the filter of the page (Ctrl+F), where it has one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin something new with N from anywhere on the page; a field keeps its letters."""
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            begin = next((each.run for each in self.commands() if each.keys == "N"), None)
            if begin is not None:
                begin()
                return
        super().keyPressEvent(event)

    def flush(self) -> None:
        """Store what is still being typed: called before leaving, exporting and closing."""

    def takes(self, data: QMimeData) -> bool:  # noqa: ARG002
        """Whether dropped or pasted material would be taken here."""
        return False

    def show_dragged(self, data: QMimeData | None) -> None:
        """Show what would be taken on letting go; None where nothing hangs over the window."""

    def take(self, data: QMimeData) -> None:
        """Take dropped or pasted material."""


class StagePage(Page):
    """A page of one stage of one review."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.feed = feed
        self.selection = selection

    @property
    def review_id(self) -> str:
        """Id of the review that the page shows."""
        return self.feed.review_id
