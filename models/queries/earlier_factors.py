"""Factors of earlier reviews, to be shown once own ones are drafted (F13)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.learning import Factor
from models.queries.load import rows
from models.review import Review
from models.rows import FactorRow, ReviewRow
from models.taxonomy import Category


@dataclass(frozen=True, slots=True)
class EarlierFactor:
    """A factor of another review, with the review it comes from."""

    factor: FactorRow
    review: ReviewRow


def earlier_factors(
    session: Session, review_id: str, categories: Collection[Category]
) -> tuple[EarlierFactor, ...]:
    """Return the factors of the other reviews in these categories, youngest review first.

    The sample review is no precedent for anybody, and nobody's factors are one for the sample.
    """
    own = session.get_one(Review, review_id)
    others = select(Review.id).where(Review.id != review_id, Review.is_sample.is_(False))
    if own.is_sample:
        return ()
    found = rows(
        session,
        FactorRow,
        Factor.review_id.in_(others),
        Factor.category.in_(categories),
        Factor.condition != "",
    )
    reviews = {row.id: row for row in rows(session, ReviewRow, Review.id.in_(others))}
    pairs = [EarlierFactor(factor, reviews[factor.review_id]) for factor in found]
    return tuple(sorted(pairs, key=_age, reverse=True))


def _age(pair: EarlierFactor) -> tuple[float, str]:
    when = pair.review.started_at or pair.review.created_at
    return when.timestamp(), pair.review.id
