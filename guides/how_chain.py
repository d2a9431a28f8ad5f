"""How-chains: follow-up questions under an answer, branching, of any depth (I03, method 2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from guides.pack_files import pack
from models.rows import AnswerRow, QuestionRow
from models.snapshot import Snapshot
from models.taxonomy import QuestionDepth

CONDITIONS_RUNG = 4
LAST_RUNG = 6
_RUNGS_BEFORE_A_BRANCH = 3
_RULE = re.compile(
    r"\b(?:rules?|polic(?:y|ies)|procedures?|process|runbook|checklist|guidelines?|supposed to|"
    r"not allowed|against the)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:he|she|they|someone|somebody|the (?:\w+ )?(?:engineer|developer|operator|admin|"
    r"responder|manager|lead|colleague|author|reviewer|team)|(?:human|user|operator) error)\b",
    re.IGNORECASE,
)
_ROOT_RUNGS: dict[QuestionDepth, int] = {
    QuestionDepth.OPEN: 1,
    QuestionDepth.DEEPEN: 2,
    QuestionDepth.CONDITION: 4,
    QuestionDepth.GENERALISE: 6,
    QuestionDepth.CLOSE: 1,
}


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a how-chain: what it is for, and ways to ask it."""

    number: int
    title: str
    purpose: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RungOffer:
    """A question to hang under an answer."""

    rung: Rung
    text: str
    branch: bool = False
    """Whether it is another branch ("What else?") in place of the next rung."""


@dataclass(frozen=True, slots=True)
class AnswerNode:
    """An answer with the questions that hang under it."""

    answer: AnswerRow
    follow_ups: tuple[QuestionNode, ...]


@dataclass(frozen=True, slots=True)
class QuestionNode:
    """A question with its answers."""

    question: QuestionRow
    answers: tuple[AnswerNode, ...]


@cache
def rungs(language: str = "en") -> tuple[Rung, ...]:
    """Return the six rungs in their order."""
    return tuple(
        Rung(number, given["title"], given["purpose"], tuple(given["prompts"]))
        for number, given in enumerate(pack("chain", language)["rung"], 1)
    )


def rung_title(number: int) -> str:
    """Return how a rung is called; nothing for a question outside a chain."""
    return rungs()[number - 1].title if 1 <= number <= LAST_RUNG else ""


def offers(
    question: QuestionRow,
    answer: AnswerRow,
    *,
    asked: Iterable[str] = (),
    names: Iterable[str] = (),
) -> tuple[RungOffer, ...]:
    """Return the next rung and a branch at the same one; rung 4 where a person or rule is named.

    `asked` are texts that already hang in this chain, `names` those of the people in the review.
    """
    here = question.rung or _ROOT_RUNGS[question.depth]
    onward = min(here + 1, LAST_RUNG)
    if onward < CONDITIONS_RUNG and names_person_or_rule(answer.text, names):
        onward = CONDITIONS_RUNG
    used = frozenset(text.strip().lower() for text in asked)
    found = [RungOffer(rungs()[onward - 1], _unused(rungs()[onward - 1], used))]
    what_else: str = pack("chain")["what_else"]
    found.append(RungOffer(rungs()[max(here, 1) - 1], what_else, branch=True))
    return tuple(found)


def names_person_or_rule(text: str, names: Iterable[str] = ()) -> bool:
    """Tell whether an answer ends at a person or a rule, where a chain never stops."""
    if _RULE.search(text) or _PERSON.search(text):
        return True
    low = text.lower()
    return any(re.search(rf"\b{re.escape(name.lower())}\b", low) for name in names if name.strip())


def branch_hint(root: QuestionNode) -> str:
    """Return the hint for a chain that has three rungs and no branch, else nothing."""
    length, node = 0, root
    while True:
        follow_ups = [below for answer in node.answers for below in answer.follow_ups]
        if len(follow_ups) > 1:
            return ""
        if not follow_ups:
            break
        length, node = length + 1, follow_ups[0]
    hint: str = pack("chain")["branch_hint"]
    return hint if length >= _RUNGS_BEFORE_A_BRANCH else ""


def can_become_a_factor(question: QuestionRow) -> bool:
    """Tell whether an answer to this rung may be promoted to a draft factor."""
    return CONDITIONS_RUNG <= question.rung <= LAST_RUNG


def stop_hint(answer: AnswerRow, earlier: Iterable[AnswerRow]) -> str:
    """Return a hint that a chain may rest here; never a rule."""
    said = _plain(answer.text)
    if said and any(_plain(before.text) == said for before in earlier):
        return "This was said before. It may be enough."
    if re.search(r"\b(?:nobody|no one) (?:here )?(?:knows|can know)\b", answer.text, re.IGNORECASE):
        return "Nobody here can know. Make it a gap."
    return ""


def chains(snapshot: Snapshot, event_id: str | None = None) -> tuple[QuestionNode, ...]:
    """Return the questions with everything that hangs under them, for one event or for all."""
    roots = [q for q in snapshot.questions if not q.parent_answer_id]
    wanted = roots if event_id is None else [q for q in roots if q.event_id == event_id]
    built = _build(snapshot.questions, snapshot.answers)
    return tuple(built[question.id] for question in _by_rank(wanted))


def walk(root: QuestionNode) -> Iterator[tuple[int, QuestionNode]]:
    """Yield each question of a chain with its depth below the root, in reading order."""
    waiting = [(0, root)]
    while waiting:
        depth, node = waiting.pop()
        yield depth, node
        below = [found for answer in node.answers for found in answer.follow_ups]
        waiting.extend((depth + 1, found) for found in reversed(below))


def _build(
    questions: Sequence[QuestionRow], answers: Sequence[AnswerRow]
) -> dict[str, QuestionNode]:
    """Build from the leaves up without recursion, so that no depth is too deep."""
    answers_of: dict[str, list[AnswerRow]] = {}
    below: dict[str, list[QuestionRow]] = {}
    for answer in answers:
        answers_of.setdefault(answer.question_id, []).append(answer)
    for question in questions:
        if question.parent_answer_id:
            below.setdefault(question.parent_answer_id, []).append(question)
    built: dict[str, QuestionNode] = {}
    for question in reversed(_top_down(questions, answers_of, below)):
        nodes = tuple(
            AnswerNode(
                answer, tuple(built[found.id] for found in _by_rank(below.get(answer.id, ())))
            )
            for answer in sorted(answers_of.get(question.id, ()), key=lambda row: row.rank)
        )
        built[question.id] = QuestionNode(question, nodes)
    return built


def _top_down(
    questions: Sequence[QuestionRow],
    answers_of: dict[str, list[AnswerRow]],
    below: dict[str, list[QuestionRow]],
) -> list[QuestionRow]:
    order = [question for question in questions if not question.parent_answer_id]
    for question in order:
        for answer in answers_of.get(question.id, ()):
            order.extend(below.get(answer.id, ()))
    return order


def _by_rank(questions: Iterable[QuestionRow]) -> list[QuestionRow]:
    return sorted(questions, key=lambda question: question.rank)


def _unused(rung: Rung, used: frozenset[str]) -> str:
    return next((text for text in rung.prompts if text.lower() not in used), rung.prompts[0])


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
