"""Changes to how reviews are done, over the whole library (R01)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.outcome import ProcessChange
from models.queries.load import rows
from models.review import Review
from models.rows import ProcessChangeRow, ReviewRow


@dataclass(frozen=True, slots=True)
class ChangeOfReview:
    """A change to the process, with the review it came out of."""

    change: ProcessChangeRow
    review: ReviewRow


def other_process_changes(session: Session, review_id: str) -> tuple[ChangeOfReview, ...]:
    """Return what other reviews changed in the process, youngest first.

    The sample review is no precedent for anybody, and nobody's changes are one for the sample.
    """
    if session.get_one(Review, review_id).is_sample:
        return ()
    others = select(Review.id).where(Review.id != review_id, Review.is_sample.is_(False))
    found = rows(
        session,
        ProcessChangeRow,
        ProcessChange.review_id.in_(others),
        ProcessChange.text != "",
        order=[ProcessChange.__table__.c.decided_on.desc()],
    )
    reviews = {row.id: row for row in rows(session, ReviewRow, Review.id.in_(others))}
    return tuple(ChangeOfReview(change, reviews[change.review_id]) for change in found)
