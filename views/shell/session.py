"""The review that is open in the window: its feed, its selection, its pages as they are needed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.values import Stage
from views.context import Context
from views.feed import SnapshotFeed
from views.page import StagePage
from views.selection import Selection
from views.shell.stage_pages import make_page


class ReviewSession(QObject):
    """One open review. Deleting it deletes its pages."""

    def __init__(self, context: Context, review_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.feed = SnapshotFeed(context.workspace, review_id, self, context.preferences)
        self.selection = Selection(self)
        self._pages: dict[Stage, StagePage] = {}

    @property
    def review_id(self) -> str:
        """Id of the open review."""
        return self.feed.review_id

    def page(self, stage: Stage) -> StagePage:
        """Return the page of a stage, made at the first call."""
        if stage not in self._pages:
            self._pages[stage] = make_page(stage, self._context, self.feed, self.selection)
        return self._pages[stage]

    def flush(self) -> None:
        """Store what is still being typed on any page."""
        for page in self._pages.values():
            page.flush()

    def leave(self) -> None:
        """Store what is being typed and let go of the pages."""
        self.flush()
        for page in self._pages.values():
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        self.deleteLater()
