"""What is known of each decision point, seen from eight sides (I10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.rows import EventRow, QuestionRow
from models.snapshot import Snapshot
from models.taxonomy import Probe


class Side(StrEnum):
    """A column of the coverage grid."""

    CUE = "cue"
    EXPECTATION = "expectation"
    GOAL = "goal"
    KNOWLEDGE = "knowledge"
    TOOLS = "tools"
    NORMAL_WORK = "normal work"
    PRESSURE = "pressure"
    HELP = "help"


SIDE_TITLES: dict[Side, str] = {
    Side.CUE: "Cues",
    Side.EXPECTATION: "Expectation",
    Side.GOAL: "Goal",
    Side.KNOWLEDGE: "Knowledge",
    Side.TOOLS: "Tools",
    Side.NORMAL_WORK: "Normal work",
    Side.PRESSURE: "Pressure",
    Side.HELP: "Help",
}

_P = Probe
_FILLED_BY: dict[Side, tuple[Probe, ...]] = {
    Side.CUE: (_P.CUE, _P.TYPICALITY, _P.DISTINCTION, _P.SURPRISE, _P.UNCERTAINTY),
    Side.EXPECTATION: (_P.EXPECTATION, _P.FORESIGHT, _P.MODEL, _P.ASSUMPTION),
    Side.GOAL: (_P.GOAL, _P.OPTIONS, _P.SENSE, _P.SIDE_EFFECT, _P.MEASURE),
    Side.KNOWLEDGE: (_P.KNOWLEDGE, _P.EXPERIENCE, _P.COMMON_GROUND, _P.HISTORY, _P.LEARNING),
    Side.TOOLS: (_P.TOOLS, _P.OBSERVABILITY, _P.CHANGE),
    Side.NORMAL_WORK: (_P.WORK_AS_DONE, _P.WORKAROUND, _P.PATTERN, _P.RESILIENCE, _P.LUCK),
    Side.PRESSURE: (_P.PRESSURE, _P.TRADEOFF, _P.LOAD, _P.SAFETY),
    Side.HELP: (
        _P.HELP,
        _P.COORDINATION,
        _P.COMMUNICATION,
        _P.PERSPECTIVE,
        _P.GAP,
        _P.IMPACT,
    ),
}

SIDE_OF: dict[Probe, Side] = {
    probe: side for side, probes in _FILLED_BY.items() for probe in probes
}
"""Which side a probe fills (product page, Values)."""


@dataclass(frozen=True, slots=True)
class MomentCoverage:
    """What is known of one event."""

    event: EventRow
    answered: dict[Side, int]
    """How many answered questions fill each side; sides without one are left out."""
    asked: int
    """How many questions were asked about it, answered or not."""
    heard: int
    """How many of them have an answer."""

    @property
    def empty(self) -> tuple[Side, ...]:
        """The sides that nothing is known from, in their order."""
        return tuple(side for side in Side if side not in self.answered)

    @property
    def words(self) -> str:
        """How full it is: `5 of 8`."""
        return f"{len(self.answered)} of {len(Side)}"


def coverage_grid(snapshot: Snapshot) -> tuple[MomentCoverage, ...]:
    """Return what is known of each decision point, in timeline order."""
    decisions = [event for event in snapshot.events if event.is_decision]
    return coverage_of(decisions, snapshot)


def coverage_of(events: Iterable[EventRow], snapshot: Snapshot) -> tuple[MomentCoverage, ...]:
    """Return what is known of the given events."""
    homes = question_events(snapshot)
    answered_ids = answered_questions(snapshot)
    about: dict[str | None, list[QuestionRow]] = {}
    for question in snapshot.questions:
        about.setdefault(homes[question.id], []).append(question)
    return tuple(_coverage(event, about.get(event.id, []), answered_ids) for event in events)


def _coverage(
    event: EventRow, asked: list[QuestionRow], answered_ids: frozenset[str]
) -> MomentCoverage:
    heard = [question for question in asked if question.id in answered_ids]
    sides = Counter(SIDE_OF[question.probe] for question in heard if question.probe is not None)
    return MomentCoverage(event, dict(sides), len(asked), len(heard))


def answered_questions(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of the questions that have an answer with words in it."""
    return frozenset(answer.question_id for answer in snapshot.answers if answer.text.strip())


def question_events(snapshot: Snapshot) -> dict[str, str | None]:
    """Return the event each question is about; a rung of a how-chain takes its root's."""
    questions = {question.id: question for question in snapshot.questions}
    asked_in = {answer.id: answer.question_id for answer in snapshot.answers}
    return {question.id: _home(question, questions, asked_in) for question in snapshot.questions}


def _home(
    question: QuestionRow, questions: dict[str, QuestionRow], asked_in: dict[str, str]
) -> str | None:
    seen: set[str] = set()
    while question.event_id is None and question.parent_answer_id and question.id not in seen:
        seen.add(question.id)
        parent = questions.get(asked_in.get(question.parent_answer_id, ""))
        if parent is None:
            return None
        question = parent
    return question.event_id
