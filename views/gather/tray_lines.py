"""What one row of the raw tray says: a record, or a run of folded ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from models.phrases import shortened
from models.rows import RecordRow
from models.times.show import show_time
from models.values import Precision, RecordKind, RecordState

COUNTED_BY_MACHINES = frozenset({RecordKind.CHAT, RecordKind.ALERT, RecordKind.LOG})
ICONS = {
    RecordKind.CHAT: "record.chat",
    RecordKind.ALERT: "record.alert",
    RecordKind.LOG: "record.log",
    RecordKind.GRAPH: "record.graph",
    RecordKind.STATUS_PAGE: "record.status_page",
    RecordKind.RECORDING: "record.recording",
    RecordKind.PICTURE: "record.picture",
    RecordKind.LINK: "record.link",
    RecordKind.NOTES: "record.file",
    RecordKind.TICKET: "ph.ticket",
    RecordKind.FILE: "record.file",
}
NO_TIME = "no time"
_FIRST_WORDS = 3


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record as its row shows it."""

    time: str
    who: str
    words: str
    icon: str
    kind: RecordKind
    state: RecordState

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        state = {RecordState.ON_TIMELINE: "on the timeline", RecordState.FOLDED: "folded"}
        said = (self.time.replace("~", "about "), self.who, self.words, state.get(self.state, ""))
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class FoldLine:
    """Several folded records in a row of one."""

    time: str
    words: str

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return f"{self.time}, folded, {self.words}. X unfolds"


Line: TypeAlias = RecordLine | FoldLine


def record_line(record: RecordRow, zone: str) -> RecordLine:
    """Return the row of one record, its time on the clock of the review."""
    return RecordLine(
        time=time_of(record, zone),
        who=record.author,
        words=" ".join(record.text.split()),
        icon=ICONS[record.kind],
        kind=record.kind,
        state=record.state,
    )


def fold_line(first: Sequence[RecordRow], count: int, zone: str) -> FoldLine:
    """Return the row of a run of folded records, told by its first ones."""
    authors = {record.author for record in first if record.author}
    who = authors.pop() if len(authors) == 1 else ""
    said = dict.fromkeys(shortened(record.text, 28) for record in first)
    what = ", ".join(list(said)[:_FIRST_WORDS])
    counted = f"{count} messages" if who else f"{count} folded"
    start = f"{who}: {counted}" if who else counted
    return FoldLine(time_of(first[0], zone), f"{start}: {what}" if what else start)


def time_of(record: RecordRow, zone: str) -> str:
    """Return a record's time on the clock of the review; words where it has none."""
    if record.at is None or record.precision is Precision.UNKNOWN:
        return NO_TIME
    exact = record.precision is Precision.EXACT
    return show_time(record.at, zone, record.precision, seconds=exact and _to_the_second(record))


def _to_the_second(record: RecordRow) -> bool:
    """Whether the time was written with its seconds, or counted by a machine."""
    return record.kind in COUNTED_BY_MACHINES or record.time_text.count(":") != 1
