"""Overriding a check of a stage with a reason, and taking the reason back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.operations.base import operation
from models.learning import CheckReason
from models.values import Stage


@operation("Say why not")
def give_reason(
    session: Session, review_id: str, stage: Stage, check_key: str, reason: str, day: date
) -> None:
    """Keep why a check does not apply; a later reason takes the place of an earlier one."""
    kept = _kept(session, review_id, check_key)
    if kept is None:
        kept = CheckReason(review_id=review_id, stage=stage, check_key=check_key, given_on=day)
        session.add(kept)
    kept.reason, kept.given_on = reason, day


@operation("Take reason back")
def take_reason_back(session: Session, review_id: str, check_key: str) -> None:
    """Let a check speak again."""
    kept = _kept(session, review_id, check_key)
    if kept is not None:
        session.delete(kept)


def _kept(session: Session, review_id: str, check_key: str) -> CheckReason | None:
    return session.scalar(
        select(CheckReason).where(
            CheckReason.review_id == review_id, CheckReason.check_key == check_key
        )
    )
