"""What can be done to pictures: put one into the tray or beside an event, take it away."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attachments import StoredPicture
from app.history import remove, remove_many
from app.operations.base import operation
from models.evidence import Attachment, Record, Source
from models.story import Event
from models.values import Precision, RecordKind

PICTURES = "Pictures"
"""Name of the source that gathers the pictures of a review."""


@operation("Add picture")
def add_picture(
    session: Session, review_id: str, picture: StoredPicture, name: str, received_on: date
) -> str:
    """Put a picture into the raw tray and return its record's id; the same picture comes once."""
    source_id = _source_of_pictures(session, review_id, received_on)
    known = session.scalar(
        select(Record.id).where(Record.source_id == source_id, Record.identity == picture.sha256)
    )
    if known is not None:
        return known
    _attach(session, review_id, picture, name, source_id=source_id)
    record = Record(
        review_id=review_id,
        source_id=source_id,
        identity=picture.sha256,
        kind=RecordKind.PICTURE,
        precision=Precision.UNKNOWN,
        text=name,
    )
    session.add(record)
    session.flush()
    return record.id


@operation("Add picture")
def attach_picture(session: Session, event_id: str, picture: StoredPicture, name: str) -> str:
    """Put a picture beside an event; return the attachment's id."""
    review_id = session.get_one(Event, event_id).review_id
    return _attach(session, review_id, picture, name, event_id=event_id)


@operation("Delete picture")
def delete_picture(session: Session, record_id: str) -> None:
    """Take a picture out of the tray; its file stays until the library is tidied."""
    record = session.get_one(Record, record_id)
    shown = select(Attachment.id).where(
        Attachment.source_id == record.source_id, Attachment.sha256 == record.identity
    )
    remove_many(session, Attachment, list(session.scalars(shown)))
    remove(session, Record, record_id)


@operation("Delete picture")
def delete_attachment(session: Session, attachment_id: str) -> None:
    """Take a picture away from where it is shown; its file stays until the library is tidied."""
    remove(session, Attachment, attachment_id)


def _source_of_pictures(session: Session, review_id: str, received_on: date) -> str:
    found = session.scalar(
        select(Source.id)
        .where(Source.review_id == review_id, Source.kind == RecordKind.PICTURE)
        .order_by(Source.id)
        .limit(1)
    )
    if found is not None:
        return found
    source = Source(
        review_id=review_id, name=PICTURES, kind=RecordKind.PICTURE, received_on=received_on
    )
    session.add(source)
    session.flush()
    return source.id


def _attach(
    session: Session,
    review_id: str,
    picture: StoredPicture,
    name: str,
    *,
    source_id: str | None = None,
    event_id: str | None = None,
) -> str:
    attachment = Attachment(
        review_id=review_id,
        source_id=source_id,
        event_id=event_id,
        sha256=picture.sha256,
        suffix=picture.suffix,
        shown_name=name,
        size=picture.size,
    )
    session.add(attachment)
    session.flush()
    return attachment.id
