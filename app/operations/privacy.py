"""Who may see something; what was said off the record widens only with a reason that is kept."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.operations.base import operation
from app.operations.nouns import noun_of
from app.operations.ranks import next_rank
from models.errors import ReviewError
from models.inquiry import Answer, Note, Question
from models.schema import entities
from models.values import Privacy, Stage

FOR_OWN_EYES = frozenset({Privacy.PRIVATE, Privacy.OFF_RECORD})


class OffRecordError(ReviewError):
    """What is off the record stays there until somebody says why not."""

    def __init__(self) -> None:
        super().__init__(
            "This was said off the record. Say why it may be seen more widely now, and the reason "
            "is kept."
        )


@operation("Change who may see it")
def set_privacy(
    session: Session, table: str, row_id: str, privacy: Privacy, reason: str = ""
) -> None:
    """Set who may see a row of a table; leaving *off the record* needs a reason, kept as a note.

    What only the facilitator sees is not approved for print any more. Raises OffRecordError.
    """
    row: Any = session.get_one(entities()[table], row_id)
    if leaves_off_record(row, privacy):
        if not reason.strip():
            raise OffRecordError
        _keep_reason(session, row, reason.strip())
    row.privacy = privacy
    if privacy in FOR_OWN_EYES and hasattr(row, "quote_approved"):
        row.quote_approved = False


@operation("Change whether it may be quoted")
def approve_quote(session: Session, table: str, row_id: str, approved: bool) -> None:  # noqa: FBT001
    """Record whether someone's words may be printed (I12).

    An approval opens what participants see to internal readers too, or it would never be printed.
    Raises OffRecordError for what only the facilitator sees.
    """
    row: Any = session.get_one(entities()[table], row_id)
    if approved and row.privacy in FOR_OWN_EYES:
        raise OffRecordError
    row.quote_approved = approved
    if approved and row.privacy is Privacy.PARTICIPANTS:
        row.privacy = Privacy.INTERNAL


def leaves_off_record(row: Any, privacy: Privacy) -> bool:
    """Whether a row would be seen more widely than it was promised."""
    return row.privacy is Privacy.OFF_RECORD and privacy is not Privacy.OFF_RECORD


def privacy_from(*sources: Privacy | None, usual: Privacy) -> Privacy:
    """Return who may see what is made from something else: nobody who could not see that.

    Only what the facilitator alone sees binds; making something of the rest opens it on purpose.
    """
    bound = [level for level in sources if level in FOR_OWN_EYES]
    return next((level for level in bound if level is Privacy.OFF_RECORD), next(iter(bound), usual))


def _keep_reason(session: Session, row: Any, reason: str) -> None:
    note = Note(
        review_id=row.review_id,
        stage=Stage.EXPLORE,
        event_id=_event_of(session, row),
        participant_id=getattr(row, "participant_id", None),
        text=f"No longer off the record ({noun_of(row.__tablename__)}): {reason}",
        privacy=Privacy.PRIVATE,
        rank=next_rank(session, Note, row.review_id),
    )
    session.add(note)


def _event_of(session: Session, row: Any) -> str | None:
    if isinstance(row, Answer):
        return _event_of_answer(session, row)
    own: str | None = row.id if row.__tablename__ == "event" else getattr(row, "event_id", None)
    return own


def _event_of_answer(session: Session, answer: Answer) -> str | None:
    question = session.get_one(Question, answer.question_id)
    while question.event_id is None and question.parent_answer_id:
        above = session.get_one(Answer, question.parent_answer_id)
        question = session.get_one(Question, above.question_id)
    return question.event_id
