"""What is decided beside actions: no action, what becomes of a factor, what was looked at."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from guides.looks import EARLIER_PROMISES
from models.learning import Factor, Look
from models.outcome import Decision, DecisionFactor
from models.values import DecisionKind, Fate, LookState


@operation("Decide")
def add_decision(session: Session, review_id: str, kind: DecisionKind, text: str, day: date) -> str:
    """Put down what was decided, "no action" included (A05); return its id."""
    decision = Decision(
        review_id=review_id,
        kind=kind,
        text=text,
        decided_on=day,
        rank=next_rank(session, Decision, review_id),
    )
    session.add(decision)
    session.flush()
    return decision.id


@operation("Link decision to factors")
def link_decision(session: Session, decision_id: str, factor_ids: Collection[str]) -> None:
    """Say which factors a decision settles, in place of those before."""
    decision = session.get_one(Decision, decision_id)
    chosen = select(DecisionFactor).where(DecisionFactor.decision_id == decision_id)
    linked = session.scalars(chosen).all()
    for link in linked:
        if link.factor_id not in factor_ids:
            session.delete(link)
    known = {link.factor_id for link in linked}
    for factor_id in factor_ids:
        if factor_id not in known:
            link = DecisionFactor(
                review_id=decision.review_id, decision_id=decision_id, factor_id=factor_id
            )
            session.add(link)


@operation("Delete decision")
def delete_decision(session: Session, decision_id: str) -> None:
    """Delete a decision; the factors it settled are as open as before."""
    remove(session, Decision, decision_id)


@operation("Settle factor")
def settle_factor(session: Session, factor_id: str, fate: Fate, reason: str) -> None:
    """Say what becomes of a factor that no action works on, and why (method 4.4)."""
    factor = session.get_one(Factor, factor_id)
    factor.fate, factor.fate_reason = fate, reason


@operation("Look at earlier promises")
def look_at_earlier_promises(session: Session, review_id: str) -> None:
    """Note that what was promised before for the same services was looked at (A07)."""
    found = session.scalar(
        select(Look).where(Look.review_id == review_id, Look.subject == EARLIER_PROMISES)
    )
    if found is None:
        session.add(Look(review_id=review_id, subject=EARLIER_PROMISES, state=LookState.FOUND))
    else:
        found.state = LookState.FOUND
