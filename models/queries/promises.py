"""Actions promised in other reviews."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.outcome import ActionItem
from models.queries.load import rows
from models.review import ReviewService
from models.rows import ActionItemRow
from models.values import ActionState

PROMISED = (ActionState.ACCEPTED, ActionState.DOING, ActionState.DONE, ActionState.CHECKED)


def earlier_actions(session: Session, review_id: str) -> tuple[ActionItemRow, ...]:
    """Return what was promised in other reviews for the same services, soonest due first (A07)."""
    services = select(ReviewService.service_id).where(ReviewService.review_id == review_id)
    others = select(ReviewService.review_id).where(
        ReviewService.service_id.in_(services), ReviewService.review_id != review_id
    )
    return rows(
        session,
        ActionItemRow,
        ActionItem.review_id.in_(others),
        ActionItem.state.in_(PROMISED),
        order=[ActionItem.__table__.c.due],
    )
