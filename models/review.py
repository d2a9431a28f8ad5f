"""The review with its incident."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, Prose, Worded
from models.values import Detection, ReviewDepth, ReviewMode, ReviewState


class Review(Worded):
    """One review and, in the same row, its one incident. Times are aware, in UTC."""

    __tablename__ = "review"

    title: Mapped[Prose]
    created_at: Mapped[datetime]
    state: Mapped[ReviewState] = mapped_column(default=ReviewState.OPEN)
    closed_at: Mapped[datetime | None]
    archived: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(default="Incident review")
    zone: Mapped[str] = mapped_column(default="UTC")
    tags: Mapped[str] = mapped_column(default="")
    is_sample: Mapped[bool] = mapped_column(default=False)
    incident_title: Mapped[Prose]
    started_at: Mapped[datetime | None]
    detected_at: Mapped[datetime | None]
    mitigated_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    severity: Mapped[str] = mapped_column(default="")
    severity_changed: Mapped[Prose]
    detection: Mapped[Detection | None]
    mode: Mapped[ReviewMode] = mapped_column(default=ReviewMode.MEETING)
    mode_reason: Mapped[Prose]
    depth: Mapped[ReviewDepth] = mapped_column(default=ReviewDepth.STANDARD)
    learning_signs: Mapped[str] = mapped_column(default="")
    meeting_at: Mapped[datetime | None]
    meeting_minutes: Mapped[int] = mapped_column(default=60)
    agenda: Mapped[str] = mapped_column(default="")
    opening_script: Mapped[Prose]
    leadership_statement: Mapped[Prose]
    top_insight: Mapped[Prose]
    background: Mapped[Prose]
    glossary: Mapped[Prose]
    twice_answer: Mapped[Prose]
    hours_spent: Mapped[float | None]


class Service(Entity):
    """Something that is run, known to the whole library."""

    __tablename__ = "service"

    name: Mapped[str]


class ReviewService(Entity):
    """A service that an incident touched."""

    __tablename__ = "review_service"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), index=True)
