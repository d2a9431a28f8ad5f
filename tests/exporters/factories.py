"""Builds invented reviews for exporter tests, saying only what matters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from models.rows import (
    EventRow,
    ImpactRow,
    ReviewRow,
    SummaryRow,
)
from models.snapshot import Snapshot
from models.values import Audience, EventKind, Extent, ImpactGroup, Precision, Privacy

_ids = count(1)
START = datetime(2026, 3, 3, 21, 0, tzinfo=UTC)


def new_id() -> str:
    """Return an id that no other row of the test run has."""
    return f"00000000-0000-7000-8000-{next(_ids):012d}"


def at(minutes: float) -> datetime:
    """Return an instant, counted in minutes from 3 March 2026, 21:00 UTC."""
    return START + timedelta(minutes=minutes)


def event(title: str, minutes: float | None = 0, **given: object) -> EventRow:
    """Return an event."""
    fields: dict[str, object] = {
        "id": new_id(),
        "review_id": "r",
        "at": None if minutes is None else at(minutes),
        "precision": Precision.UNKNOWN if minutes is None else Precision.EXACT,
        "title": title,
        "lane": "Systems",
    }
    return EventRow(**(fields | given))  # type: ignore[arg-type]


def decision(title: str, minutes: float = 0, **given: object) -> EventRow:
    """Return a decision point."""
    return event(title, minutes, kind=EventKind.DECISION, **given)


def impact(text: str, minutes: float = 0, until: float | None = None, **given: object) -> ImpactRow:
    """Return what the incident did to customers."""
    fields: dict[str, object] = {
        "id": new_id(),
        "review_id": "r",
        "group": ImpactGroup.CUSTOMERS,
        "text": text,
        "started_at": at(minutes),
        "ended_at": None if until is None else at(until),
        "extent": Extent.PARTIAL,
    }
    return ImpactRow(**(fields | given))  # type: ignore[arg-type]


def review(**given: object) -> ReviewRow:
    """Return a review of an invented incident."""
    fields: dict[str, object] = {
        "id": "r",
        "title": "Orders stood still, 3 March 2026",
        "created_at": START,
    }
    return ReviewRow(**(fields | given))  # type: ignore[arg-type]


def snapshot(level: Privacy = Privacy.INTERNAL, **given: object) -> Snapshot:
    """Return a review as an exporter is given it."""
    fields: dict[str, object] = {"level": level, "review": review()}
    return Snapshot(**(fields | given))  # type: ignore[arg-type]


def without_pictures(audience: Audience, **given: object) -> SummaryRow:
    """Return the settings of a summary that draws nothing, which is quick to make."""
    fields: dict[str, object] = {
        "id": f"summary-{audience.value}",
        "review_id": "r",
        "audience": audience,
        "with_timeline_picture": False,
    }
    return SummaryRow(**(fields | given))  # type: ignore[arg-type]


DAY = date(2026, 3, 10)
