"""How much there is to learn, and how deep a review to propose; severity never decides (P09)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.phrases import listed, sentence_case
from models.rows import EventRow
from models.snapshot import Snapshot
from models.values import EventKind, Mark, ReviewDepth

SIGNS: dict[str, str] = {
    "teams": "more than two teams",
    "interaction": "a new interaction",
    "surprise": "a surprise",
    "confusion": "confusion",
    "near_miss": "a near miss",
    "repeat": "a likeness to an earlier incident",
    "discussion": "much discussion",
    "moment": "an important moment",
}
"""What makes an incident worth more time, by key; a facilitator ticks them."""

_STANDARD_FROM = 1
_DEEP_FROM = 3


@dataclass(frozen=True, slots=True)
class DepthSuggestion:
    """A proposed depth with the reason for it, and the signs it rests on."""

    depth: ReviewDepth
    signs: tuple[str, ...]
    reason: str


def ticked_signs(text: str) -> tuple[str, ...]:
    """Return the known signs in a stored, comma-separated text, in the order of SIGNS."""
    ticked = {part.strip() for part in text.split(",")}
    return tuple(key for key in SIGNS if key in ticked)


def seen_signs(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the signs that the review itself already shows."""
    teams = {person.team_id for person in snapshot.participants if person.in_incident} - {None}
    found = {
        "teams": len(teams) > 2,
        "surprise": _any_event(snapshot.events, EventKind.SURPRISE, Mark.SURPRISE),
        "confusion": any(Mark.CONFUSION in event.marks for event in snapshot.events),
        "repeat": any(factor.seen_before.strip() for factor in snapshot.factors),
    }
    return tuple(key for key in SIGNS if found.get(key))


def suggest_depth(snapshot: Snapshot) -> DepthSuggestion:
    """Propose light, standard or deep from the signs ticked and seen."""
    have = {*ticked_signs(snapshot.review.learning_signs), *seen_signs(snapshot)}
    signs = tuple(key for key in SIGNS if key in have)
    if len(signs) >= _DEEP_FROM:
        depth = ReviewDepth.DEEP
    else:
        depth = ReviewDepth.STANDARD if len(signs) >= _STANDARD_FROM else ReviewDepth.LIGHT
    return DepthSuggestion(depth, signs, _reason(signs))


def _reason(signs: tuple[str, ...]) -> str:
    if not signs:
        return "Nothing marks it as unusual so far. Severity alone does not decide."
    words = sentence_case(listed(SIGNS[key] for key in signs))
    return f"{words}. Severity alone does not decide."


def _any_event(events: Iterable[EventRow], kind: EventKind, mark: Mark) -> bool:
    return any(event.kind is kind or mark in event.marks for event in events)
