"""What can be done to the sources of a review: list them, shift a clock that was off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from guides.source_checklist import ChecklistLine
from models.evidence import EventRecord, Record, Source
from models.story import Event
from models.values import RecordKind, SourceState


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """Where evidence is, or is to be asked for."""

    name: str
    kind: RecordKind = RecordKind.FILE
    state: SourceState = SourceState.HAVE
    checklist_key: str = ""
    origin: str = ""
    giver: str = ""
    received_on: date | None = None
    zone: str = ""
    note: str = ""


@operation("Add source")
def add_source(session: Session, review_id: str, new: NewSource) -> str:
    """Put a source on the list; return its id."""
    source = Source(
        review_id=review_id,
        name=new.name,
        kind=new.kind,
        state=new.state,
        checklist_key=new.checklist_key,
        origin=new.origin,
        giver=new.giver,
        received_on=new.received_on,
        zone=new.zone,
        note=new.note,
    )
    session.add(source)
    session.flush()
    return source.id


@operation("Say where evidence is")
def set_checklist_state(
    session: Session, review_id: str, line: ChecklistLine, state: SourceState | None
) -> None:
    """Say of a line of the checklist whether there is a source; None takes what was said back.

    Only the source that stands for the line is changed; imports answer it by themselves.
    """
    found = session.scalar(
        select(Source)
        .where(Source.review_id == review_id, Source.checklist_key == line.key)
        .order_by(Source.id)
        .limit(1)
    )
    if found is None and state is not None:
        session.add(
            Source(
                review_id=review_id,
                name=line.title,
                kind=line.kind,
                state=state,
                checklist_key=line.key,
            )
        )
    elif found is not None and state is not None:
        found.state = state
    elif found is not None:
        remove(session, Source, found.id)


@operation("Delete source")
def delete_source(session: Session, source_id: str) -> None:
    """Delete a source with its records; events that came from it stay."""
    remove(session, Source, source_id)


@operation("Shift clock of source")
def shift_source(session: Session, source_id: str, seconds: int) -> None:
    """Set how far a source's clock was off, in seconds added to its times.

    Its records show the new time. The events made from them move along, but for those whose time
    was typed since.
    """
    source = session.get_one(Source, source_id)
    before = timedelta(seconds=source.shift_seconds)
    source.shift_seconds = seconds
    promoted = (
        select(Event, Record.at)
        .join(EventRecord, EventRecord.event_id == Event.id)
        .join(Record, EventRecord.record_id == Record.id)
        .where(Record.source_id == source_id)
        .order_by(Event.id, Record.id)
    )
    for event, record_at in session.execute(promoted):
        if record_at is not None and event.at == record_at + before:
            event.at = record_at + timedelta(seconds=seconds)
            if event.at_end is not None:
                event.at_end += timedelta(seconds=seconds) - before
