"""Builds the snapshot of a review for one reader."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, nulls_last, select
from sqlalchemy.orm import Session

from models import rows as r
from models.evidence import ImportBatch, Record
from models.people import Participant
from models.queries.cut import cut
from models.queries.load import row, rows, table_of
from models.review import ReviewService
from models.snapshot import Snapshot
from models.story import Event
from models.values import BatchState, Privacy

R = TypeVar("R", bound=r.Row)


def snapshot(session: Session, review_id: str, level: Privacy) -> Snapshot:
    """Return what a reader of this level may see of a review.

    Raises LookupError where there is no such review. Rows that point at something hidden let go
    of it; rows that are nothing without it are hidden too.
    """
    review = row(session, r.ReviewRow, review_id)
    if review is None:
        raise LookupError(review_id)
    whole = _whole(session, review)
    return whole if level is Privacy.PRIVATE else cut(whole, level)


def timeline_order() -> tuple[ColumnElement[Any], ...]:
    """Return the order of events: by time, then by rank; those without a time by rank alone."""
    return (nulls_last(Event.__table__.c.at), Event.__table__.c.rank)


def _whole(session: Session, review: r.ReviewRow) -> Snapshot:
    def of(kind: type[R], *order: str) -> tuple[R, ...]:
        table = table_of(kind)
        return rows(
            session, kind, table.c.review_id == review.id, order=[table.c[key] for key in order]
        )

    return Snapshot(
        level=Privacy.PRIVATE,
        review=review,
        services=_services(session, review.id),
        teams=_teams(session, review.id),
        participants=of(r.ParticipantRow, "rank"),
        sources=of(r.SourceRow),
        attachments=of(r.AttachmentRow),
        events=rows(session, r.EventRow, Event.review_id == review.id, order=timeline_order()),
        event_records=of(r.EventRecordRow),
        accounts=of(r.AccountRow, "rank"),
        gaps=of(r.GapRow, "rank"),
        impacts=of(r.ImpactRow, "rank"),
        change_findings=of(r.ChangeFindingRow, "rank"),
        questions=of(r.QuestionRow, "rank"),
        answers=of(r.AnswerRow, "rank"),
        notes=of(r.NoteRow, "rank"),
        parked_ideas=of(r.ParkedIdeaRow, "rank"),
        factors=of(r.FactorRow, "number"),
        evidence=of(r.EvidenceRow, "rank"),
        factor_links=of(r.FactorLinkRow),
        looks=of(r.LookRow),
        actions=of(r.ActionItemRow, "rank"),
        action_factors=of(r.ActionFactorRow),
        decisions=of(r.DecisionRow, "rank"),
        decision_factors=of(r.DecisionFactorRow),
        summaries=of(r.SummaryRow),
        summary_blocks=of(r.SummaryBlockRow, "rank"),
        shares=of(r.ShareRow, "shared_at"),
        process_changes=of(r.ProcessChangeRow),
        feedback=of(r.FeedbackRow),
        check_reasons=of(r.CheckReasonRow),
        record_count=_record_count(session, review.id),
    )


def _services(session: Session, review_id: str) -> tuple[r.ServiceRow, ...]:
    linked = select(ReviewService.service_id).where(ReviewService.review_id == review_id)
    table = table_of(r.ServiceRow)
    return rows(session, r.ServiceRow, table.c.id.in_(linked), order=[table.c.name])


def _teams(session: Session, review_id: str) -> tuple[r.TeamRow, ...]:
    present = select(Participant.team_id).where(Participant.review_id == review_id)
    table = table_of(r.TeamRow)
    return rows(session, r.TeamRow, table.c.id.in_(present), order=[table.c.name])


def _record_count(session: Session, review_id: str) -> int:
    hidden = select(ImportBatch.id).where(ImportBatch.state != BatchState.COMPLETE)
    counted = select(func.count(Record.id)).where(Record.review_id == review_id)
    unbatched = Record.batch_id.is_(None) | Record.batch_id.not_in(hidden)
    return session.scalar(counted.where(unbatched)) or 0
