"""A first guess at the category of the factor that an answer becomes; it may be changed."""

from __future__ import annotations

from guides.categories import CATEGORIES_OF_PROBE
from models.rows import QuestionRow
from models.snapshot import Snapshot
from models.taxonomy import Category

WHERE_NOTHING_TELLS = Category.C10
"""Work practice: what most rungs of a how-chain are about."""


def likely_category(snapshot: Snapshot, question: QuestionRow) -> Category:
    """Return where the probe of a question leads, or of the nearest question above it."""
    questions = {row.id: row for row in snapshot.questions}
    asked_in = {row.id: row.question_id for row in snapshot.answers}
    seen: set[str] = set()
    above: QuestionRow | None = question
    while above is not None and above.id not in seen:
        seen.add(above.id)
        found = CATEGORIES_OF_PROBE.get(above.probe) if above.probe else None
        if found:
            return found[0]
        above = questions.get(asked_in.get(above.parent_answer_id or "", ""))
    return WHERE_NOTHING_TELLS
