"""What can be done with contributing factors and with what held."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from exporters.figures.network_places import free_place
from models.learning import Evidence, Factor, FactorLink
from models.taxonomy import Category
from models.values import FactorRole, Stance

TARGETS = ("event_id", "answer_id", "account_id", "record_id")
"""The columns of evidence that point at what shows a factor."""


@operation("Add factor")
def add_factor(
    session: Session,
    review_id: str,
    category: Category,
    condition: str = "",
    effect: str = "",
) -> str:
    """Put a factor into the network with the next free number of its side; return its id."""
    return draft_factor(session, review_id, category, condition, effect).id


def draft_factor(
    session: Session, review_id: str, category: Category, condition: str, effect: str = ""
) -> Factor:
    """Make a factor within an operation; where others were placed, it stands on a free place."""
    factors = _factors(session, review_id)
    factor = Factor(
        review_id=review_id,
        number=_next_number(session, review_id, category),
        category=category,
        condition=condition,
        effect=effect,
        role=FactorRole.MITIGATOR if category.is_resilience else FactorRole.ENABLER,
    )
    if any(other.x or other.y for other in factors):
        factor.x, factor.y = free_place([(other.x, other.y) for other in factors])
    session.add(factor)
    session.flush()
    return factor


@operation("Delete factor")
def delete_factor(session: Session, factor_id: str) -> None:
    """Delete a factor with its evidence and links; the other factors keep their codes."""
    leading_here = session.scalars(
        select(FactorLink.id).where(FactorLink.to_factor_id == factor_id)
    ).all()
    for link_id in leading_here:
        remove(session, FactorLink, link_id)
    remove(session, Factor, factor_id)


@operation("Move factor")
def move_factors(session: Session, places: Mapping[str, tuple[float, float]]) -> None:
    """Put factors somewhere in the network: left and upper edge, in units of the design."""
    for factor_id, (x, y) in places.items():
        factor = session.get_one(Factor, factor_id)
        factor.x, factor.y = x, y


@operation("Move factor", merge=True)
def nudge_factor(session: Session, factor_id: str, place: tuple[float, float]) -> None:
    """Put one factor a step further; steps in a row are taken back together."""
    factor = session.get_one(Factor, factor_id)
    factor.x, factor.y = place


@operation("Change category")
def change_category(session: Session, factor_id: str, category: Category) -> None:
    """Move a factor to another category; on the other side it takes the next number there."""
    factor = session.get_one(Factor, factor_id)
    if category.is_resilience is not factor.category.is_resilience:
        factor.number = _next_number(session, factor.review_id, category)
        factor.role = FactorRole.MITIGATOR if category.is_resilience else FactorRole.ENABLER
    factor.category = category


@operation("Add evidence")
def add_evidence(
    session: Session,
    factor_id: str,
    column: str,
    shown_by: str,
    stance: Stance = Stance.SUPPORTS,
) -> str:
    """Link what shows a factor: the id of a row in one of TARGETS, or plain words in `text`.

    What is linked already is not linked twice. Return the id of the evidence.
    """
    if column not in (*TARGETS, "text"):
        raise LookupError(column)
    same = select(Evidence.id).where(
        Evidence.factor_id == factor_id, getattr(Evidence, column) == shown_by
    )
    if (known := session.scalar(same)) is not None:
        return known
    last = session.scalar(select(func.max(Evidence.rank)).where(Evidence.factor_id == factor_id))
    evidence = Evidence(
        review_id=session.get_one(Factor, factor_id).review_id,
        factor_id=factor_id,
        stance=stance,
        rank=0 if last is None else last + 1,
        **{column: shown_by},
    )
    session.add(evidence)
    session.flush()
    return evidence.id


@operation("Take evidence away")
def remove_evidence(session: Session, evidence_id: str) -> None:
    """Unlink what showed a factor; the event, answer or record itself stays."""
    remove(session, Evidence, evidence_id)


@operation("Change what evidence says")
def set_stance(session: Session, evidence_id: str, stance: Stance) -> None:
    """Say whether a piece of evidence supports a factor or disputes it."""
    session.get_one(Evidence, evidence_id).stance = stance


def _factors(session: Session, review_id: str) -> list[Factor]:
    return list(session.scalars(select(Factor).where(Factor.review_id == review_id)))


def _next_number(session: Session, review_id: str, category: Category) -> int:
    side = [
        factor.number
        for factor in _factors(session, review_id)
        if factor.category.is_resilience is category.is_resilience
    ]
    return max(side, default=0) + 1
