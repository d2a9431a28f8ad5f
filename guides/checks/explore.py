"""The checks of Explore: each decision was asked about, from every side."""

from __future__ import annotations

from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from guides.coverage import SIDE_TITLES, Side, coverage_grid
from models.phrases import counted, listed, sentence_case, shortened
from models.snapshot import Snapshot
from models.values import Stage


def every_decision_has_an_answer(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """Each decision event has at least one answered question (product page, stages)."""
    key, grid = "decisions_answered", coverage_grid(snapshot)
    if not grid:
        return still_open(
            key,
            "No decision point is marked yet",
            "Mark one on the timeline",
            Target(Stage.TIMELINE, "events"),
        )
    bare = [moment for moment in grid if not moment.heard]
    if not bare:
        return met(key, "Every decision has an answered question")
    one = len(bare) == 1
    others = "" if one else f" and {counted(len(bare) - 1, 'other')}"
    return still_open(
        key,
        f"{sentence_case(counted(len(bare), 'decision'))} {'has' if one else 'have'} no answer yet",
        "Ask about it",
        Target(Stage.EXPLORE, "event", bare[0].event.id),
        f"\u201c{shortened(bare[0].event.title)}\u201d{others}",
    )


def no_side_is_empty(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """I10: over all decision points, each of the eight sides has been answered once."""
    key, grid = "coverage", coverage_grid(snapshot)
    if not grid:
        return None
    seen = {side for moment in grid for side in moment.answered}
    empty = [side for side in Side if side not in seen]
    if not empty:
        return met(key, "The decisions are seen from every side")
    emptiest = min(grid, key=lambda moment: len(moment.answered))
    words = listed(SIDE_TITLES[side].lower() for side in empty)
    return still_open(
        key,
        f"{sentence_case(words)}: not asked about yet",
        "See what to ask",
        Target(Stage.EXPLORE, "coverage", emptiest.event.id),
    )


CHECKS: tuple[Check, ...] = (every_decision_has_an_answer, no_side_is_empty)
