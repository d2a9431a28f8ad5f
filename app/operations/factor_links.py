"""How factors act on each other and at events."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from models.errors import ReviewError
from models.learning import Factor, FactorLink
from models.values import LinkKind


class NoSuchLinkError(ReviewError):
    """A link of this kind cannot lead there."""


@operation("Link factors")
def link_factors(session: Session, from_id: str, to_id: str, kind: LinkKind) -> str:
    """Draw a link between two factors; one that is there already takes the new kind.

    `interacts` has no direction, so a link the other way round counts as there. Return its id.
    Raises NoSuchLinkError for a factor and itself, and for `acts_at`.
    """
    if from_id == to_id:
        raise NoSuchLinkError("A factor is linked to another one. Choose the other end.")
    if kind is LinkKind.ACTS_AT:
        raise NoSuchLinkError("A factor acts at an event. Choose an event as the other end.")
    known = _between(session, from_id, to_id)
    if known is None and kind is LinkKind.INTERACTS:
        known = _between(session, to_id, from_id)
    if known is None:
        review_id = session.get_one(Factor, from_id).review_id
        known = FactorLink(review_id=review_id, from_factor_id=from_id, to_factor_id=to_id)
        session.add(known)
    known.kind = kind
    session.flush()
    return known.id


@operation("Link factor and event")
def link_to_event(session: Session, from_id: str, event_id: str, kind: LinkKind) -> str:
    """Draw a link from a factor to an event; one that is there already takes the new kind."""
    known = session.scalar(
        select(FactorLink).where(
            FactorLink.from_factor_id == from_id, FactorLink.to_event_id == event_id
        )
    )
    if known is None:
        review_id = session.get_one(Factor, from_id).review_id
        known = FactorLink(review_id=review_id, from_factor_id=from_id, to_event_id=event_id)
        session.add(known)
    known.kind = kind
    session.flush()
    return known.id


@operation("Change link")
def set_link_kind(session: Session, link_id: str, kind: LinkKind) -> None:
    """Say that a link acts in another way."""
    session.get_one(FactorLink, link_id).kind = kind


@operation("Turn link round")
def turn_link_round(session: Session, link_id: str) -> None:
    """Let the link between two factors lead the other way."""
    link = session.get_one(FactorLink, link_id)
    if link.to_factor_id is not None:
        link.from_factor_id, link.to_factor_id = link.to_factor_id, link.from_factor_id


@operation("Delete link")
def unlink(session: Session, link_id: str) -> None:
    """Delete a link; both ends stay."""
    remove(session, FactorLink, link_id)


def _between(session: Session, from_id: str, to_id: str) -> FactorLink | None:
    return session.scalar(
        select(FactorLink).where(
            FactorLink.from_factor_id == from_id, FactorLink.to_factor_id == to_id
        )
    )
