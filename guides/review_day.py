"""The day on which a review is read: today, or for the sample the day of its last entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.snapshot import Snapshot


def review_day(snapshot: Snapshot, today: date) -> date:
    """Return what counts as today; the sample lies in the past, and is not late for ever."""
    if not snapshot.review.is_sample:
        return today
    return max(_days(snapshot), default=today)


def _days(snapshot: Snapshot) -> Iterator[date]:
    for action in snapshot.actions:
        yield from filter(None, (action.soak_from, action.accepted_on))
    yield from filter(None, (decision.decided_on for decision in snapshot.decisions))
    yield from (idea.parked_on for idea in snapshot.parked_ideas)
    yield from (change.decided_on for change in snapshot.process_changes)
