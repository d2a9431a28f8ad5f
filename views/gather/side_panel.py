"""The lists at the left: which records are shown, and the sources they come from."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guides.source_checklist import STATE_WORDS
from models.rows import SourceRow
from models.values import RecordKind, RecordState, SourceState
from views.gather.pick_list import Pick, PickList
from views.gather.tray import Tray, TrayFilter
from views.gather.tray_lines import ICONS
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.text import Text

ALL = "all"
FILTERS: tuple[tuple[str, str, str, RecordState | None], ...] = (
    (ALL, "All", "ph.stack", None),
    ("new", "Not looked at", "ph.circle-dashed", RecordState.NEW),
    ("on_timeline", "On the timeline", "record.on_timeline", RecordState.ON_TIMELINE),
    ("folded", "Folded noise", "record.folded", RecordState.FOLDED),
)
"""Key, words, icon and the state that each filter wants."""
_STATES = {key: state for key, _, _, state in FILTERS}
_ORDER = {state: place for place, state in enumerate(SourceState)}


class SidePanel(QWidget):
    """`filtered` tells that other records are to be shown, `source_picked(id)` names a source."""

    filtered = Signal()
    source_picked = Signal(str)
    checklist_asked = Signal()
    add_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._records = PickList(theme, "Which records")
        self._sources = PickList(theme, "Sources")
        self._records.picked.connect(self._on_filter)
        self._sources.picked.connect(self._on_source)
        self._build()
        self.show_counts(Tray(), ())
        self._records.choose(ALL)

    def wanted(self) -> TrayFilter:
        """Give the filter that is picked."""
        state = _STATES.get(self._records.choice())
        return TrayFilter(state=state, source_id=self._sources.choice())

    def source_id(self) -> str:
        """Give the picked source; empty where records of all sources are shown."""
        return self._sources.choice()

    def pick_source(self, source_id: str) -> None:
        """Pick a source, as a person would."""
        self._sources.choose(source_id)
        self._on_source(source_id)

    def pick_filter(self, key: str) -> None:
        """Pick which records are shown, as a person would."""
        self._records.choose(key)
        self._on_filter(key)

    def show_counts(self, tray: Tray, sources: tuple[SourceRow, ...]) -> None:
        """Show how many records there are, by state and by source."""
        counts = tray.counts()
        self._records.show_picks([_filter_pick(filter_, counts, tray) for filter_ in FILTERS])
        by_source = tray.source_counts()
        ordered = sorted(sources, key=lambda each: (_ORDER[each.state], each.id))
        self._sources.show_picks([_source_pick(each, by_source) for each in ordered])
        if not self._records.choice() and not self._sources.choice():
            self._records.choose(ALL)
            self.filtered.emit()

    def picks(self) -> tuple[Pick, ...]:
        """Give all lines shown."""
        return (*self._records.picks(), *self._sources.picks())

    def focus_list(self) -> None:
        """Put the keyboard into the list that is picked from."""
        (self._sources if self._sources.choice() else self._records).setFocus()

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._inset(Text(theme, "Records", role="small", weight=600)))
        column.addWidget(self._records)
        column.addSpacing(px(12))
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, px(8), 0)
        head.addWidget(Text(theme, "Sources", role="small", weight=600), 1)
        checklist = link_button(theme, "Checklist", small=True)
        add = link_button(theme, "Add", small=True)
        add.setAccessibleName("Add a source")
        checklist.clicked.connect(self.checklist_asked)
        add.clicked.connect(self.add_asked)
        head.addWidget(checklist)
        head.addSpacing(px(10))
        head.addWidget(add)
        column.addLayout(head)
        column.addWidget(self._sources)
        column.addStretch()

    def _inset(self, text: Text) -> Text:
        text.setContentsMargins(self._theme.px(8), 0, 0, 0)
        return text

    @Slot(str)
    def _on_filter(self, _key: str) -> None:
        self._sources.choose("")
        self.filtered.emit()

    @Slot(str)
    def _on_source(self, source_id: str) -> None:
        self._records.choose("")
        self.filtered.emit()
        self.source_picked.emit(source_id)


def _filter_pick(
    filter_: tuple[str, str, str, RecordState | None],
    counts: Counter[RecordState],
    tray: Tray,
) -> Pick:
    key, words, icon, state = filter_
    count = len(tray) if state is None else counts[state]
    return Pick(key, words, f"{count:,}", icon, quiet=state is RecordState.FOLDED)


def _source_pick(source: SourceRow, counts: Counter[str]) -> Pick:
    at_hand = source.state is SourceState.HAVE
    count = counts[source.id]
    note = f"{count:,}" if count else ("" if at_hand else STATE_WORDS[source.state])
    if at_hand and not count and source.kind is RecordKind.LINK:
        note = "link"
    return Pick(
        source.id,
        source.name,
        note,
        ICONS[source.kind],
        quiet=not at_hand,
        asks=source.state is SourceState.REQUESTED,
    )
