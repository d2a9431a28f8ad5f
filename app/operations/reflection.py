"""What is kept of how a review went: totals of the closing questions, changes to the process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from models.outcome import Feedback, ProcessChange
from models.values import TrialOutcome


@dataclass(frozen=True, slots=True)
class ChangePlace:
    """Where a change to the process goes: its own id, the review, the day it was decided."""

    change_id: str
    review_id: str
    day: date


@operation("Enter answers", merge=True)
def count_answers(session: Session, review_id: str, question: str, answer: str, count: int) -> None:
    """Keep how many gave an answer to a closing question; never who (R02)."""
    found = session.scalar(
        select(Feedback).where(
            Feedback.review_id == review_id,
            Feedback.question == question,
            Feedback.answer == answer,
        )
    )
    if found is not None:
        found.count = count
    elif count:
        row = Feedback(review_id=review_id, question=question, answer=answer, count=count)
        session.add(row)


@operation("Write a change to how we review", merge=True)
def write_change(session: Session, place: ChangePlace, text: str) -> None:
    """Store the words of a change to the process; the first words make it (R01)."""
    found = session.get(ProcessChange, place.change_id)
    if found is not None:
        found.text = text
    elif text.strip():
        change = ProcessChange(
            id=place.change_id, review_id=place.review_id, text=text, decided_on=place.day
        )
        session.add(change)


@operation("Say whether the change helped")
def judge_change(session: Session, change_id: str, outcome: TrialOutcome, note: str = "") -> None:
    """Keep a change to the process, or leave it again, with what was seen."""
    change = session.get_one(ProcessChange, change_id)
    change.outcome, change.outcome_note = outcome, note


@operation("Delete change to how we review")
def delete_change(session: Session, change_id: str) -> None:
    """Delete a change to the process; the trash keeps it for 30 days."""
    remove(session, ProcessChange, change_id)
