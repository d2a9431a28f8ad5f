"""What can be done to raw records: promote, add to an event, fold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.operations.base import operation
from app.operations.ranks import next_rank
from app.operations.timeline import back_to_the_tray, people_of
from guides.promotion import draft_event, person_called
from models.evidence import EventRecord, Record, Source
from models.queries.visible import record_is_shown
from models.rows import ParticipantRow
from models.story import Event
from models.values import EventKind, Precision, RecordState

_IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWording:
    """How a record is to read on the timeline; an empty lane is found by who said it."""

    title: str
    kind: EventKind = EventKind.NORMAL
    lane: str = ""


@operation("Promote record")
def promote_record(session: Session, record_id: str) -> str:
    """Make an event of a record; return its id, or that of the event it already stands behind."""
    record = session.get_one(Record, record_id)
    (event_id,) = _promote(session, record.review_id, [record])
    return event_id


@operation("Promote record")
def promote_record_as(session: Session, record_id: str, wording: EventWording) -> str:
    """Make an event of a record in these words; return its id.

    A record that stands behind an event already keeps it as it is.
    """
    record = session.get_one(Record, record_id)
    is_new = not _linked(session, [record_id])
    (event_id,) = _promote(session, record.review_id, [record])
    if is_new:
        event = session.get_one(Event, event_id)
        event.title, event.kind = wording.title, wording.kind
        if wording.lane and wording.lane != event.lane:
            event.lane = wording.lane
            person = person_called(wording.lane, people_of(session, record.review_id))
            event.participant_id = person.id if person else event.participant_id
    return event_id


@operation("Promote records")
def promote_records(session: Session, record_ids: Sequence[str]) -> tuple[str, ...]:
    """Make an event of each record; return the ids of their events in the same order."""
    records = [session.get_one(Record, record_id) for record_id in record_ids]
    return _promote(session, records[0].review_id, records) if records else ()


@operation("Promote all records")
def promote_all(session: Session, review_id: str, source_id: str | None = None) -> tuple[str, ...]:
    """Make an event of each new record, of one source or of all; folded ones stay folded."""
    return _promote(session, review_id, _new_records(session, review_id, source_id))


@operation("Promote records with a time")
def promote_timed(
    session: Session, review_id: str, source_id: str | None = None
) -> tuple[str, ...]:
    """Make an event of each new record that has a time, of one source or of all."""
    found = _new_records(session, review_id, source_id)
    return _promote(session, review_id, [each for each in found if each.at is not None])


@operation("Add record to event")
def add_record_to_event(session: Session, record_id: str, event_id: str) -> None:
    """Put a record behind an event; the event's first record gives it its source."""
    record, event = session.get_one(Record, record_id), session.get_one(Event, event_id)
    if record_id in _linked(session, [record_id]).get(event_id, ()):
        return
    _link(session, record, event)
    if event.source_id is None:
        event.source_id = record.source_id


@operation("Take record off event")
def take_record_off_event(session: Session, record_id: str, event_id: str) -> None:
    """Take a record away from an event; it goes back to the raw tray."""
    link = select(EventRecord).where(
        EventRecord.record_id == record_id, EventRecord.event_id == event_id
    )
    for found in session.scalars(link):
        session.delete(found)
    session.flush()
    back_to_the_tray(session, {record_id})


@operation("Fold records")
def fold_records(session: Session, record_ids: Sequence[str]) -> None:
    """Put records out of sight; those on the timeline stay."""
    _set_state(session, record_ids, RecordState.NEW, RecordState.FOLDED)


@operation("Unfold records")
def unfold_records(session: Session, record_ids: Sequence[str]) -> None:
    """Bring folded records back to sight."""
    _set_state(session, record_ids, RecordState.FOLDED, RecordState.NEW)


def _new_records(session: Session, review_id: str, source_id: str | None) -> list[Record]:
    statement = select(Record).where(
        Record.review_id == review_id, Record.state == RecordState.NEW, record_is_shown()
    )
    if source_id is not None:
        statement = statement.where(Record.source_id == source_id)
    return list(session.scalars(statement.order_by(Record.source_id, Record.position)))


def _promote(session: Session, review_id: str, records: Sequence[Record]) -> tuple[str, ...]:
    known = {
        record_id: event_id
        for event_id, record_ids in _linked(session, [each.id for each in records]).items()
        for record_id in record_ids
    }
    people = people_of(session, review_id)
    rank = next_rank(session, Event, review_id)
    fresh: list[tuple[Record, Event]] = []
    for record in records:
        if record.id not in known:
            event = _event_of(session, record, people, rank + len(fresh))
            fresh.append((record, event))
    session.add_all([event for _, event in fresh])
    session.flush()
    for record, event in fresh:
        _link(session, record, event)
        known[record.id] = event.id
    return tuple(known[record.id] for record in records)


def _event_of(
    session: Session, record: Record, people: Iterable[ParticipantRow], rank: int
) -> Event:
    source = session.get_one(Source, record.source_id)
    shift = timedelta(seconds=source.shift_seconds)
    draft = draft_event(record.text, record.kind)
    person = person_called(record.author, people)
    return Event(
        review_id=record.review_id,
        at=None if record.at is None else record.at + shift,
        at_end=None if record.at_end is None else record.at_end + shift,
        time_text=record.time_text,
        zone=record.zone or source.zone,
        precision=Precision.UNKNOWN if record.at is None else record.precision,
        rank=rank,
        kind=draft.kind,
        title=draft.title,
        detail=draft.detail,
        lane=person.role if person else "",
        participant_id=person.id if person else None,
        source_id=record.source_id,
    )


def _link(session: Session, record: Record, event: Event) -> None:
    session.add(EventRecord(review_id=record.review_id, event_id=event.id, record_id=record.id))
    record.state = RecordState.ON_TIMELINE


def _linked(session: Session, record_ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the records among these that stand behind events, by the event."""
    found: dict[str, list[str]] = {}
    for start in range(0, len(record_ids), _IDS_AT_ONCE):
        some = EventRecord.record_id.in_(record_ids[start : start + _IDS_AT_ONCE])
        statement = select(EventRecord.event_id, EventRecord.record_id).where(some)
        for event_id, record_id in session.execute(statement.order_by(EventRecord.id)):
            found.setdefault(event_id, []).append(record_id)
    return found


def _set_state(
    session: Session, record_ids: Sequence[str], before: RecordState, after: RecordState
) -> None:
    for start in range(0, len(record_ids), _IDS_AT_ONCE):
        some = Record.id.in_(record_ids[start : start + _IDS_AT_ONCE])
        for record in session.scalars(select(Record).where(some, Record.state == before)):
            record.state = after
