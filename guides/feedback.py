"""The three closing questions to participants, of which only totals are kept (R02, R03)."""

from __future__ import annotations

from dataclasses import dataclass

from guides.settings import MethodSettings
from models.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ClosingQuestion:
    """A question with its three answers, the best first."""

    key: str
    text: str
    answers: tuple[str, str, str]


CLOSING_QUESTIONS: tuple[ClosingQuestion, ...] = (
    ClosingQuestion(
        "learned",
        "Did you learn something that changes how you work?",
        ("yes", "not sure", "no"),
    ),
    ClosingQuestion("again", "Would you come again?", ("yes", "perhaps", "no")),
    ClosingQuestion("safe", "How safe was it to speak?", ("very", "mostly", "hardly")),
)


@dataclass(frozen=True, slots=True)
class Totals:
    """How often each answer was given; `counts` is empty while too few have answered."""

    question: ClosingQuestion
    answered: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A threshold in words: at least one learned something, at least half would come again."""

    words: str
    count: int
    of: int
    reached: bool
    detail: str


def totals(snapshot: Snapshot, settings: MethodSettings) -> tuple[Totals, ...]:
    """Return the totals of each question, hidden below the smallest number of answers."""
    found = []
    for question in CLOSING_QUESTIONS:
        counts = {answer: _count(snapshot, question.key, answer) for answer in question.answers}
        answered = sum(counts.values())
        shown = counts if answered >= settings.fewest_answers_shown else {}
        found.append(Totals(question, answered, shown))
    return tuple(found)


def totals_words(found: Totals, asked: int, settings: MethodSettings) -> str:
    """Say how many have answered: `6 of 9 answered`, `3 of 9; totals from 5 on`."""
    if found.counts:
        return f"{found.answered} of {max(asked, found.answered)} answered"
    base = f"{found.answered} of {max(asked, found.answered)}"
    return f"{base}; totals from {settings.fewest_answers_shown} on"


def marks(snapshot: Snapshot, settings: MethodSettings) -> tuple[Mark, ...]:
    """Return the two thresholds, or nothing while totals are hidden (R03)."""
    by_key = {found.question.key: found for found in totals(snapshot, settings)}
    learned, again = by_key["learned"], by_key["again"]
    found = []
    if learned.counts:
        yes, of = learned.counts["yes"], learned.answered
        detail = _said("one person", reached=yes >= 1)
        found.append(Mark("learned something that changes work", yes, of, yes >= 1, detail))
    if again.counts:
        yes, of = again.counts["yes"], again.answered
        detail = _said("half", reached=2 * yes >= of)
        found.append(Mark("would come again", yes, of, 2 * yes >= of, detail))
    return tuple(found)


def _said(mark: str, *, reached: bool) -> str:
    return f"{'Reached' if reached else 'Not yet'}. The mark is {mark}."


def _count(snapshot: Snapshot, question: str, answer: str) -> int:
    rows = snapshot.feedback
    return sum(row.count for row in rows if row.question == question and row.answer == answer)
