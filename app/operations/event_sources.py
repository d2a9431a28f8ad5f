"""Naming what an event is known from."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.operations.base import operation
from models.evidence import Source
from models.story import Event
from models.values import RecordKind


@operation("Name source of event")
def name_source(session: Session, event_id: str, name: str, kind: RecordKind) -> str:
    """Give an event a source that was not on the list yet; return the source's id."""
    event = session.get_one(Event, event_id)
    source = Source(review_id=event.review_id, name=name, kind=kind)
    session.add(source)
    session.flush()
    event.source_id = source.id
    return source.id
