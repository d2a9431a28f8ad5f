"""Builds the snapshot of a review for one reader."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, nulls_last, select
from sqlalchemy.orm import Session

from models import rows as r
from models.evidence import Record, Source
from models.people import Participant
from models.queries.cut import cut
from models.queries.load import row, rows, table_of
from models.queries.visible import record_is_shown, source_is_shown
from models.review import ReviewService
from models.snapshot import Snapshot
from models.story import Event
from models.values import Privacy


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


PARTS: tuple[tuple[str, type[r.Row], tuple[str, ...]], ...] = (
    ("participants", r.ParticipantRow, ("rank",)),
    ("attachments", r.AttachmentRow, ()),
    ("event_records", r.EventRecordRow, ()),
    ("accounts", r.AccountRow, ("rank",)),
    ("gaps", r.GapRow, ("rank",)),
    ("impacts", r.ImpactRow, ("rank",)),
    ("change_findings", r.ChangeFindingRow, ("rank",)),
    ("questions", r.QuestionRow, ("rank",)),
    ("answers", r.AnswerRow, ("rank",)),
    ("notes", r.NoteRow, ("rank",)),
    ("parked_ideas", r.ParkedIdeaRow, ("rank",)),
    ("factors", r.FactorRow, ("number",)),
    ("evidence", r.EvidenceRow, ("rank",)),
    ("factor_links", r.FactorLinkRow, ()),
    ("looks", r.LookRow, ()),
    ("actions", r.ActionItemRow, ("rank",)),
    ("action_factors", r.ActionFactorRow, ()),
    ("decisions", r.DecisionRow, ("rank",)),
    ("decision_factors", r.DecisionFactorRow, ()),
    ("summaries", r.SummaryRow, ()),
    ("summary_blocks", r.SummaryBlockRow, ("rank",)),
    ("shares", r.ShareRow, ("shared_at",)),
    ("process_changes", r.ProcessChangeRow, ()),
    ("feedback", r.FeedbackRow, ()),
    ("check_reasons", r.CheckReasonRow, ()),
)
"""The lists of a snapshot that are simply the rows of its review: name, kind, order."""


def _whole(session: Session, review: r.ReviewRow) -> Snapshot:
    parts: dict[str, Any] = {}
    for name, kind, order in PARTS:
        columns = table_of(kind).c
        parts[name] = rows(
            session, kind, columns.review_id == review.id, order=[columns[key] for key in order]
        )
    return Snapshot(
        level=Privacy.PRIVATE,
        review=review,
        services=services_of(session, review.id),
        teams=teams_of(session, review.id),
        sources=sources_of(session, review.id),
        events=rows(session, r.EventRow, Event.review_id == review.id, order=timeline_order()),
        record_count=record_count(session, review.id),
        **parts,
    )


def sources_of(session: Session, review_id: str) -> tuple[r.SourceRow, ...]:
    """Return the sources of a review, without those whose import was taken back."""
    return rows(session, r.SourceRow, Source.review_id == review_id, source_is_shown())


def services_of(session: Session, review_id: str) -> tuple[r.ServiceRow, ...]:
    """Return the services that the incident of a review touched, by name."""
    linked = select(ReviewService.service_id).where(ReviewService.review_id == review_id)
    table = table_of(r.ServiceRow)
    return rows(session, r.ServiceRow, table.c.id.in_(linked), order=[table.c.name])


def teams_of(session: Session, review_id: str) -> tuple[r.TeamRow, ...]:
    """Return the teams of the participants of a review, by name."""
    present = select(Participant.team_id).where(Participant.review_id == review_id)
    table = table_of(r.TeamRow)
    return rows(session, r.TeamRow, table.c.id.in_(present), order=[table.c.name])


def record_count(session: Session, review_id: str) -> int:
    """Return how many records of a review are shown."""
    counted = select(func.count(Record.id)).where(Record.review_id == review_id)
    return session.scalar(counted.where(record_is_shown())) or 0
