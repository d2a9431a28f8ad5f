"""The events as a list: one line to add them, a filter, and the table that edits in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from models.phrases import sentence_case
from models.values import Stage
from views.context import Context
from views.selection import Selection
from views.theme import Theme
from views.timeline.entries import Entry, entries
from views.timeline.feed import TimelineFeed
from views.timeline.keys import Keys, run_key
from views.timeline.model import EVENT_ROLE, EventTableModel
from views.timeline.quick_line import QuickLine
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState
from views.widgets.event_lines import EventLine
from views.widgets.event_table import EventTable
from views.widgets.line_field import LineField
from views.widgets.text import Text

_OUTSIDE = 12


class TimelineTable(EventTable):
    """The table of events; `keys` act while it has the focus and nothing is edited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Events")
        self.keys: Keys = {}
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the selected event, else move in the table."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not run_key(event, self.keys):
            super().keyPressEvent(event)


class EventsPanel(QWidget):
    """Follows the selection of the review and sets it; keeps the place in the list."""

    silence_asked = Signal(object)  # Silence
    retitled = Signal(str, str)
    menu_asked = Signal(object)  # QPoint on the screen
    filtered = Signal(str)

    def __init__(self, context: Context, feed: TimelineFeed, selection: Selection) -> None:
        super().__init__()
        self._context = context
        self._feed = feed
        self._selection = selection
        self._showing = False
        theme = context.theme
        self.model = EventTableModel(self)
        self.table = TimelineTable(theme)
        self.table.setModel(self.model)
        self.quick = QuickLine(context, feed, selection)
        self.count = Text(theme, colour="ink3")
        self.filter = LineField(
            theme, "Filter the events", hint="Words, a lane or a kind", icon="do.filter"
        )
        self.filter.keep_own_undo()
        self._clear = quiet_button(theme, "Show all", keys="Esc")
        self.empty = EmptyState(
            theme,
            "No events yet.",
            "Type the first line, or take one from the tray.",
            icon="do.promote",
            link="Open the tray",
        )
        self._nothing = Text(theme, "No event holds these words.", colour="ink2", wrap=True)
        self._build()
        self._connect()
        self.renew()

    @Slot()
    def renew(self) -> None:
        """Show the timeline as it is stored now, at the same place."""
        timeline, typed = self._feed.timeline, self.filter.text()
        self._showing = True
        self.model.show_entries(timeline, entries(timeline, self._feed.silences, typed))
        self._showing = False
        self._say_count()
        self.empty.setVisible(not timeline.events)
        hidden = bool(timeline.events) and not self.model.event_count()
        self._nothing.setVisible(hidden)
        self.table.setVisible(bool(self.model.rowCount()))
        self._follow(scroll=False)

    def show_filter(self) -> None:
        """Show the filter and put the caret into it."""
        self._filter_row.show()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @Slot()
    def clear_filter(self) -> None:
        """Show all events again."""
        self.filter.setText("")
        self._filter_row.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_filter("")

    def edit_title(self) -> None:
        """Edit the selected title in its row."""
        index = self.model.index_of(self._selection.event_id)
        if index.isValid():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the filter with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._filter_row.isVisible():
            self.clear_filter()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Text(theme, "Events", weight=600))
        head.addWidget(self.count, 1)
        self._filter_row = QWidget()
        row = QHBoxLayout(self._filter_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.filter, 1)
        row.addWidget(self._clear)
        self._filter_row.hide()
        top = QVBoxLayout()
        top.setContentsMargins(px(_OUTSIDE), 0, px(_OUTSIDE), 0)
        top.setSpacing(px(8))
        top.addLayout(head)
        top.addWidget(self.quick)
        top.addWidget(self._filter_row)
        top.addWidget(self.empty)
        top.addWidget(self._nothing)
        column = QVBoxLayout(self)
        side = theme.space("page") - px(_OUTSIDE)
        column.setContentsMargins(side, px(14), px(_OUTSIDE), 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self._feed.renewed.connect(self.renew)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._on_settled)
        self._selection.event_changed.connect(self._on_selected)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.link_asked.connect(self._on_link)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.model.retitled.connect(self.retitled)
        self.quick.added.connect(self._selection.choose_event)
        self.quick.left.connect(self._on_line_left)
        self.filter.textChanged.connect(self._on_filter)
        self._clear.clicked.connect(self.clear_filter)
        self.empty.asked.connect(self._on_tray)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the selected event in sight once the list knows its height."""
        super().resizeEvent(event)
        self._settled.start()

    @Slot()
    def _on_settled(self) -> None:
        index = self.model.index_of(self._selection.event_id)
        if index.isValid():
            self._scroll_to(index)

    def _say_count(self) -> None:
        every, shown = len(self._feed.timeline.events), self.model.event_count()
        if self.filter.text().split():
            hidden = every - shown
            self.count.setText(sentence_case(f"{shown} of {every} shown, {hidden} hidden"))
        else:
            self.count.setText(f"{every} \u00b7 {self._feed.zone}" if every else "")

    def _follow(self, *, scroll: bool) -> None:
        index = self.model.index_of(self._selection.event_id)
        self._showing = True
        if index.isValid():
            if self.table.currentIndex() != index or not self.table.selectionModel().hasSelection():
                self.table.setCurrentIndex(index)
            if scroll:
                self._scroll_to(index)
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        self._showing = False

    def _scroll_to(self, index: QModelIndex) -> None:
        """Leave the list where it is if the row shows, else bring the row to its middle."""
        if not self.table.viewport().rect().contains(self.table.visualRect(index)):
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(object)
    def _on_selected(self, _event_id: object) -> None:
        self._follow(scroll=True)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        entry = self.model.entry(now)
        if not self._showing and entry is not None and entry.kind is EventLine:
            self._selection.choose_event(str(now.data(EVENT_ROLE)))

    @Slot(QModelIndex)
    def _on_link(self, index: QModelIndex) -> None:
        entry: Entry | None = self.model.entry(index)
        if entry is not None and entry.silence is not None:
            self.silence_asked.emit(entry.silence)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        entry = self.model.entry(self.table.indexAt(place))
        if entry is not None and entry.kind is EventLine:
            self.menu_asked.emit(self.table.viewport().mapToGlobal(place))

    @Slot(str)
    def _on_filter(self, typed: str) -> None:
        self.renew()
        self.filtered.emit(typed)

    @Slot()
    def _on_line_left(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_tray(self) -> None:
        self._context.shell.go_to_stage(Stage.GATHER)
