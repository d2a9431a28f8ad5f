"""What an importer yields: frozen, picklable records, so that a child process could run it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.values import Precision, RecordKind


class ZoneSource(StrEnum):
    """How the zone of a record's time is known."""

    EXPLICIT = "explicit"
    """Named in the text: beside the time or in a heading above it."""
    OFFSET = "offset"
    """Written as an offset, `+02:00` or `Z`."""
    ASSUMED = "assumed"
    """Answered by the facilitator."""
    EPOCH = "epoch"
    """The source counts seconds since 1970, which needs no zone."""
    NONE = "none"
    """Not known."""


class Missing(StrEnum):
    """What keeps a written time from becoming an instant."""

    ZONE = "zone"
    DATE = "date"
    SIDE = "side"
    """The local time happened twice or not at all: the clocks were changed."""
    SENSE = "sense"
    """The time cannot be read as one, e.g. `29:75` or 31 February."""


class ChannelKind(StrEnum):
    """Who could read a channel."""

    PUBLIC = "public"
    PRIVATE = "private"
    DIRECT = "direct"
    """Between a few people; folded until the facilitator unfolds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRecord:
    """One message, alert or line, as the raw tray takes it. Instants are aware, in UTC."""

    identity: str
    """The same at the next import of the same source (product.md, "Record identity")."""
    position: int
    """Order within the source, from 0."""
    text: str
    """Markdown, cleaned by `models.words.clean_text`."""
    at: datetime | None = None
    at_end: datetime | None = None
    """The end of a written range, `14:05-14:20`."""
    time_text: str = ""
    """The time as it was written."""
    zone: str = ""
    """An IANA name or an offset such as `+02:00`."""
    zone_source: ZoneSource = ZoneSource.NONE
    precision: Precision = Precision.EXACT
    missing: tuple[Missing, ...] = ()
    """Why `at` is None although a time was written; empty for an untimed line."""
    doubt: str = ""
    """One sentence for the facilitator about the time, where `missing` is not empty."""
    author: str = ""
    """The shown name."""
    author_id: str = ""
    """Matches `PersonHint.id` where the source numbers its people."""
    channel: str = ""
    channel_kind: ChannelKind = ChannelKind.PUBLIC
    kind: RecordKind = RecordKind.NOTES
    noise: bool = False
    """Comes in folded: joins, topics and the like."""
    thread_of: str = ""
    """Identity of the record it answers."""
    link: str = ""
    place: str = ""
    """Where it stands in the source, for a person: `line 12`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was left out, and why."""

    place: str
    """Where, for a person: `line 12`, `general/2020-03-04.json, message 7`."""
    reason: str
    """A short plain phrase that can be counted: `no text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHint:
    """Someone the source knows, for matching with the review's participants."""

    id: str
    name: str = ""
    aliases: tuple[str, ...] = ()
    """Handles and addresses."""
    zone: str = ""
    """IANA name, where the source knows it."""
    is_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the facilitator answered because the source does not say."""

    zone: str = ""
    """IANA name or offset, for times without one."""
    date: date | None = None
    """The day of the first time that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the preview asks, with the places it is about."""

    missing: Missing
    sentence: str
    count: int
    """How many records wait for the answer."""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would bring, before anything is written."""

    format: str
    """In words: `Slack export`."""
    kept: int = 0
    folded: int = 0
    untimed: int = 0
    """How many of the kept and folded carry no instant."""
    skipped: tuple[tuple[str, int], ...] = ()
    """Reason and count, the most frequent first."""
    first: datetime | None = None
    last: datetime | None = None
    rows: tuple[ImportedRecord, ...] = ()
    """The first records, to look at."""
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Remarks about the source as a whole, one sentence each: how it was read."""

    @property
    def needs_zone(self) -> bool:
        """Whether a zone has to be answered before all written times are known."""
        return any(question.missing is Missing.ZONE for question in self.questions)

    @property
    def needs_date(self) -> bool:
        """Whether a date has to be answered before all written times are known."""
        return any(question.missing is Missing.DATE for question in self.questions)
