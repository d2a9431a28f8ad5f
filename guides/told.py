"""What the review itself says, in its own words: quotes and private texts are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.snapshot import Snapshot
from models.values import ActionState, Privacy

_SET_ASIDE = (ActionState.IDEA, ActionState.DECLINED, ActionState.DROPPED)
_OWN_EYES = (Privacy.PRIVATE, Privacy.OFF_RECORD)


@dataclass(frozen=True, slots=True)
class Told:
    """One text of the review, where it stands, and the row it belongs to."""

    place: str
    row_id: str
    text: str


def told(snapshot: Snapshot) -> tuple[Told, ...]:
    """Return the narrative of the review: events, factors, actions, summary texts."""
    return tuple(each for each in _texts(snapshot) if each.text.strip())


def _texts(snapshot: Snapshot) -> Iterator[Told]:
    review = snapshot.review
    yield Told("Top insight", review.id, review.top_insight)
    yield Told("Background", review.id, review.background)
    yield from _story(snapshot)
    for factor in snapshot.factors:
        yield Told(factor.code, factor.id, _joined(factor.condition, factor.effect))
    for action in snapshot.actions:
        if action.state not in _SET_ASIDE:
            yield Told("Action", action.id, action.text)
    for block in snapshot.summary_blocks:
        if not block.hidden:
            yield Told("Summary", block.id, block.text)


def _story(snapshot: Snapshot) -> Iterator[Told]:
    for number, event in enumerate(snapshot.events, 1):
        if event.privacy not in _OWN_EYES:
            yield Told(f"E{number}", event.id, _joined(event.title, event.detail))
    for impact in snapshot.impacts:
        yield Told("Impact", impact.id, impact.text)


def _joined(first: str, second: str) -> str:
    return f"{first.rstrip('.')}. {second}" if second.strip() else first
