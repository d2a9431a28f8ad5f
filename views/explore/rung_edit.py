"""Which rung of a how-chain is being written, and what it asks (method 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.operations.answers import AnswerPlace, FollowUp
from app.operations.questions import NewQuestion
from guides.how_chain import (
    AnswerNode,
    QuestionNode,
    RungOffer,
    branch_hint,
    offers,
    rung_title,
    rungs,
    walk,
)
from models.ids import new_id
from models.rows import AnswerRow, QuestionRow
from models.taxonomy import QuestionDepth
from views.explore.scene import Scene

_DEPTHS = {
    1: QuestionDepth.OPEN,
    2: QuestionDepth.DEEPEN,
    3: QuestionDepth.DEEPEN,
    4: QuestionDepth.CONDITION,
    5: QuestionDepth.CONDITION,
    6: QuestionDepth.GENERALISE,
}


@dataclass(frozen=True, slots=True)
class RungEdit:
    """A rung in its field. A new one is stored with its first words under the ids it has here."""

    question_id: str
    answer_id: str
    parent_answer_id: str
    number: int
    text: str
    told_on: date
    typed_text: str = ""
    is_new: bool = True

    @property
    def title(self) -> str:
        """How the rung is called."""
        return rung_title(self.number)

    def other_wording(self) -> RungEdit:
        """Ask the same rung with its next prompt."""
        prompts = rungs()[max(1, self.number) - 1].prompts
        place = prompts.index(self.text) + 1 if self.text in prompts else 0
        return replace(self, text=prompts[place % len(prompts)], typed_text="")

    def follow_up(self, scene: Scene, review_id: str) -> FollowUp:
        """Give what is stored with the first words."""
        question = NewQuestion(
            text=self.text,
            typed_text=self.typed_text,
            event_id=scene.event_id,
            participant_id=scene.person_id,
            depth=_DEPTHS.get(self.number, QuestionDepth.DEEPEN),
            parent_answer_id=self.parent_answer_id,
            rung=self.number,
        )
        return FollowUp(review_id, question, self.place(scene))

    def place(self, scene: Scene) -> AnswerPlace:
        """Give where the answer goes."""
        return AnswerPlace(self.answer_id, self.question_id, scene.person_id, self.told_on)


def first_edit(scene: Scene, root: QuestionNode, above: AnswerNode) -> RungEdit:
    """Offer the next rung under a root answer, or a branch where the chain is one line (I03)."""
    found = _offers(scene, root, root.question, above.answer)
    return _new(found[1] if branch_hint(root) else found[0], above.answer.id)


def deeper_edit(
    scene: Scene, root: QuestionNode, question: QuestionRow, answer: AnswerRow
) -> RungEdit:
    """Offer the next rung under an answer."""
    return _new(_offers(scene, root, question, answer)[0], answer.id)


def branch_edit(
    scene: Scene, root: QuestionNode, question: QuestionRow, answer: AnswerRow
) -> RungEdit:
    """Offer "what else?" beside a rung; beside a root answer it hangs under it."""
    offer = _offers(scene, root, question, answer)[1]
    return _new(offer, question.parent_answer_id or answer.id)


def stored_edit(question: QuestionRow, answer: AnswerRow | None) -> RungEdit:
    """Open a rung that is stored already; where nothing was said yet, its answer is new."""
    return RungEdit(
        question.id,
        answer.id if answer else new_id(),
        question.parent_answer_id or "",
        question.rung,
        question.text,
        date.today(),
        question.typed_text,
        is_new=False,
    )


def every_rung(root: QuestionNode) -> Iterator[tuple[QuestionRow, AnswerRow | None]]:
    """Yield the questions of a chain below its root with their answers, in reading order."""
    for depth, node in walk(root):
        if depth:
            for found in node.answers:
                yield node.question, found.answer
            if not node.answers:
                yield node.question, None


def _offers(
    scene: Scene, root: QuestionNode, question: QuestionRow, answer: AnswerRow
) -> tuple[RungOffer, ...]:
    asked = [node.question.text for _, node in walk(root)]
    people = scene.snapshot.participants
    names = [name for person in people for name in (person.name, person.role) if name]
    return offers(question, answer, asked=asked, names=names)


def _new(offer: RungOffer, parent_answer_id: str) -> RungEdit:
    number = offer.rung.number
    return RungEdit(new_id(), new_id(), parent_answer_id, number, offer.text, date.today())
