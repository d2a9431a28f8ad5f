"""The story: events, accounts, gaps, impacts and what had changed, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from models.rows.base import Row, Words
from models.values import (
    ChangeLane,
    EventKind,
    Extent,
    GapState,
    ImpactGroup,
    Mark,
    Precision,
    Privacy,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(Row):
    """Something that happened, told without judgement (T01). Times are aware, in UTC."""

    table: ClassVar[str] = "event"

    review_id: str
    at: datetime | None = None
    at_end: datetime | None = None
    time_text: str = ""
    """The time as it was written."""
    zone: str = ""
    """The zone it was written in: an IANA name or an offset such as `+02:00`."""
    precision: Precision = Precision.EXACT
    rank: int = 0
    """Order at equal or unknown time."""
    kind: EventKind = EventKind.NORMAL
    marks: frozenset[Mark] = frozenset()
    title: Words
    detail: Words = ""
    lane: str = ""
    """A role, team or system; the row of the lanes picture."""
    participant_id: str | None = None
    """Whose act or experience it is."""
    source_id: str | None = None
    told_by_id: str | None = None
    """The participant from whose memory it comes, where no record exists (G11)."""
    added_in_room: bool = False
    learned_later: bool = False
    known_then: Words = ""
    expected_next: Words = ""
    unclear_then: Words = ""
    pressing: Words = ""
    privacy: Privacy = Privacy.INTERNAL

    @property
    def is_decision(self) -> bool:
        """Whether this is a decision point, the unit of analysis."""
        return self.kind is EventKind.DECISION


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow(Row):
    """One person's telling of an event (T03)."""

    table: ClassVar[str] = "account"

    review_id: str
    event_id: str
    participant_id: str | None = None
    text: Words
    told_how: str = ""
    told_on: date | None = None
    verbatim: bool = True
    quote_approved: bool = False
    privacy: Privacy = Privacy.PARTICIPANTS
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow(Row):
    """An open question about the facts (G05)."""

    table: ClassVar[str] = "gap"

    review_id: str
    text: Words
    asker: str = ""
    owner: str = ""
    state: GapState = GapState.OPEN
    answer: Words = ""
    event_id: str | None = None
    privacy: Privacy = Privacy.INTERNAL
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRow(Row):
    """What the incident did to one group (G06)."""

    table: ClassVar[str] = "impact"

    review_id: str
    group: ImpactGroup
    text: Words
    low: float | None = None
    high: float | None = None
    unit: str = ""
    extent: Extent = Extent.PARTIAL
    started_at: datetime | None = None
    ended_at: datetime | None = None
    source_id: str | None = None
    privacy: Privacy = Privacy.INTERNAL
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFindingRow(Row):
    """Something that had changed before the incident (G03)."""

    table: ClassVar[str] = "change_finding"

    review_id: str
    lane: ChangeLane
    text: Words
    rank: int = 0
