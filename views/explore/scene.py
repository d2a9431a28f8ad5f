"""What the page shows at one time: the review, the moment, the person, and what was asked there."""

from __future__ import annotations

from dataclasses import dataclass

from guides.how_chain import QuestionNode, chains
from guides.people import in_the_incident, shown_as
from models.rows import AnswerRow, EventRow, FactorRow, ParticipantRow, QuestionRow
from models.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Scene:
    """One reading of the review, cut to a moment; `event` is None for the incident as a whole."""

    snapshot: Snapshot
    event: EventRow | None
    person: ParticipantRow | None
    asked: tuple[QuestionNode, ...]
    """The questions of this moment in the order they were asked, each with its chain."""

    @property
    def event_id(self) -> str | None:
        """Id of the moment."""
        return self.event.id if self.event else None

    @property
    def person_id(self) -> str | None:
        """Id of the person who is asked; None where it is everyone."""
        return self.person.id if self.person else None

    @property
    def people(self) -> tuple[ParticipantRow, ...]:
        """Whom to ask: whose moment it is first, then the others who were there."""
        there = in_the_incident(self.snapshot)
        own = self.event.participant_id if self.event else None
        return tuple(sorted(there, key=lambda person: person.id != own))

    def called(self, participant_id: str | None) -> str:
        """Give the role of a participant; nothing for nobody."""
        people = self.snapshot.participants
        return next((shown_as(p) for p in people if p.id == participant_id), "")

    def factor(self, factor_id: str | None) -> FactorRow | None:
        """Give a factor by its id."""
        return next((each for each in self.snapshot.factors if each.id == factor_id), None)

    def node(self, question_id: str) -> QuestionNode | None:
        """Give a question of this moment with its chain."""
        return next((node for node in self.asked if node.question.id == question_id), None)


def scene_of(snapshot: Snapshot, event_id: str | None, person_id: str | None) -> Scene:
    """Return what there is to show of a moment and a person; unknown ids count as none."""
    event = next((row for row in snapshot.events if row.id == event_id), None)
    person = next((row for row in snapshot.participants if row.id == person_id), None)
    if event is not None:
        asked = chains(snapshot, event.id)
    else:
        asked = tuple(node for node in chains(snapshot) if node.question.event_id is None)
    return Scene(snapshot, event, person, asked)


def is_answered(node: QuestionNode) -> bool:
    """Tell whether a question has an answer with words in it."""
    return any(found.answer.text.strip() for found in node.answers)


def root_of(snapshot: Snapshot, row_id: str) -> QuestionRow | None:
    """Return the question at the top of the chain that holds a question or an answer."""
    questions = {row.id: row for row in snapshot.questions}
    asked_in = {row.id: row.question_id for row in snapshot.answers}
    question = questions.get(asked_in.get(row_id, row_id))
    seen: set[str] = set()
    while question is not None and question.parent_answer_id and question.id not in seen:
        seen.add(question.id)
        question = questions.get(asked_in.get(question.parent_answer_id, ""))
    return question


def last_answer(scene: Scene, open_id: str) -> AnswerRow | None:
    """Return what was said last to the open question, else at this moment."""
    node = scene.node(open_id)
    nodes = [node] if node is not None else list(scene.asked)
    said = [found.answer for each in nodes for found in each.answers if found.answer.text.strip()]
    return max(said, key=lambda answer: answer.rank, default=None)
