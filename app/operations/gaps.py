"""Open questions about the facts (G05)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.privacy import privacy_from
from app.operations.ranks import next_rank
from models.story import Event, Gap
from models.values import GapState, Privacy


@operation("Add gap")
def add_gap(
    session: Session,
    review_id: str,
    text: str,
    event_id: str | None = None,
    until_id: str | None = None,
) -> str:
    """Note a question about the facts, beside an event or on its own; return its id.

    `until_id` is the later event, where the question is about what lies between two. A question
    about what only the facilitator may see is theirs alone as well.
    """
    about = [session.get_one(Event, each).privacy for each in (event_id, until_id) if each]
    gap = Gap(
        review_id=review_id,
        text=text,
        event_id=event_id,
        privacy=privacy_from(*about, usual=Privacy.INTERNAL),
        rank=next_rank(session, Gap, review_id),
    )
    session.add(gap)
    session.flush()
    return gap.id


@operation("Answer gap")
def answer_gap(session: Session, gap_id: str, answer: str) -> None:
    """Close a gap with what was found out."""
    gap = session.get_one(Gap, gap_id)
    gap.state, gap.answer = GapState.ANSWERED, answer


@operation("Say that a gap cannot be known")
def leave_gap(session: Session, gap_id: str, reason: str = "") -> None:
    """Close a gap that nobody can answer, with the reason where there is one."""
    gap = session.get_one(Gap, gap_id)
    gap.state, gap.answer = GapState.CANNOT_KNOW, reason or gap.answer


@operation("Reopen gap")
def reopen_gap(session: Session, gap_id: str) -> None:
    """Ask a closed gap again; what was found out stays."""
    session.get_one(Gap, gap_id).state = GapState.OPEN


@operation("Delete gap")
def delete_gap(session: Session, gap_id: str) -> None:
    """Delete a gap; the trash keeps it for 30 days."""
    remove(session, Gap, gap_id)
