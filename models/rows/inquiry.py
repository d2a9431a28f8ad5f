"""Questions, answers and what is set aside, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.rows.base import Row, Words
from models.taxonomy import Probe, QuestionDepth, Sensitivity
from models.values import AnswerForm, IdeaState, Privacy, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow(Row):
    """A question that was asked, or a rung of a how-chain where `parent_answer_id` is set (I03)."""

    table: ClassVar[str] = "question"

    review_id: str
    event_id: str | None = None
    participant_id: str | None = None
    bank_id: str = ""
    """Id in a question pack; empty for the facilitator's own."""
    text: Words
    typed_text: Words = ""
    """What had been typed before an open rewrite was taken."""
    probe: Probe | None = None
    depth: QuestionDepth = QuestionDepth.OPEN
    sensitivity: Sensitivity = Sensitivity.LOW
    parent_answer_id: str | None = None
    rung: int = 0
    """1-6 within a how-chain, 0 outside one."""
    rank: int = 0
    """Order among its siblings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow(Row):
    """What someone said to a question, word for word where `verbatim` (I04, I12)."""

    table: ClassVar[str] = "answer"

    review_id: str
    question_id: str
    participant_id: str | None = None
    text: Words
    form: AnswerForm = AnswerForm.DESCRIPTION
    verbatim: bool = True
    quote_approved: bool = False
    told_on: date | None = None
    privacy: Privacy = Privacy.PARTICIPANTS
    factor_id: str | None = None
    """The factor that this answer was promoted to."""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow(Row):
    """A private note of the facilitator."""

    table: ClassVar[str] = "note"

    review_id: str
    stage: Stage
    event_id: str | None = None
    participant_id: str | None = None
    text: Words
    privacy: Privacy = Privacy.PRIVATE
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedIdeaRow(Row):
    """A fix idea or side topic, set aside until the action stage (M05)."""

    table: ClassVar[str] = "parked_idea"

    review_id: str
    text: Words
    state: IdeaState = IdeaState.PARKED
    parked_on: date
    event_id: str | None = None
    action_id: str | None = None
    privacy: Privacy = Privacy.PARTICIPANTS
    rank: int = 0
