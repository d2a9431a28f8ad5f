"""What a review leads to, from actions to shares and changes to the process."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, Prose, Worded
from models.values import (
    ActionKind,
    ActionState,
    Audience,
    DecisionKind,
    Effect,
    Horizon,
    Naming,
    Privacy,
    Reach,
    Strength,
    TrialOutcome,
)


class ActionItem(Worded):
    """One action item (method 5.2)."""

    __tablename__ = "action_item"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    text: Mapped[Prose]
    kind: Mapped[ActionKind | None]
    state: Mapped[ActionState] = mapped_column(default=ActionState.IDEA)
    owner: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    effort_low: Mapped[float | None]
    effort_high: Mapped[float | None]
    teams_involved: Mapped[int] = mapped_column(default=1)
    owner_can_decide: Mapped[bool] = mapped_column(default=True)
    done_when: Mapped[Prose]
    out_of_scope: Mapped[Prose]
    plan_ref: Mapped[str] = mapped_column(default="")
    strength: Mapped[Strength | None]
    reach: Mapped[Reach] = mapped_column(default=Reach.SPOT)
    side_effects: Mapped[Prose]
    horizon: Mapped[Horizon | None]
    soak_from: Mapped[date | None]
    accepted_on: Mapped[date | None]
    declined_reason: Mapped[Prose]
    check_on: Mapped[date | None]
    effect: Mapped[Effect | None]
    effect_evidence: Mapped[Prose]
    verdict_reason: Mapped[Prose]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("action_item.id"), index=True)
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.INTERNAL)
    rank: Mapped[int] = mapped_column(default=0)


class ActionFactor(Entity):
    """A factor that an action addresses (A02)."""

    __tablename__ = "action_factor"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    action_id: Mapped[str] = mapped_column(ForeignKey("action_item.id"), index=True)
    factor_id: Mapped[str] = mapped_column(ForeignKey("factor.id"), index=True)


class Decision(Worded):
    """Something decided, "no action" included (A05)."""

    __tablename__ = "decision"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    kind: Mapped[DecisionKind] = mapped_column(default=DecisionKind.NO_ACTION)
    text: Mapped[Prose]
    reason: Mapped[Prose]
    accepted_by: Mapped[str] = mapped_column(default="")
    look_again_on: Mapped[date | None]
    look_again_if: Mapped[Prose]
    decided_on: Mapped[date | None]
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.INTERNAL)
    rank: Mapped[int] = mapped_column(default=0)


class DecisionFactor(Entity):
    """A factor that a decision settles."""

    __tablename__ = "decision_factor"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    factor_id: Mapped[str] = mapped_column(ForeignKey("factor.id"), index=True)


class Summary(Entity):
    """How one audience's summary is to be made."""

    __tablename__ = "summary"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    audience: Mapped[Audience]
    naming: Mapped[Naming] = mapped_column(default=Naming.ROLES)
    with_open_questions: Mapped[bool] = mapped_column(default=True)
    with_what_held: Mapped[bool] = mapped_column(default=True)
    with_timeline_picture: Mapped[bool] = mapped_column(default=True)
    with_declined: Mapped[bool] = mapped_column(default=True)
    approved_by: Mapped[str] = mapped_column(default="")


class SummaryBlock(Worded):
    """An own paragraph, or a generated block that was reworded or hidden."""

    __tablename__ = "summary_block"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    summary_id: Mapped[str] = mapped_column(ForeignKey("summary.id"), index=True)
    anchor: Mapped[str]
    is_own: Mapped[bool] = mapped_column(default=True)
    hidden: Mapped[bool] = mapped_column(default=False)
    text: Mapped[Prose]
    generated_text: Mapped[Prose]
    rank: Mapped[int] = mapped_column(default=0)


class Share(Worded):
    """That a summary was shared: the only mandatory act (A11)."""

    __tablename__ = "share"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    audience: Mapped[Audience]
    to_whom: Mapped[str]
    way: Mapped[str] = mapped_column(default="")
    shared_at: Mapped[datetime]
    file_name: Mapped[str] = mapped_column(default="")
    file_hash: Mapped[str] = mapped_column(default="")
    note: Mapped[Prose]


class ProcessChange(Worded):
    """One change to how reviews are done (R01)."""

    __tablename__ = "process_change"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    text: Mapped[Prose]
    outcome: Mapped[TrialOutcome] = mapped_column(default=TrialOutcome.TO_TRY)
    decided_on: Mapped[date]
    outcome_note: Mapped[Prose]


class Feedback(Entity):
    """How many participants gave one answer to one closing question; never who (R02)."""

    __tablename__ = "feedback"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    question: Mapped[str]
    answer: Mapped[str]
    count: Mapped[int] = mapped_column(default=0)
