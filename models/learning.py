"""Contributing factors, their evidence and links, and what was looked at."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, Prose, Worded
from models.taxonomy import Category
from models.values import (
    Confidence,
    FactorLevel,
    FactorRole,
    Fate,
    LinkKind,
    LookState,
    Privacy,
    Stage,
    Stance,
)


class Factor(Worded):
    """A contributing factor; a source of resilience where its category is R1-R5 (F06)."""

    __tablename__ = "factor"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    number: Mapped[int]
    category: Mapped[Category]
    condition: Mapped[Prose]
    effect: Mapped[Prose]
    role: Mapped[FactorRole] = mapped_column(default=FactorRole.ENABLER)
    level: Mapped[FactorLevel | None]
    latent_since: Mapped[str] = mapped_column(default="")
    how_spoke: Mapped[str] = mapped_column(default="")
    confidence: Mapped[Confidence] = mapped_column(default=Confidence.INFERRED)
    dissent: Mapped[Prose]
    fate: Mapped[Fate] = mapped_column(default=Fate.OPEN)
    fate_reason: Mapped[Prose]
    seen_before: Mapped[Prose]
    x: Mapped[float] = mapped_column(default=0.0)
    y: Mapped[float] = mapped_column(default=0.0)
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.INTERNAL)


class Evidence(Worded):
    """What shows a factor: exactly one of the targets is set, or a plain text (F02)."""

    __tablename__ = "evidence"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    factor_id: Mapped[str] = mapped_column(ForeignKey("factor.id"), index=True)
    stance: Mapped[Stance] = mapped_column(default=Stance.SUPPORTS)
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    answer_id: Mapped[str | None] = mapped_column(ForeignKey("answer.id"), index=True)
    account_id: Mapped[str | None] = mapped_column(ForeignKey("account.id"), index=True)
    record_id: Mapped[str | None] = mapped_column(ForeignKey("record.id"), index=True)
    text: Mapped[Prose]
    rank: Mapped[int] = mapped_column(default=0)


class FactorLink(Worded):
    """How a factor acts on another factor or at an event; one of the two targets is set."""

    __tablename__ = "factor_link"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    from_factor_id: Mapped[str] = mapped_column(ForeignKey("factor.id"), index=True)
    to_factor_id: Mapped[str | None] = mapped_column(ForeignKey("factor.id"), index=True)
    to_event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    kind: Mapped[LinkKind] = mapped_column(default=LinkKind.INTERACTS)
    text: Mapped[Prose]


class Look(Entity):
    """That a change lane or a category was looked at, and nothing was found (G03, F10)."""

    __tablename__ = "look"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    subject: Mapped[str]
    state: Mapped[LookState] = mapped_column(default=LookState.NOTHING)


class CheckReason(Worded):
    """Why a check of a stage was overridden; the reason is kept."""

    __tablename__ = "check_reason"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    stage: Mapped[Stage]
    check_key: Mapped[str]
    reason: Mapped[Prose]
    given_on: Mapped[date]
