"""What had changed before the incident (G03), and what was looked at (G03, F10)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.learning import Look
from models.story import ChangeFinding
from models.taxonomy import Category
from models.values import ChangeLane, LookState


@operation("Add what had changed")
def add_change_finding(session: Session, review_id: str, lane: ChangeLane, text: str) -> str:
    """Put down something that had changed; return its id."""
    finding = ChangeFinding(
        review_id=review_id,
        lane=lane,
        text=text,
        rank=next_rank(session, ChangeFinding, review_id),
    )
    session.add(finding)
    session.flush()
    return finding.id


@operation("Delete what had changed")
def delete_change_finding(session: Session, finding_id: str) -> None:
    """Delete something that had changed; the trash keeps it for 30 days."""
    remove(session, ChangeFinding, finding_id)


@operation("Say what was looked at")
def set_look(
    session: Session, review_id: str, subject: ChangeLane | Category, state: LookState
) -> None:
    """Say whether a lane or category was looked at; `not_looked` takes the statement back."""
    found = session.scalar(
        select(Look).where(Look.review_id == review_id, Look.subject == subject.value)
    )
    if state is LookState.NOT_LOOKED:
        if found is not None:
            session.delete(found)
    elif found is None:
        session.add(Look(review_id=review_id, subject=subject.value, state=state))
    else:
        found.state = state
