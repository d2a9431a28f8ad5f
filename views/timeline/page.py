"""The Timeline page: the whole incident, its lanes, its events, and one of them in full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from exporters.figures.lanes import whole_range
from guides.silences import Silence
from guides.stages import GUIDE_TO
from models.values import Stage
from views.context import Context
from views.feed import SnapshotFeed
from views.line_sheet import LineSheet
from views.page import StagePage
from views.selection import Selection
from views.timeline.actions import EventActions
from views.timeline.agreement_sheet import AgreementSheet
from views.timeline.closing_part import ClosingPart
from views.timeline.commands import focus_keys, timeline_commands
from views.timeline.details_panel import DetailsPanel
from views.timeline.event_list import EventsPanel
from views.timeline.feed import TimelineFeed
from views.timeline.lanes_view import LanesView
from views.timeline.menus import event_menu
from views.timeline.scene import scene_of
from views.timeline.strip_view import OverviewStrip
from views.timeline.time_window import TimeWindow, opening_range
from views.widgets.buttons import IconButton
from views.widgets.command_filter import Command
from views.widgets.segment import Option, Segment
from views.widgets.stage_header import StageHeader

VIEWS = (
    Option("list", "List", "ph.list-bullets"),
    Option("lanes", "Lanes", "ph.sliders-horizontal"),
    Option("both", "Both", "ph.layout"),
)
_ROWS, _ROWS_ALONE = 4, 12
_LANES_SHARE = 0.46
_LIST_SHARE, _LIST_SHARE_NARROW = 0.505, 0.475
_NARROW = 1136


class TimelinePage(StagePage):
    """List, lanes and details share the one selection of the review."""

    wide = True

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._events = TimelineFeed(context.workspace, feed.review_id, self)
        self.doing = EventActions(context, self._events, selection, self)
        story = self._events.timeline.story
        whole = whole_range(story.events, story.impacts)
        self.time = TimeWindow(whole, opening_range(story.events, whole), self)
        self.strip = OverviewStrip(context.theme, self.time)
        self.lanes = LanesView(context.theme, self.time, selection)
        self.list = EventsPanel(context, self._events, selection)
        self.details = DetailsPanel(context, self._events, selection, self.doing)
        self._closing = ClosingPart(context.theme)
        self._build()
        self._connect()
        self._renew()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done on the Timeline."""
        return timeline_commands(self)

    def guide_widget(self) -> QWidget | None:
        """Return the phases and the question at the end."""
        return self._closing

    def bring_into_view(self, target: str) -> None:
        """Show an event, or put the caret into the line that adds one (`capture`)."""
        if target == "capture":
            self.add_event()
        elif self._events.find(target) is not None:
            if not self.list.model.index_of(target).isValid():
                self.list.clear_filter()
            self.selection.choose_event(target)
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Begin on the list of events, or on the line that adds the first."""
        return self.list.table if self._events.timeline.events else self.list.quick

    @Slot()
    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        if not self.list.isVisible():
            self.show_view("both")
        self.list.show_filter()

    def flush(self) -> None:
        """Store what is still being typed."""
        self.details.flush()

    def add_event(self) -> None:
        """Put the caret into the line that adds events."""
        if not self.list.isVisible():
            self.show_view("both")
        self.list.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_title(self) -> None:
        """Edit the title of the selected event in its row."""
        self.list.edit_title()

    def edit_time(self) -> None:
        """Edit the time of the selected event."""
        self.details.edit_time()

    def ask_fact(self, fact: str) -> None:
        """Ask for another kind, lane, person or source of the selected event."""
        self.details.ask_fact(fact)

    def add_account(self) -> None:
        """Put an account beside the others of the selected event."""
        self.details.add_account()

    @Slot()
    def fit(self) -> None:
        """Show the whole incident in the lanes."""
        self.time.fit()

    def park_idea(self) -> None:
        """Ask for an idea and set it aside until the action stage."""
        sheet = LineSheet(
            self.context,
            "Park an idea",
            "It rests until the action stage, so that the story stays what happened.",
            "Park it",
        )
        sheet.given.connect(self._on_idea)
        sheet.open()

    @Slot()
    def ask_agreement(self) -> None:
        """Ask each person what is missing and what went differently."""
        AgreementSheet(self.context, self._events.timeline.story).open()

    @Slot(str)
    def show_view(self, key: str) -> None:
        """Show the list, the lanes or both."""
        self._segment.choose(key)
        self._upper.setVisible(key != "list")
        self._lower.setVisible(True)
        self.list.setVisible(key != "lanes")
        self.lanes.set_most_rows(_ROWS_ALONE if key == "lanes" else _ROWS)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height between lanes and list anew."""
        super().resizeEvent(event)
        self._share_height()
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the height once the lanes know theirs."""
        super().showEvent(event)
        self._share_height()

    def _build(self) -> None:
        theme = self.context.theme
        header = StageHeader(theme, "Timeline", GUIDE_TO[Stage.TIMELINE].sentence)
        self._segment = Segment(theme, "View", VIEWS)
        self._segment.choose("both")
        self._filter = IconButton(theme, "do.filter", "Filter the events", keys="Ctrl+F")
        self._more = IconButton(theme, "place.more", "More on this page")
        for tool in (self._segment, self._filter, self._more):
            header.add_tool(tool)
        self._upper = QWidget()
        upper = QVBoxLayout(self._upper)
        upper.setContentsMargins(theme.space("page"), 0, theme.space("page"), 0)
        upper.setSpacing(theme.px(8))
        upper.addWidget(self.strip)
        upper.addWidget(self.lanes, 1)
        self._lower = QSplitter(Qt.Orientation.Horizontal)
        self._lower.setHandleWidth(1)
        self._lower.setChildrenCollapsible(False)
        self._lower.addWidget(self.list)
        self._lower.addWidget(self.details)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._lower.splitterMoved.connect(self._on_width_chosen)
        self._split.splitterMoved.connect(self._on_height_chosen)
        self._split.addWidget(self._upper)
        self._split.addWidget(self._lower)
        remembered = self.context.remembered
        self._width_chosen = remembered.follow(self._lower, "timeline.lower")
        self._height_chosen = remembered.follow(self._split, "timeline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        keys = focus_keys(self)
        self.list.table.keys = keys
        self.lanes.keys = keys
        self._segment.chosen.connect(self.show_view)
        self._filter.clicked.connect(self.focus_filter)
        self._more.clicked.connect(self._on_more)
        self._events.renewed.connect(self._renew)
        self.selection.event_changed.connect(self._on_selected)
        self.list.silence_asked.connect(self._on_silence)
        self.list.retitled.connect(self.doing.retitle)
        self.list.filtered.connect(self._on_filtered)
        self.list.menu_asked.connect(self._on_menu)
        self.lanes.menu_asked.connect(self._on_menu)
        self.details.menu_asked.connect(self._on_menu)
        self._closing.asked.connect(self.ask_agreement)

    @Slot()
    def _renew(self) -> None:
        timeline, typed = self._events.timeline, self.list.filter.text()
        scene = scene_of(timeline, self._events.silences)
        self.time.set_whole(whole_range(scene.events, scene.impacts))
        self.strip.show_scene(scene)
        self.lanes.show_scene(scene)
        if typed.split():
            self._on_filtered(typed)
        self._closing.show_timeline(timeline)
        self._on_selected(self.selection.event_id)
        self._show_upper()

    def _show_upper(self) -> None:
        any_event = bool(self._events.timeline.events)
        self._upper.setVisible(any_event and self._segment.choice() != "list")
        self.details.setVisible(any_event)
        self._share_height()

    def _share_height(self) -> None:
        if self._height_chosen:
            return
        high = self._split.height()
        if self._segment.choice() == "lanes":
            upper = round(high * 0.6)
        else:
            needed = self.strip.sizeHint().height() + self.lanes.sizeHint().height()
            upper = min(needed + self.context.theme.px(16), round(high * _LANES_SHARE))
        self._split.setSizes([upper, max(1, high - upper)])

    def _share_width(self) -> None:
        if self._width_chosen:
            return
        wide = self._lower.width()
        narrow = wide < _NARROW * self.context.theme.text_factor
        share = _LIST_SHARE_NARROW if narrow else _LIST_SHARE
        self._lower.setSizes([round(wide * share), wide - round(wide * share)])

    @Slot(int, int)
    def _on_width_chosen(self, _place: int, _handle: int) -> None:
        self._width_chosen = True

    @Slot(int, int)
    def _on_height_chosen(self, _place: int, _handle: int) -> None:
        self._height_chosen = True

    @Slot(object)
    def _on_selected(self, event_id: object) -> None:
        event = self._events.find(str(event_id)) if event_id else None
        self.strip.show_selected(event.at if event is not None else None)

    @Slot(object)
    def _on_silence(self, silence: Silence) -> None:
        self.doing.ask_about(silence)

    @Slot(str)
    def _on_filtered(self, typed: str) -> None:
        self.lanes.show_scene(scene_of(self._events.timeline, self._events.silences, typed))

    @Slot(str, str)
    def _on_idea(self, text: str, _option: str) -> None:
        self.doing.park(text)

    @Slot(object)
    def _on_menu(self, place: QPoint) -> None:
        further = (
            ("Change the time\tT", "do.time", self.edit_time),
            ("Add an account\tA", "do.accounts", self.add_account),
            ("Make a gap\tG", "place.gaps", self.doing.make_gap),
            ("Park an idea\tP", "do.park", self.park_idea),
        )
        self._pop_up(event_menu(self, self.context.theme, self.doing, further), place)

    @Slot()
    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.addAction("What is missing, what went differently?").triggered.connect(
            self.ask_agreement
        )
        menu.addAction("Show the whole incident\t0").triggered.connect(self.fit)
        self._pop_up(menu, self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
