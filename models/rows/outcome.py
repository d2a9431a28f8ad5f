"""What a review leads to, from actions to shares and changes to the process, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from models.rows.base import Row, Words
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemRow(Row):
    """One action item (method 5.2)."""

    table: ClassVar[str] = "action_item"

    review_id: str
    text: Words
    kind: ActionKind | None = None
    state: ActionState = ActionState.IDEA
    owner: str = ""
    """One person or one team; the only name that every summary keeps."""
    due: date | None = None
    effort_low: float | None = None
    """In working days."""
    effort_high: float | None = None
    teams_involved: int = 1
    owner_can_decide: bool = True
    done_when: Words = ""
    out_of_scope: Words = ""
    plan_ref: str = ""
    strength: Strength | None = None
    reach: Reach = Reach.SPOT
    side_effects: Words = ""
    horizon: Horizon | None = None
    """Only where it overrules the one computed from the due date."""
    soak_from: date | None = None
    accepted_on: date | None = None
    declined_reason: Words = ""
    check_on: date | None = None
    effect: Effect | None = None
    effect_evidence: Words = ""
    verdict_reason: Words = ""
    """Why the facilitator overruled the Goldilocks verdict."""
    parent_id: str | None = None
    """The action that this one was cut from (A17)."""
    privacy: Privacy = Privacy.INTERNAL
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFactorRow(Row):
    """A factor that an action addresses (A02)."""

    table: ClassVar[str] = "action_factor"

    review_id: str
    action_id: str
    factor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow(Row):
    """Something decided, "no action" included (A05)."""

    table: ClassVar[str] = "decision"

    review_id: str
    kind: DecisionKind = DecisionKind.NO_ACTION
    text: Words
    reason: Words = ""
    accepted_by: str = ""
    look_again_on: date | None = None
    look_again_if: Words = ""
    decided_on: date | None = None
    privacy: Privacy = Privacy.INTERNAL
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFactorRow(Row):
    """A factor that a decision settles."""

    table: ClassVar[str] = "decision_factor"

    review_id: str
    decision_id: str
    factor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow(Row):
    """How one audience's summary is to be made."""

    table: ClassVar[str] = "summary"

    review_id: str
    audience: Audience
    naming: Naming = Naming.ROLES
    with_open_questions: bool = True
    with_what_held: bool = True
    with_timeline_picture: bool = True
    with_declined: bool = True
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBlockRow(Row):
    """An own paragraph, or a generated block that was reworded or hidden."""

    table: ClassVar[str] = "summary_block"

    review_id: str
    summary_id: str
    anchor: str
    """Key of the generated block it replaces, or after which an own paragraph stands."""
    is_own: bool = True
    hidden: bool = False
    text: Words = ""
    generated_text: Words = ""
    """What the generated block said when it was reworded."""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow(Row):
    """That a summary was shared: the only mandatory act (A11)."""

    table: ClassVar[str] = "share"

    review_id: str
    audience: Audience
    to_whom: str
    way: str = ""
    shared_at: datetime
    file_name: str = ""
    file_hash: str = ""
    note: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessChangeRow(Row):
    """One change to how reviews are done (R01)."""

    table: ClassVar[str] = "process_change"

    review_id: str
    text: Words
    outcome: TrialOutcome = TrialOutcome.TO_TRY
    decided_on: date
    outcome_note: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRow(Row):
    """How many participants gave one answer to one closing question; never who (R02)."""

    table: ClassVar[str] = "feedback"

    review_id: str
    question: str
    answer: str
    count: int = 0
