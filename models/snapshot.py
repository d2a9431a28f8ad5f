"""A review as frozen rows, already cut down to what one reader may see."""

from __future__ import annotations

from dataclasses import dataclass

from models.rows import (
    AccountRow,
    ActionFactorRow,
    ActionItemRow,
    AnswerRow,
    AttachmentRow,
    ChangeFindingRow,
    CheckReasonRow,
    DecisionFactorRow,
    DecisionRow,
    EventRecordRow,
    EventRow,
    EvidenceRow,
    FactorLinkRow,
    FactorRow,
    FeedbackRow,
    GapRow,
    ImpactRow,
    LookRow,
    NoteRow,
    ParkedIdeaRow,
    ParticipantRow,
    ProcessChangeRow,
    QuestionRow,
    ReviewRow,
    ServiceRow,
    ShareRow,
    SourceRow,
    SummaryBlockRow,
    SummaryRow,
    TeamRow,
)
from models.values import Privacy


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything one review holds at or above a privacy level, in reading order.

    Raw records are left out (there may be a hundred thousand); `record_count` tells how many
    there are. Events come in timeline order (time, then rank; unknown times by rank).
    """

    level: Privacy
    review: ReviewRow
    services: tuple[ServiceRow, ...] = ()
    teams: tuple[TeamRow, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    event_records: tuple[EventRecordRow, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    impacts: tuple[ImpactRow, ...] = ()
    change_findings: tuple[ChangeFindingRow, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    parked_ideas: tuple[ParkedIdeaRow, ...] = ()
    factors: tuple[FactorRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    factor_links: tuple[FactorLinkRow, ...] = ()
    looks: tuple[LookRow, ...] = ()
    actions: tuple[ActionItemRow, ...] = ()
    action_factors: tuple[ActionFactorRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    decision_factors: tuple[DecisionFactorRow, ...] = ()
    summaries: tuple[SummaryRow, ...] = ()
    summary_blocks: tuple[SummaryBlockRow, ...] = ()
    shares: tuple[ShareRow, ...] = ()
    process_changes: tuple[ProcessChangeRow, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()
    check_reasons: tuple[CheckReasonRow, ...] = ()
    record_count: int = 0
