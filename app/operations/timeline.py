"""What can be done to the events of a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove_many
from app.operations.base import operation
from app.operations.privacy import privacy_from
from app.operations.ranks import next_rank
from guides.promotion import person_called
from guides.quick_result import QuickEvent
from models.errors import ReviewError
from models.evidence import EventRecord, Record
from models.people import Participant
from models.queries.load import rows
from models.queries.snapshots import timeline_order
from models.rows import ParticipantRow
from models.story import Event, Gap
from models.times.reading import TimeReading
from models.values import Mark, Privacy, RecordState


@operation("Add event")
def add_event(
    session: Session,
    review_id: str,
    quick: QuickEvent,
    added_in_room: bool = False,  # noqa: FBT001, FBT002 - an operation's arguments are kept by position
) -> str:
    """Put a typed line on the timeline, with its gap if it names one; return the event's id."""
    event = Event(
        review_id=review_id,
        rank=next_rank(session, Event, review_id),
        title=quick.title,
        detail=quick.detail,
        kind=quick.kind,
        marks=quick.marks,
        added_in_room=added_in_room,
    )
    _set_time(event, quick.time)
    _set_lane(session, event, quick.lane)
    session.add(event)
    session.flush()
    _add_gap(session, event, quick.gap)
    return event.id


@operation("Edit event")
def edit_event(session: Session, event_id: str, quick: QuickEvent) -> None:
    """Take over what an edited line says; a line without time or detail leaves those as they are.

    A gap that the line names is added.
    """
    event = session.get_one(Event, event_id)
    event.title, event.kind, event.marks = quick.title, quick.kind, quick.marks
    event.detail = quick.detail or event.detail
    if quick.time.text:
        _set_time(event, quick.time)
    if quick.lane != event.lane:
        _set_lane(session, event, quick.lane)
    _add_gap(session, event, quick.gap)


@operation("Change time of event")
def retime_event(session: Session, event_id: str, reading: TimeReading) -> None:
    """Give an event another time, as it was typed."""
    _set_time(session.get_one(Event, event_id), reading)


@operation("Move event")
def move_event(session: Session, event_id: str, behind_id: str | None) -> None:
    """Put an event behind another of the same time, or before all of that time with None.

    Raises ReviewError where the two have different times.
    """
    event = session.get_one(Event, event_id)
    same_time = Event.at.is_(None) if event.at is None else Event.at == event.at
    found = session.scalars(
        select(Event)
        .where(Event.review_id == event.review_id, same_time)
        .order_by(*timeline_order(), Event.id)
    )
    siblings = [each for each in found if each is not event]
    place = 0
    if behind_id is not None:
        ids = [each.id for each in siblings]
        if behind_id not in ids:
            raise ReviewError(
                "These events have different times. Change the time of one to move it."
            )
        place = ids.index(behind_id) + 1
    _number([*siblings[:place], event, *siblings[place:]])


@operation("Mark event")
def toggle_mark(session: Session, event_id: str, mark: Mark) -> None:
    """Set a mark on an event, or take it away where it is set."""
    event = session.get_one(Event, event_id)
    event.marks = event.marks ^ {mark}


@operation("Delete event")
def delete_events(session: Session, event_ids: Sequence[str]) -> None:
    """Delete events with their accounts; their records go back to the raw tray."""
    linked = session.scalars(
        select(EventRecord.record_id).where(EventRecord.event_id.in_(event_ids))
    )
    record_ids = set(linked)
    remove_many(session, Event, event_ids)
    back_to_the_tray(session, record_ids)


def back_to_the_tray(session: Session, record_ids: set[str]) -> None:
    """Mark records as new again that stand behind no event any more."""
    used = set(session.scalars(select(EventRecord.record_id)))
    for record_id in sorted(record_ids - used):
        session.get_one(Record, record_id).state = RecordState.NEW


def people_of(session: Session, review_id: str) -> tuple[ParticipantRow, ...]:
    """Return the participants of a review."""
    return rows(session, ParticipantRow, Participant.review_id == review_id)


def _set_time(event: Event, time: TimeReading) -> None:
    event.at, event.at_end = time.at, time.at_end
    event.time_text, event.zone, event.precision = time.text, time.zone, time.precision


def _set_lane(session: Session, event: Event, lane: str) -> None:
    """Set the lane, and whose event it is where the lane is a person's role or name."""
    event.lane = lane
    person = person_called(lane, people_of(session, event.review_id))
    event.participant_id = person.id if person else None


def _add_gap(session: Session, event: Event, text: str) -> None:
    if text:
        gap = Gap(
            review_id=event.review_id,
            event_id=event.id,
            text=text,
            privacy=privacy_from(event.privacy, usual=Privacy.INTERNAL),
            rank=next_rank(session, Gap, event.review_id),
        )
        session.add(gap)


def _number(events: Sequence[Event]) -> None:
    """Give the events rising ranks, changing as few as possible."""
    ranks = sorted(event.rank for event in events)
    last = ranks[0] - 1
    for event, rank in zip(events, ranks, strict=True):
        last = max(rank, last + 1)
        if event.rank != last:
            event.rank = last
