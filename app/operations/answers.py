"""What was said to a question: written, followed up, made a factor of (I03, I12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.factors import draft_factor
from app.operations.privacy import privacy_from
from app.operations.questions import NewQuestion, put_question, take_chain_away, take_evidence_away
from app.operations.ranks import next_rank
from models.inquiry import Answer, Question
from models.learning import Evidence
from models.taxonomy import Category
from models.values import Privacy


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where an answer goes: its own id, its question, who tells it, and the day."""

    answer_id: str
    question_id: str
    participant_id: str | None
    told_on: date


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A rung that is being written: its question, and where its answer goes."""

    review_id: str
    question: NewQuestion
    answer: AnswerPlace


@operation("Write answer", merge=True)
def write_answer(session: Session, place: AnswerPlace, text: str) -> None:
    """Store the words of an answer; the first words make the answer."""
    answer = session.get(Answer, place.answer_id)
    if answer is not None:
        answer.text = text
    elif text.strip():
        _put_answer(session, place, text)


@operation("Write answer", merge=True)
def write_follow_up(session: Session, rung: FollowUp, text: str) -> None:
    """Store the words of a rung's answer; the first words make the rung and its answer."""
    answer = session.get(Answer, rung.answer.answer_id)
    if answer is not None:
        answer.text = text
    elif text.strip():
        if session.get(Question, rung.answer.question_id) is None:
            put_question(session, rung.review_id, rung.question, rung.answer.question_id)
        _put_answer(session, rung.answer, text)


@operation("Delete answer")
def delete_answer(session: Session, answer_id: str) -> None:
    """Delete an answer with the how-chain below it; the question stays."""
    below = select(Question.id).where(Question.parent_answer_id == answer_id)
    for question_id in session.scalars(below).all():
        take_chain_away(session, question_id)
    take_evidence_away(session, answer_id)
    remove(session, Answer, answer_id)


@operation("Make a factor of it")
def promote_answer(session: Session, answer_id: str, category: Category) -> str:
    """Make a draft factor whose condition is the answer and whose evidence it is; return its id.

    An answer that was promoted before gives the factor it became. What only the facilitator may
    see gives a factor that only the facilitator sees.
    """
    answer = session.get_one(Answer, answer_id)
    if answer.factor_id is not None:
        return answer.factor_id
    factor = draft_factor(session, answer.review_id, category, answer.text.strip())
    factor.privacy = privacy_from(answer.privacy, usual=Privacy.INTERNAL)
    session.add(Evidence(review_id=answer.review_id, factor_id=factor.id, answer_id=answer.id))
    answer.factor_id = factor.id
    session.flush()
    return factor.id


def _put_answer(session: Session, place: AnswerPlace, text: str) -> None:
    question = session.get_one(Question, place.question_id)
    answer = Answer(
        id=place.answer_id,
        review_id=question.review_id,
        question_id=question.id,
        participant_id=place.participant_id,
        told_on=place.told_on,
        text=text,
        rank=next_rank(session, Answer, question.review_id),
    )
    session.add(answer)
    session.flush()
