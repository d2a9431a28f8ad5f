"""The timeline of a review as list and lanes show it, and one event with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, union
from sqlalchemy.orm import Session

from models.evidence import Attachment, EventRecord, Source
from models.inquiry import Question
from models.people import Participant
from models.queries.load import row, rows, table_of
from models.queries.records import records_of_event
from models.queries.snapshots import timeline_order
from models.queries.visible import source_is_shown
from models.review import Review
from models.rows import (
    AccountRow,
    AttachmentRow,
    EventRow,
    GapRow,
    ImpactRow,
    ParticipantRow,
    QuestionRow,
    RecordRow,
    ReviewRow,
    SourceRow,
)
from models.snapshot import Snapshot
from models.story import Account, Event, Gap, Impact
from models.taxonomy import Probe
from models.values import Privacy

SHOWN = (
    *("id", "review_id", "at", "at_end", "precision", "rank", "kind", "marks", "title", "lane"),
    *("participant_id", "source_id", "told_by_id"),
)
"""The columns of an event that list and lanes need; its long texts are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What list and lanes show of a review.

    `story` holds the review, the events without their long texts, impacts, gaps, the questions
    about silent stretches and the people; its other lists are empty.
    """

    story: Snapshot
    accounts: Mapping[str, int] = field(default_factory=dict)
    """How many tellings an event has, by its id."""
    backed: frozenset[str] = frozenset()
    """Ids of the events with a record, a picture or a told account behind them."""

    @property
    def events(self) -> tuple[EventRow, ...]:
        """The events in timeline order."""
        return self.story.events

    def is_sourced(self, event: EventRow) -> bool:
        """Whether anything or anyone stands for an event (T05)."""
        return bool(event.source_id or event.told_by_id or event.id in self.backed)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetails:
    """One event with its accounts, gaps, records and pictures, and what can be chosen for it."""

    event: EventRow
    accounts: tuple[AccountRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    records: tuple[RecordRow, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    people: tuple[ParticipantRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    zone: str = "UTC"
    begun: datetime | None = None
    """When the incident began: the day of a bare time where the event has none."""


def timeline(session: Session, review_id: str) -> Timeline:
    """Return the timeline of a review. Raises LookupError where it is gone."""
    review = row(session, ReviewRow, review_id)
    if review is None:
        raise LookupError(review_id)
    of_silence = (Question.review_id == review_id, Question.probe == Probe.GAP)
    story = Snapshot(
        level=Privacy.PRIVATE,
        review=review,
        events=_shown_events(session, Event.review_id == review_id),
        impacts=rows(session, ImpactRow, Impact.review_id == review_id, order=[_rank(ImpactRow)]),
        gaps=rows(session, GapRow, Gap.review_id == review_id, order=[_rank(GapRow)]),
        questions=rows(session, QuestionRow, *of_silence),
        participants=_people(session, review_id),
    )
    counted = (
        select(Account.event_id, func.count())
        .where(Account.review_id == review_id)
        .group_by(Account.event_id)
    )
    accounts = dict(session.execute(counted).all())
    backed = frozenset(event_id for (event_id,) in session.execute(_backed(review_id)))
    return Timeline(story=story, accounts=accounts, backed=backed)


def shown_events(session: Session, ids: Sequence[str]) -> tuple[EventRow, ...]:
    """Return these events without their long texts."""
    return _shown_events(session, Event.id.in_(ids))


def event_details(session: Session, event_id: str) -> EventDetails | None:
    """Return one event with what belongs to it, or None where it is gone."""
    event = row(session, EventRow, event_id)
    if event is None:
        return None
    review_id = event.review_id
    wanted = select(Review.zone, Review.started_at).where(Review.id == review_id)
    zone, begun = session.execute(wanted).one()
    told, asked = Account.event_id == event_id, Gap.event_id == event_id
    return EventDetails(
        event=event,
        accounts=rows(session, AccountRow, told, order=[_rank(AccountRow)]),
        gaps=rows(session, GapRow, asked, order=[_rank(GapRow)]),
        records=records_of_event(session, event_id),
        attachments=rows(session, AttachmentRow, Attachment.event_id == event_id),
        people=_people(session, review_id),
        sources=rows(session, SourceRow, Source.review_id == review_id, source_is_shown()),
        zone=zone,
        begun=begun,
    )


def _people(session: Session, review_id: str) -> tuple[ParticipantRow, ...]:
    wanted = Participant.review_id == review_id
    return rows(session, ParticipantRow, wanted, order=[_rank(ParticipantRow)])


def _shown_events(session: Session, wanted: Any) -> tuple[EventRow, ...]:
    columns = [Event.__table__.c[name] for name in SHOWN]
    statement = select(*columns).where(wanted).order_by(*timeline_order(), Event.__table__.c.id)
    found = session.execute(statement)
    return tuple(EventRow(**dict(zip(SHOWN, values, strict=True))) for values in found)


def _backed(review_id: str) -> Select[Any]:
    told = select(Account.event_id).where(
        Account.review_id == review_id, func.trim(Account.text) != ""
    )
    recorded = select(EventRecord.event_id).where(EventRecord.review_id == review_id)
    pictured = select(Attachment.event_id).where(
        Attachment.review_id == review_id, Attachment.event_id.is_not(None)
    )
    every = union(told, recorded, pictured).subquery()
    return select(every.c.event_id)


def _rank(kind: Any) -> Any:
    return table_of(kind).c.rank
