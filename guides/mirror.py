"""The facilitator's private mirror: the mix of questions, what they covered; never per person."""

from __future__ import annotations

from dataclasses import dataclass

from guides.coverage import answered_questions, coverage_grid
from guides.question_form import is_closed
from models.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """What the facilitator sees of their own asking (R05)."""

    open: int
    how_chain: int
    closed: int
    rewritten: int
    """Closed questions that were asked in an open way after all."""
    answered: int
    sides: tuple[int, int]
    """Sides of decision points that something is known from, and how many there are."""
    hours: float | None

    @property
    def asked(self) -> int:
        """All questions asked."""
        return self.open + self.how_chain + self.closed

    @property
    def words(self) -> str:
        """The mix in words: `open 41, how-chain 18, closed 7`."""
        return f"open {self.open}, how-chain {self.how_chain}, closed {self.closed}"


def mirror(snapshot: Snapshot) -> Mirror:
    """Count the questions by form, and what they covered."""
    chained = [q for q in snapshot.questions if q.parent_answer_id]
    plain = [q for q in snapshot.questions if not q.parent_answer_id]
    closed = sum(is_closed(question.text) for question in plain)
    grid = coverage_grid(snapshot)
    answered = answered_questions(snapshot)
    return Mirror(
        open=len(plain) - closed,
        how_chain=len(chained),
        closed=closed,
        rewritten=sum(bool(question.typed_text.strip()) for question in snapshot.questions),
        answered=sum(question.id in answered for question in snapshot.questions),
        sides=(sum(len(moment.answered) for moment in grid), 8 * len(grid)),
        hours=snapshot.review.hours_spent,
    )
