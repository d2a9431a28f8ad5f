"""The story: events, accounts, gaps, impacts and what had changed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Prose, Worded
from models.values import (
    ChangeLane,
    EventKind,
    Extent,
    GapState,
    ImpactGroup,
    Mark,
    Precision,
    Privacy,
)


class Event(Worded):
    """Something that happened, told without judgement (T01). Times are aware, in UTC."""

    __tablename__ = "event"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    at: Mapped[datetime | None]
    at_end: Mapped[datetime | None]
    time_text: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    precision: Mapped[Precision] = mapped_column(default=Precision.EXACT)
    rank: Mapped[int] = mapped_column(default=0)
    kind: Mapped[EventKind] = mapped_column(default=EventKind.NORMAL)
    marks: Mapped[frozenset[Mark]] = mapped_column(default=frozenset)
    title: Mapped[Prose]
    detail: Mapped[Prose]
    lane: Mapped[str] = mapped_column(default="")
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    source_id: Mapped[str | None] = mapped_column(ForeignKey("source.id"), index=True)
    told_by_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    added_in_room: Mapped[bool] = mapped_column(default=False)
    learned_later: Mapped[bool] = mapped_column(default=False)
    known_then: Mapped[Prose]
    expected_next: Mapped[Prose]
    unclear_then: Mapped[Prose]
    pressing: Mapped[Prose]
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.INTERNAL)


class Account(Worded):
    """One person's telling of an event (T03)."""

    __tablename__ = "account"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    text: Mapped[Prose]
    told_how: Mapped[str] = mapped_column(default="")
    told_on: Mapped[date | None]
    verbatim: Mapped[bool] = mapped_column(default=True)
    quote_approved: Mapped[bool] = mapped_column(default=False)
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.PARTICIPANTS)
    rank: Mapped[int] = mapped_column(default=0)


class Gap(Worded):
    """An open question about the facts (G05)."""

    __tablename__ = "gap"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    text: Mapped[Prose]
    asker: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    state: Mapped[GapState] = mapped_column(default=GapState.OPEN)
    answer: Mapped[Prose]
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.INTERNAL)
    rank: Mapped[int] = mapped_column(default=0)


class Impact(Worded):
    """What the incident did to one group (G06)."""

    __tablename__ = "impact"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    group: Mapped[ImpactGroup]
    text: Mapped[Prose]
    low: Mapped[float | None]
    high: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="")
    extent: Mapped[Extent] = mapped_column(default=Extent.PARTIAL)
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    source_id: Mapped[str | None] = mapped_column(ForeignKey("source.id"), index=True)
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.INTERNAL)
    rank: Mapped[int] = mapped_column(default=0)


class ChangeFinding(Worded):
    """Something that had changed before the incident (G03)."""

    __tablename__ = "change_finding"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    lane: Mapped[ChangeLane]
    text: Mapped[Prose]
    rank: Mapped[int] = mapped_column(default=0)
