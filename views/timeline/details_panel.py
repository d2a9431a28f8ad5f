"""Shows the details of whatever event is selected, and answers what is asked there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.changes import Change
from guides.people import shown_as
from models.queries.timeline import EventDetails, event_details
from models.rows import (
    AccountRow,
    AttachmentRow,
    EventRecordRow,
    EventRow,
    GapRow,
    ParticipantRow,
    RecordRow,
    ReviewRow,
    SourceRow,
)
from models.times.reading import TimeReading
from models.values import RecordKind
from views.context import Context
from views.line_sheet import LineSheet
from views.selection import Selection
from views.timeline.account_sheet import AccountSheet
from views.timeline.actions import EventActions
from views.timeline.details import EventSheet
from views.timeline.feed import TimelineFeed
from views.timeline.menus import (
    kind_menu,
    lane_menu,
    mark_menu,
    person_menu,
    precision_menu,
    privacy_menu,
    source_menu,
)
from views.timeline.quiet_field import EDGE
from views.timeline.wording import SOURCE_TITLES
from views.widgets.fade_scroll import FadeScroll
from views.widgets.text import Text

_PARTS = (
    *(EventRow, AccountRow, GapRow, EventRecordRow, RecordRow),
    *(AttachmentRow, ParticipantRow, SourceRow, ReviewRow),
)
_ROUNDS = 3
"""Texts that wrap know their height only once they were given their width."""


class DetailsPanel(QWidget):
    """Follows the selection; what is being typed is stored before another event is shown."""

    menu_asked = Signal(object)  # QPoint

    def __init__(
        self, context: Context, feed: TimelineFeed, selection: Selection, actions: EventActions
    ) -> None:
        super().__init__()
        self._context = context
        self._feed = feed
        self._selection = selection
        self._actions = actions
        self._details: EventDetails | None = None
        self._sheet: EventSheet | None = None
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        page, edge = context.theme.space("page"), context.theme.px(EDGE)
        top = context.theme.px(14)
        self._column.setContentsMargins(context.theme.px(24) - edge, top, page - edge, 0)
        self._nothing = Text(context.theme, "", colour="ink2", wrap=True)
        self._nothing.setContentsMargins(edge, 0, edge, 0)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        self._scroll = FadeScroll(context.theme, self._holder)
        outside.addWidget(self._scroll)
        self.setAccessibleName("Details of the event")
        selection.event_changed.connect(self._on_selected)
        context.workspace.changed.connect(self._on_changed)
        self._on_selected(selection.event_id)

    @property
    def sheet(self) -> EventSheet | None:
        """The details shown; None while no event is selected."""
        return self._sheet

    def flush(self) -> None:
        """Store what is still being typed."""
        if self._sheet is not None:
            self._sheet.flush()

    def edit_time(self) -> None:
        """Turn the time into a field."""
        if self._sheet is not None:
            self._sheet.time.edit()

    def ask_fact(self, fact: str) -> None:
        """Open the menu of one fact, as a click on it would."""
        if self.sheet is not None:
            self.sheet.ask_fact(fact)

    @Slot()
    def add_account(self) -> None:
        """Put an account beside the others and open it."""
        account_id = self._actions.add_account()
        if account_id is not None:
            self.open_account(account_id)

    @Slot(str)
    def open_account(self, account_id: str) -> None:
        """Open one account in full."""
        if self._details is not None:
            AccountSheet(self._context, self._details, account_id).open()

    def ask_source(self) -> None:
        """Ask for the name of a source that is not on the list yet."""
        sheet = LineSheet(
            self._context,
            "Another source",
            "Where is this on record? It also joins the list of sources in Gather.",
            "Name it",
            [(kind.value, SOURCE_TITLES[kind]) for kind in RecordKind],
        )
        sheet.given.connect(self._on_source)
        sheet.open()

    def ask_lane(self) -> None:
        """Ask for the name of a new lane."""
        sheet = LineSheet(
            self._context, "Another lane", "A role, a team or a system.", "Put it there"
        )
        sheet.given.connect(self._on_lane)
        sheet.open()

    @Slot(object)
    def _on_selected(self, event_id: object) -> None:
        self.flush()
        self._take_away()
        found = None
        if isinstance(event_id, str):
            found = self._context.workspace.read(event_details, event_id)
        self._details = found
        if found is not None:
            self._sheet = EventSheet(self._context, found)
            self._column.insertWidget(0, self._sheet)
            self._connect(self._sheet)
            self._settle(self._sheet)
            self._scroll.verticalScrollBar().setValue(0)
        self._say_nothing()

    def _connect(self, sheet: EventSheet) -> None:
        sheet.fact_asked.connect(self._on_fact)
        sheet.account_asked.connect(self.add_account)
        sheet.account_opened.connect(self.open_account)
        sheet.time.retimed.connect(self._on_retimed)
        sheet.time.menu_asked.connect(self.menu_asked)

    def _settle(self, sheet: EventSheet) -> None:
        """Lay out at once what would else be seen growing into its place."""
        if self.isVisible():
            sheet.show()
            for _ in range(_ROUNDS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _take_away(self) -> None:
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None

    def _say_nothing(self) -> None:
        any_event = bool(self._feed.timeline.events)
        self._nothing.setText("Choose an event to see it in full." if any_event else "")
        self._nothing.setVisible(self._sheet is None and any_event)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not change.touches(*_PARTS) or self._selection.event_id is None:
            self._say_nothing()
            return
        found = self._context.workspace.read(event_details, self._selection.event_id)
        if found is None:
            self._selection.choose_event(None)
        elif self._sheet is None:
            self._on_selected(self._selection.event_id)
        elif found != self._details:
            self._details = found
            self._sheet.show_details(found)

    @Slot(object)
    def _on_retimed(self, reading: TimeReading) -> None:
        if self._selection.event_id is not None:
            self._actions.retime(self._selection.event_id, reading)

    @Slot(str, object)
    def _on_fact(self, fact: str, place: QPoint) -> None:
        details = self._details
        if details is None:
            return
        event, actions = details.event, self._actions
        menus: dict[str, Callable[[], QMenu]] = {
            "kind": lambda: kind_menu(self, actions, event.kind),
            "lane": lambda: lane_menu(self, actions, self._lanes(), event.lane, self.ask_lane),
            "person": lambda: person_menu(self, actions, details),
            "source": lambda: source_menu(self, actions, details, self.ask_source),
            "precision": lambda: precision_menu(self, actions, event.precision),
            "mark": lambda: mark_menu(self, actions, event.marks),
            "privacy": lambda: privacy_menu(self, event.privacy, actions.set_privacy),
        }
        menu = menus[fact]()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _lanes(self) -> list[str]:
        story = self._feed.timeline.story
        lanes = [event.lane for event in story.events if event.lane]
        roles = [shown_as(person) for person in story.participants if person.in_incident]
        return list(dict.fromkeys([*lanes, *roles]))

    @Slot(str, str)
    def _on_source(self, name: str, kind: str) -> None:
        self._actions.name_source(name, RecordKind(kind))

    @Slot(str, str)
    def _on_lane(self, lane: str, _option: str) -> None:
        self._actions.set_lane(lane)
