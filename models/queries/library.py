"""The table of reviews on the library page: one row each, counted by the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, nulls_last, select
from sqlalchemy.orm import Session

from models.evidence import Record, Source
from models.inquiry import Answer
from models.learning import Factor
from models.outcome import ActionItem, Decision, ProcessChange, Share
from models.people import Participant
from models.queries.load import rows
from models.queries.visible import record_is_shown, source_is_shown
from models.review import Review, ReviewService, Service
from models.rows import ReviewRow
from models.story import Event
from models.values import Stage

STAGE_COUNTS: Mapping[Stage, tuple[type[Any], ...]] = {
    Stage.PREPARE: (Participant,),
    Stage.GATHER: (Source, Record),
    Stage.TIMELINE: (Event,),
    Stage.EXPLORE: (Answer,),
    Stage.FACTORS: (Factor,),
    Stage.ACTIONS: (ActionItem, Decision),
    Stage.SHARE: (Share,),
    Stage.REFLECT: (ProcessChange,),
}
"""What has been put down in each stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSummary:
    """One line of the table of reviews."""

    review: ReviewRow
    services: tuple[str, ...] = ()
    counts: Mapping[Stage, int]
    """How much was put down in each stage: people, sources and records, events, answers, factors,
    actions and decisions, shares, changes to the process."""

    @property
    def begun(self) -> frozenset[Stage]:
        """The stages in which something was put down."""
        return frozenset(stage for stage, count in self.counts.items() if count)


def review_list(session: Session, *, archived: bool | None = None) -> tuple[ReviewSummary, ...]:
    """Return the reviews, the newest incident first; `archived` keeps just those or the others."""
    wanted = () if archived is None else (Review.archived.is_(archived),)
    newest = (nulls_last(Review.started_at.desc()), Review.created_at.desc())
    services = _services(session)
    counts = {stage: _counts(session, kinds) for stage, kinds in STAGE_COUNTS.items()}
    return tuple(
        ReviewSummary(
            review=review,
            services=services.get(review.id, ()),
            counts={stage: counted.get(review.id, 0) for stage, counted in counts.items()},
        )
        for review in rows(session, ReviewRow, *wanted, order=newest)
    )


def _counts(session: Session, kinds: tuple[type[Any], ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind in kinds:
        statement = select(kind.review_id, func.count()).where(*_shown(kind))
        for review_id, count in session.execute(statement.group_by(kind.review_id)):
            found[review_id] = found.get(review_id, 0) + count
    return found


def _shown(kind: type[Any]) -> tuple[ColumnElement[bool], ...]:
    if kind is Record:
        return (record_is_shown(),)
    return (source_is_shown(),) if kind is Source else ()


def _services(session: Session) -> dict[str, tuple[str, ...]]:
    statement = (
        select(ReviewService.review_id, Service.name)
        .join(Service, ReviewService.service_id == Service.id)
        .order_by(Service.name)
    )
    found: dict[str, tuple[str, ...]] = {}
    for review_id, name in session.execute(statement):
        found[review_id] = (*found.get(review_id, ()), name)
    return found


def reviews_called(session: Session, wanted: str) -> tuple[tuple[str, str], ...]:
    """Return (id, title) of the review with this id; else of all with this title or prefix."""
    named = select(Review.id, Review.title).order_by(Review.id)
    conditions = (
        Review.id == wanted.lower(),
        Review.title == wanted,
        Review.id.startswith(wanted.lower(), autoescape=True),
    )
    for condition in conditions if wanted else ():
        found = session.execute(named.where(condition)).all()
        if found:
            return tuple((review_id, title) for review_id, title in found)
    return ()
