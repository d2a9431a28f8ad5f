"""When a review meeting is well placed: people are rested and still remember (P06)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from guides.settings import MethodSettings
from guides.working_days import moment_after
from models.snapshot import Snapshot


class Readiness(StrEnum):
    """Where a date lies."""

    TOO_EARLY = "too_early"
    INSIDE = "inside"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class ReadinessWindow:
    """The time in which to meet; aware instants."""

    ended: datetime
    earliest: datetime
    latest: datetime

    def place(self, meeting: datetime) -> Readiness:
        """Say where a meeting lies."""
        if meeting < self.earliest:
            return Readiness.TOO_EARLY
        return Readiness.TOO_LATE if meeting > self.latest else Readiness.INSIDE


def impact_ended(snapshot: Snapshot) -> datetime | None:
    """Return when the impact ended: as recorded of the incident, else the last impact's end."""
    if snapshot.review.ended_at is not None:
        return snapshot.review.ended_at
    ends = [impact.ended_at for impact in snapshot.impacts if impact.ended_at is not None]
    return max(ends, default=None)


def readiness_window(snapshot: Snapshot, settings: MethodSettings) -> ReadinessWindow | None:
    """Return the window, or None while the end of the impact is not known."""
    ended = impact_ended(snapshot)
    if ended is None:
        return None
    return ReadinessWindow(
        ended,
        ended + timedelta(hours=settings.rest_hours),
        moment_after(ended, settings.latest_working_days, snapshot.review.zone),
    )
