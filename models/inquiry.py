"""Questions, answers and what is set aside."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Prose, Worded
from models.taxonomy import Probe, QuestionDepth, Sensitivity
from models.values import AnswerForm, IdeaState, Privacy, Stage


class Question(Worded):
    """A question that was asked, or a rung of a how-chain where `parent_answer_id` is set (I03)."""

    __tablename__ = "question"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    bank_id: Mapped[str] = mapped_column(default="")
    text: Mapped[Prose]
    typed_text: Mapped[Prose]
    probe: Mapped[Probe | None]
    depth: Mapped[QuestionDepth] = mapped_column(default=QuestionDepth.OPEN)
    sensitivity: Mapped[Sensitivity] = mapped_column(default=Sensitivity.LOW)
    parent_answer_id: Mapped[str | None] = mapped_column(
        ForeignKey("answer.id", use_alter=True, name="fk_question_parent_answer"), index=True
    )
    rung: Mapped[int] = mapped_column(default=0)
    rank: Mapped[int] = mapped_column(default=0)


class Answer(Worded):
    """What someone said to a question, word for word where `verbatim` (I04, I12)."""

    __tablename__ = "answer"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    question_id: Mapped[str] = mapped_column(ForeignKey("question.id"), index=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    text: Mapped[Prose]
    form: Mapped[AnswerForm] = mapped_column(default=AnswerForm.DESCRIPTION)
    verbatim: Mapped[bool] = mapped_column(default=True)
    quote_approved: Mapped[bool] = mapped_column(default=False)
    told_on: Mapped[date | None]
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.PARTICIPANTS)
    factor_id: Mapped[str | None] = mapped_column(ForeignKey("factor.id"), index=True)
    rank: Mapped[int] = mapped_column(default=0)


class Note(Worded):
    """A private note of the facilitator."""

    __tablename__ = "note"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    stage: Mapped[Stage]
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id"), index=True)
    text: Mapped[Prose]
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.PRIVATE)
    rank: Mapped[int] = mapped_column(default=0)


class ParkedIdea(Worded):
    """A fix idea or side topic, set aside until the action stage (M05)."""

    __tablename__ = "parked_idea"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    text: Mapped[Prose]
    state: Mapped[IdeaState] = mapped_column(default=IdeaState.PARKED)
    parked_on: Mapped[date]
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    action_id: Mapped[str | None] = mapped_column(ForeignKey("action_item.id"), index=True)
    privacy: Mapped[Privacy] = mapped_column(default=Privacy.PARTICIPANTS)
    rank: Mapped[int] = mapped_column(default=0)
