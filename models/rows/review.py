"""The review with its incident, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from models.rows.base import Row, Words
from models.values import Detection, ReviewDepth, ReviewMode, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow(Row):
    """One review and, in the same row, its one incident. Times are aware, in UTC."""

    table: ClassVar[str] = "review"

    title: Words
    created_at: datetime
    state: ReviewState = ReviewState.OPEN
    closed_at: datetime | None = None
    archived: bool = False
    name: str = "Incident review"
    """What the organisation calls its reviews (P07)."""
    zone: str = "UTC"
    """IANA name of the zone in which the review shows its times."""
    tags: str = ""
    is_sample: bool = False

    incident_title: Words = ""
    started_at: datetime | None = None
    detected_at: datetime | None = None
    mitigated_at: datetime | None = None
    ended_at: datetime | None = None
    severity: str = ""
    """As agreed beforehand (P08)."""
    severity_changed: Words = ""
    detection: Detection | None = None

    mode: ReviewMode = ReviewMode.MEETING
    mode_reason: Words = ""
    depth: ReviewDepth = ReviewDepth.STANDARD
    learning_signs: str = ""
    """Comma-separated keys of guides.learning.SIGNS that the facilitator ticked (P09)."""
    meeting_at: datetime | None = None
    meeting_minutes: int = 60
    agenda: str = ""
    """One chapter a line, `minutes|title`."""
    opening_script: Words = ""
    leadership_statement: Words = ""

    top_insight: Words = ""
    """The one sentence that every summary starts with (S02)."""
    background: Words = ""
    """How the technology works, for the engineering report."""
    glossary: Words = ""
    """One term a line, `term: meaning`."""
    twice_answer: Words = ""
    """Could we handle the same incident twice? (A05)"""
    hours_spent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow(Row):
    """Something that is run, known to the whole library."""

    table: ClassVar[str] = "service"

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewServiceRow(Row):
    """A service that an incident touched."""

    table: ClassVar[str] = "review_service"

    review_id: str
    service_id: str
