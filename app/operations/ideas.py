"""Fix ideas and side topics, set aside until the action stage (M05)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.operations.base import operation
from app.operations.ranks import next_rank
from models.inquiry import ParkedIdea


@operation("Park idea")
def park_idea(
    session: Session, review_id: str, text: str, parked_on: date, event_id: str | None = None
) -> str:
    """Set an idea aside, beside the event it came up at; return its id."""
    idea = ParkedIdea(
        review_id=review_id,
        text=text,
        parked_on=parked_on,
        event_id=event_id,
        rank=next_rank(session, ParkedIdea, review_id),
    )
    session.add(idea)
    session.flush()
    return idea.id
