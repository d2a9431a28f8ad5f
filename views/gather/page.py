"""The Gather page: a drop zone, the raw tray with its details, what had changed, and gaps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from app.arrived import Arrived
from app.attachments import is_picture
from app.operations.gaps import add_gap
from app.operations.records import promote_timed
from app.operations.sources import NewSource, add_source, delete_source
from importers import Source
from models.phrases import counted
from models.values import ChangeLane, RecordState, Stage
from views.commands import Group
from views.context import Context
from views.feed import SnapshotFeed
from views.gather.checklist_sheet import ChecklistSheet
from views.gather.details_panel import DetailsPanel
from views.gather.gaps_panel import GapsPanel
from views.gather.gaps_sheet import GapsSheet
from views.gather.impact_sheet import ImpactSheet
from views.gather.import_flow import ImportFlow
from views.gather.layout import ONE_COLUMN, GatherLayout
from views.gather.material import Material, has_material, letting_go, material_of
from views.gather.record_actions import RecordActions
from views.gather.side_panel import ALL, SidePanel
from views.gather.source_sheet import SourceSheet
from views.gather.tray import TrayFilter
from views.gather.tray_model import TrayModel
from views.gather.tray_panel import TrayPanel, WhyNone
from views.gather.tray_source import TraySource
from views.gather.what_changed import WhatChanged
from views.page import StagePage
from views.selection import Selection
from views.widgets.buttons import Button
from views.widgets.command_filter import Command
from views.widgets.drop_zone import DropZone
from views.widgets.line_field import LineField
from views.widgets.stage_header import StageHeader

FILTER, SHORT = 200, 130
NONE_THERE = "None is on the timeline yet."
DROP = "Drop files, folders, links or pictures anywhere in this window"


class GatherPage(StagePage):
    """Material comes in here; nothing goes on the timeline by itself."""

    wide = True

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self._source = TraySource(context, feed, self)
        self.flow = ImportFlow(context, feed, self)
        self.model = TrayModel(self._source.fetch, self)
        self._wanted_record = ""
        self._build()
        self.records = RecordActions(context, feed, self.tray.view, self.details.record, self)
        self._connect()
        self._source.read()
        self._renew()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here; single letters act while the list has the focus."""
        return (
            Command("Paste what was copied", "Ctrl+V", Group.HERE, self.paste, "do.paste"),
            Command("Choose files", "Ctrl+O", Group.HERE, self.choose_files, "do.drop"),
            Command("Choose a folder", "", Group.HERE, self.choose_folder, "do.drop"),
            Command("Put on timeline", "E", Group.HERE, self.records.promote, "do.promote"),
            Command("Add to an event", "", Group.HERE, self.records.put_behind_event),
            Command("Show the record in full", "Space", Group.HERE, self.records.preview),
            Command("Fold or unfold", "X", Group.HERE, self.records.fold, also="noise"),
            Command("Ask about it", "G", Group.HERE, self.records.ask, "place.gaps", also="gap"),
            Command("Impact and detection", "Ctrl+I", Group.HERE, self.open_impact),
            Command("All gaps", "", Group.HERE, self.open_gaps, "place.gaps"),
            Command("Where evidence may be", "", Group.HERE, self.open_checklist, also="checklist"),
            Command("Add a source", "", Group.HERE, self.add_source, also="link conversation"),
        )

    def takes(self, data: QMimeData) -> bool:
        """Whether there is anything in it to take."""
        return has_material(data)

    def show_dragged(self, data: QMimeData | None) -> None:
        """Show in the drop zone what would be taken on letting go."""
        self._drop.show_dragging(letting_go(data) if data is not None else "")

    @Slot(object)
    def take(self, data: QMimeData) -> None:
        """Look at what was dropped or pasted, and show what it would bring."""
        self._drop.show_dragging("")
        self.flow.take(material_of(data))

    def bring_into_view(self, target: str) -> None:
        """Show a part of the page by its name, or a record, source, gap or impact by its id."""
        parts = {
            "drop": self._drop_link_focus,
            "impact": self.open_impact,
            "detection": self._open_detection,
            "gaps": self.open_gaps,
            "change_lanes": self._begin_change,
            "sources": self.open_checklist,
        }
        if target in parts:
            parts[target]()
        elif target in set(ChangeLane):
            self._show_part(self.changed.lanes[ChangeLane(target)])
            self.changed.lanes[ChangeLane(target)].begin()
        elif target:
            self._bring_row(target)

    def first_focus(self) -> QWidget | None:
        """Begin on the list, or where nothing came in yet at the way to choose files."""
        view = self.tray.view
        return view if view.isVisibleTo(self) else self._drop.findChild(QPushButton)

    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def flush(self) -> None:
        """Store what is still being typed."""
        self.details.flush()
        self.changed.flush()

    @Slot()
    def paste(self) -> None:
        """Take what is on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and self.takes(data):
            self.take(data)
        else:
            self.context.shell.toast("The clipboard holds nothing that can be taken in")

    @Slot()
    def choose_files(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self.context.shell.window(), "Choose files")
        paths = [Path(name) for name in names]
        pictures = tuple(path for path in paths if is_picture(path))
        sources = tuple(path for path in paths if path not in pictures)
        self.flow.take(Material(sources=sources, pictures=pictures))

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder, such as an unpacked export."""
        name = QFileDialog.getExistingDirectory(self.context.shell.window(), "Choose a folder")
        if name:
            self.flow.take(Material(sources=(Path(name),)))

    @Slot()
    def open_impact(self) -> None:
        """Show whom it hit and how it was noticed."""
        self._open_impact_at("")

    @Slot()
    def open_gaps(self) -> None:
        """Show all open questions about the facts."""
        GapsSheet(self.context, self.feed).open()

    @Slot()
    def open_checklist(self) -> None:
        """Show where evidence may be."""
        ChecklistSheet(self.context, self.feed).open()

    @Slot()
    def add_source(self) -> None:
        """Ask for a source that is not a file."""
        sheet = SourceSheet(self.context)
        sheet.given.connect(self._on_source_given)
        sheet.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is no room for them."""
        super().resizeEvent(event)
        width = event.size().width() / self.context.theme.text_factor
        self.filter.setMaximumWidth(self.context.theme.px(FILTER if width > ONE_COLUMN else SHORT))
        self._layout.fit(width)

    def _build(self) -> None:
        theme = self.context.theme
        self.header = StageHeader(theme, "Gather")
        self.filter = LineField(
            theme, "Filter records", hint="Filter records", icon="do.search", keys="Ctrl F"
        )
        self.filter.setProperty("sunken", True)  # noqa: FBT003
        self.filter.keep_own_undo()
        self.filter.setMinimumWidth(theme.px(110))
        impact = Button(theme, "Impact", icon="audience.customers")
        impact.clicked.connect(self.open_impact)
        paste = Button(theme, "Paste", icon="do.paste", keys="Ctrl V")
        paste.clicked.connect(self.paste)
        for tool in (self.filter, impact, paste):
            self.header.add_tool(tool)
        self._drop = DropZone(theme, DROP, "or paste with Ctrl V")
        self.side = SidePanel(theme)
        self.tray = TrayPanel(self.context, self.model)
        self.details = DetailsPanel(self.context)
        self.changed = WhatChanged(self.context, self.review_id)
        self.gaps = GapsPanel(self.context)
        self._layout = GatherLayout(
            theme, self.side, self.tray, self.details, self.changed, self.gaps
        )
        self._layout.put_drop(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._layout, 1)

    def _connect(self) -> None:
        view, record = self.tray.view, self.details.record
        view.promote_asked.connect(self.records.promote)
        view.preview_asked.connect(self.records.preview)
        view.fold_asked.connect(self.records.fold)
        view.gap_asked.connect(self.records.ask)
        view.delete_asked.connect(self.records.delete)
        view.looked_at.connect(self._show_details)
        record.promote_asked.connect(self.records.promote)
        record.link_asked.connect(self.records.put_behind_event)
        record.gap_asked.connect(self.records.ask)
        record.take_off_asked.connect(self.records.take_off)
        record.event_asked.connect(self._on_event_asked)
        self.details.promote_asked.connect(self.records.promote)
        self.details.fold_asked.connect(self.records.fold)
        self.details.source_delete_asked.connect(self._on_source_deleted)
        self.details.source_promote_asked.connect(self._on_source_promoted)
        self.details.just_read.date_asked.connect(self._on_date_asked)
        self.records.gap_begun.connect(self._begin_gap)
        self.side.filtered.connect(self._show_tray)
        self.side.source_picked.connect(self._show_source)
        self.side.checklist_asked.connect(self.open_checklist)
        self.side.add_asked.connect(self.add_source)
        self.tray.checklist_asked.connect(self.open_checklist)
        self._drop.dropped.connect(self.take)
        self._drop.choose_asked.connect(self.choose_files)
        self.filter.edited.connect(self._on_filter_typed)
        self.filter.returnPressed.connect(self.tray.view.setFocus)
        self.gaps.added.connect(self._on_gap_added)
        self.gaps.opened.connect(self._open_gap)
        self.flow.arrived.connect(self._on_arrived)
        self.flow.picture_added.connect(self._on_picture)
        self._source.renewed.connect(self._on_tray_read)
        self._source.states_changed.connect(self._on_states)
        self.feed.renewed.connect(self._renew)

    @Slot()
    def _renew(self) -> None:
        snapshot = self.feed.snapshot
        self.side.show_counts(self._source.tray, snapshot.sources)
        self.header.set_sentence(self._sentence())
        self.changed.show_review(snapshot)
        self.gaps.show_review(snapshot)
        self._show_details()

    def _sentence(self) -> str:
        tray = self._source.tray
        if not len(tray):
            return "Everything comes in here first. Nothing goes on the timeline by itself."
        sources = counted(len(tray.source_counts()), "source")
        there = tray.counts()[RecordState.ON_TIMELINE]
        records = "record" if len(tray) == 1 else "records"
        on_it = f"{there:,} {'is' if there == 1 else 'are'} on the timeline."
        return f"{len(tray):,} {records} from {sources}. {on_it if there else NONE_THERE}"

    @Slot()
    def _on_tray_read(self) -> None:
        self.model.forget()
        self._show_tray()
        self._renew()
        if self._drop.isAncestorOf(self.focusWidget() or self):
            self._begin_on_list()
        if self._wanted_record and self.tray.view.look_at(self._wanted_record):
            self._wanted_record = ""

    def _begin_on_list(self) -> None:
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, bool)
    def _on_states(self, record_ids: frozenset[str], folded: bool) -> None:  # noqa: FBT001
        self.model.forget(record_ids)
        if folded or self.side.wanted().state is not None:
            self._show_tray()

    @Slot()
    def _show_tray(self) -> None:
        wanted, text = self.side.wanted(), self.filter.text().strip()
        if text:
            among = self._source.ids_saying(text)
            wanted = TrayFilter(state=wanted.state, source_id=wanted.source_id, among=among)
        entries = self._source.tray.entries(wanted)
        zone = self.feed.snapshot.review.zone
        self.tray.show_entries(entries, zone, self._why_none(text))
        self._layout.say_found(f"{len(entries):,} found" if text else "")

    def _why_none(self, text: str) -> WhyNone:
        if self.side.source_id() and not text:
            return WhyNone.SOURCE
        return WhyNone.FILTER if len(self._source.tray) else WhyNone.NOTHING_YET

    @Slot()
    def _show_details(self) -> None:
        ids = self.tray.view.chosen_ids()
        snapshot = self.feed.snapshot
        record = self.model.record(self.tray.view.chosen_row()) if len(ids) == 1 else None
        if record is not None:
            self.details.show_record(record, snapshot)
        elif len(ids) > 1:
            self.details.show_several(len(ids))
        else:
            self._show_source(self.side.source_id())

    @Slot(str)
    def _show_source(self, source_id: str) -> None:
        found = (each for each in self.feed.snapshot.sources if each.id == source_id)
        source = next(found, None)
        if source is None:
            self.details.show_nothing()
        else:
            self.details.show_source(source, self._source.tray.source_counts()[source_id])

    @Slot(str)
    def _on_filter_typed(self, _text: str) -> None:
        self._show_tray()

    @Slot(object, object)
    def _on_arrived(self, arrived: Arrived, source: Source) -> None:
        self.details.just_read.show_arrived(arrived, source)

    @Slot()
    def _on_date_asked(self) -> None:
        if self.details.just_read.source is not None:
            self.flow.look_again(self.details.just_read.source)

    @Slot(str)
    def _on_picture(self, record_id: str) -> None:
        self.side.pick_filter(ALL)
        if not self.tray.view.look_at(record_id):
            self._wanted_record = record_id

    @Slot(str)
    def _begin_gap(self, words: str) -> None:
        self._show_part(self.gaps)
        self.gaps.begin(words)

    @Slot(str)
    def _on_gap_added(self, text: str) -> None:
        self.context.workspace.run(add_gap(self.review_id, text))

    @Slot(str)
    def _open_gap(self, gap_id: str) -> None:
        GapsSheet(self.context, self.feed, gap_id).open()

    @Slot(object)
    def _on_source_given(self, new: NewSource) -> None:
        self.context.workspace.run(add_source(self.review_id, new))

    @Slot()
    def _on_source_deleted(self) -> None:
        if self.details.source is not None:
            self.details.flush()
            self.context.workspace.run(delete_source(self.details.source.source_id))
            self.context.shell.toast("Source deleted with its records", undo=True)

    @Slot()
    def _on_source_promoted(self) -> None:
        if self.details.source is not None:
            source_id = self.details.source.source_id
            came = self.context.workspace.run(promote_timed(self.review_id, source_id))
            said = f"{counted(len(came), 'event').capitalize()} on the timeline"
            self.context.shell.toast(said, undo=bool(came))

    @Slot(str)
    def _on_event_asked(self, event_id: str) -> None:
        self.context.shell.go_to_stage(Stage.TIMELINE, event_id)

    def _open_detection(self) -> None:
        self._open_impact_at("detection")

    def _open_impact_at(self, part: str) -> None:
        sheet = ImpactSheet(self.context, self.feed)
        sheet.open()
        sheet.begin_with(part)

    def _begin_change(self) -> None:
        lane = self.changed.first_open(self.feed.snapshot)
        self._show_part(lane)
        lane.begin()

    def _drop_link_focus(self) -> None:
        self._show_part(self._drop)
        link = self._drop.findChild(QPushButton)
        if link is not None:
            link.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_part(self, part: QWidget) -> None:
        self._layout.bring(part)

    def _bring_row(self, row_id: str) -> None:
        snapshot = self.feed.snapshot
        if any(source.id == row_id for source in snapshot.sources):
            self.side.pick_source(row_id)
        elif any(gap.id == row_id for gap in snapshot.gaps):
            self._open_gap(row_id)
        elif any(impact.id == row_id for impact in snapshot.impacts):
            self._open_impact_at(row_id)
        else:
            self.side.pick_filter(ALL)
            self.filter.clear()
            self._show_tray()
            if self.tray.view.look_at(row_id):
                self.tray.view.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._wanted_record = row_id
