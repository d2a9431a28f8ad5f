"""Which page stands in the centre, and the way from one to the next."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, Signal, Slot

from app.changes import Change
from models.queries.load import row
from models.rows import ReviewRow
from models.values import Stage
from views.context import Context
from views.page import Page
from views.shell.rail_items import PLACE_ITEMS, foot_items, stage_items
from views.shell.session import ReviewSession
from views.shell.set_aside_sheet import Aside, SetAsideSheet
from views.widgets.rail import Rail

LIBRARY = "library"
PLACE_PAGES: dict[str, tuple[str, str]] = {LIBRARY: ("views.library.page", "LibraryPage")}
"""Library place -> module and class of its page."""


class Navigator(QObject):
    """Turns between library places and the stages of the open review."""

    shown = Signal(object)  # Page
    session_changed = Signal(object)  # ReviewSession | None

    def __init__(self, context: Context, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._rail = rail
        self._library_id = context.workspace.ledger.library_id
        self._places: dict[str, Page] = {}
        self.session: ReviewSession | None = None
        self.stage: Stage | None = None
        self.page: Page | None = None
        rail.show_places(PLACE_ITEMS)
        rail.chosen.connect(self._on_chosen)
        context.workspace.changed.connect(self._on_changed)

    def go_to_place(self, key: str) -> None:
        """Show a library place; the open review stays open in the rail."""
        if key not in self._places:
            module, name = PLACE_PAGES[key]
            self._places[key] = getattr(import_module(module), name)(self._context)
        self._context.workspace.open_review(None)
        self.stage = None
        self._keep_place("", "")
        self._show(self._places[key], key)

    def open_review(self, review_id: str, stage: Stage, target: str = "") -> None:
        """Open a review at a stage."""
        if self.session is None or self.session.review_id != review_id:
            self._leave_review()
            self.session = ReviewSession(self._context, review_id, self)
            self.session.feed.renewed.connect(self._on_renewed)
            self.session_changed.emit(self.session)
            self._on_renewed()
        self.go_to_stage(stage, target)

    def go_to_stage(self, stage: Stage, target: str = "") -> None:
        """Show a stage of the open review."""
        if self.session is None:
            return
        self._context.workspace.open_review(self.session.review_id)
        self.stage = stage
        self._keep_place(self.session.review_id, stage.value)
        page = self.session.page(stage)
        self._show(page, stage.value)
        if target:
            page.bring_into_view(target)

    def go_to_remembered_place(self) -> None:
        """Show the library, or the review and stage where the work was when it was closed."""
        remembered = self._context.remembered
        review_id, stage = remembered.place(self._library_id)
        there = review_id and self._context.workspace.read(row, ReviewRow, review_id)
        self.go_to_place(LIBRARY)
        if there and stage in list(Stage):
            self.open_review(review_id, Stage(stage))

    def _keep_place(self, review_id: str, stage: str) -> None:
        self._context.remembered.keep_place(self._library_id, review_id, stage)

    def show_set_aside(self, aside: Aside) -> None:
        """Open the parked ideas or the open questions of the review."""
        if self.session is not None:
            SetAsideSheet(self._context, self.session.feed, aside).open()

    def flush(self) -> None:
        """Store what is still being typed anywhere."""
        if self.session is not None:
            self.session.flush()
        for page in self._places.values():
            page.flush()

    def _show(self, page: Page, key: str) -> None:
        if self.page is not None and self.page is not page:
            self.page.flush()
        self.page = page
        self._rail.mark(key)
        self.shown.emit(page)

    def _leave_review(self) -> None:
        if self.session is not None:
            self.session.leave()
            self.session = None
            self.session_changed.emit(None)
            self._rail.show_review("", "")
            self._rail.show_places(PLACE_ITEMS)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key in PLACE_PAGES:
            self.go_to_place(key)
        elif key in list(Aside):
            self.show_set_aside(Aside(key))
        else:
            self.go_to_stage(Stage(key))

    @Slot()
    def _on_renewed(self) -> None:
        if self.session is None:
            return
        feed = self.session.feed
        review = feed.snapshot.review
        self._rail.show_review(
            review.title,
            f"{review.depth.value} · {review.mode.value}",
            stage_items(feed.snapshot, feed.surroundings),
        )
        self._rail.show_places(PLACE_ITEMS, foot_items(feed.snapshot))
        if self.stage is not None:
            self._rail.mark(self.stage.value)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if self.session is None or not change.touches(ReviewRow):
            return
        review_id = self.session.review_id
        if self._context.workspace.read(row, ReviewRow, review_id) is None:
            self.go_to_place(LIBRARY)
            self._leave_review()
