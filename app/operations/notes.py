"""The facilitator's private notes beside a stage, a moment or a person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.inquiry import Note
from models.values import Stage


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a note goes: its own id, the review, the stage, and what it is beside."""

    note_id: str
    review_id: str
    stage: Stage
    event_id: str | None = None
    participant_id: str | None = None


@operation("Write note", merge=True)
def write_note(session: Session, place: NotePlace, text: str) -> None:
    """Store the words of a note; the first words make it. It is private until someone widens it."""
    note = session.get(Note, place.note_id)
    if note is not None:
        note.text = text
    elif text.strip():
        rank = next_rank(session, Note, place.review_id)
        session.add(
            Note(
                id=place.note_id,
                review_id=place.review_id,
                stage=place.stage,
                event_id=place.event_id,
                participant_id=place.participant_id,
                text=text,
                rank=rank,
            )
        )


@operation("Delete note")
def delete_note(session: Session, note_id: str) -> None:
    """Delete a note; the trash keeps it for 30 days."""
    remove(session, Note, note_id)
