"""Questions that are asked about a moment, or kept to be asked later (I01, I02, I06)."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.inquiry import Answer, Question
from models.learning import Evidence
from models.taxonomy import Probe, QuestionDepth, Sensitivity


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """A question as it is asked: to whom, about what, and in which words.

    With `parent_answer_id` it is a rung of a how-chain (I03).
    """

    text: str
    event_id: str | None = None
    participant_id: str | None = None
    bank_id: str = ""
    typed_text: str = ""
    """What had been typed before an open rewrite was taken; both are kept."""
    probe: Probe | None = None
    depth: QuestionDepth = QuestionDepth.OPEN
    sensitivity: Sensitivity = Sensitivity.LOW
    parent_answer_id: str | None = None
    rung: int = 0


@operation("Ask question")
def ask_question(session: Session, review_id: str, new: NewQuestion) -> str:
    """Put a question behind those asked before; return its id."""
    return put_question(session, review_id, new).id


@operation("Ask question")
def ask_in_turn(session: Session, review_id: str, first: NewQuestion, then: NewQuestion) -> str:
    """Ask the first half of a question, keep the second for afterwards; return the first's id."""
    asked = put_question(session, review_id, first)
    put_question(session, review_id, then)
    return asked.id


def put_question(
    session: Session, review_id: str, new: NewQuestion, question_id: str | None = None
) -> Question:
    """Store a question within an operation, under a given id where there is one."""
    known = {} if question_id is None else {"id": question_id}
    rank = next_rank(session, Question, review_id)
    question = Question(review_id=review_id, rank=rank, **known, **asdict(new))
    session.add(question)
    session.flush()
    return question


@operation("Delete question")
def delete_question(session: Session, question_id: str) -> None:
    """Delete a question with its answers and the how-chains below them."""
    take_chain_away(session, question_id)


def take_chain_away(session: Session, question_id: str) -> None:
    """Delete a question and all below it, leaves first, within an operation."""
    session.flush()
    found = [question_id]
    for above in found:
        answers = select(Answer.id).where(Answer.question_id == above)
        found += session.scalars(select(Question.id).where(Question.parent_answer_id.in_(answers)))
    for each in reversed(found):
        answers_here = session.scalars(select(Answer.id).where(Answer.question_id == each)).all()
        for answer_id in answers_here:
            take_evidence_away(session, answer_id)
        remove(session, Question, each)


def take_evidence_away(session: Session, answer_id: str) -> None:
    """Delete the evidence that only points at an answer, before the answer goes."""
    pointing = select(Evidence.id).where(Evidence.answer_id == answer_id, Evidence.text == "")
    for evidence_id in session.scalars(pointing).all():
        remove(session, Evidence, evidence_id)
