"""The checks of Factors: several conditions, of both kinds, shown by something, and what held."""

from __future__ import annotations

from collections.abc import Sequence

from guides.categories import ABOUT_WORK
from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from guides.looks import not_looked_at
from guides.network import conditions, support_of, what_held
from models.phrases import counted, listed, number, sentence_case
from models.snapshot import Snapshot
from models.values import Stage

_NEW = Target(Stage.FACTORS, "new")


def more_than_one_factor(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """F01: a review has at least two contributing factors."""
    key, found = "several_factors", conditions(snapshot)
    if len(found) >= 2:
        return met(key, f"{sentence_case(counted(len(found), 'factor'))} side by side")
    statement = "One factor so far" if found else "No factor yet"
    return still_open(key, statement, "What else had to be true?", _NEW)


def one_factor_about_work(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """F04: at least one of C7-C12, the human and organisational categories."""
    key = "about_work"
    if any(factor.category in ABOUT_WORK for factor in snapshot.factors):
        return met(key, "One factor is about how people work")
    return still_open(
        key,
        "No factor is about how people work yet",
        "Look at C7 to C12",
        Target(Stage.FACTORS, "coverage", ABOUT_WORK[0]),
    )


def something_held(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """F06: at least one source of resilience."""
    key = "something_held"
    if what_held(snapshot):
        return met(key, "What held is in the picture")
    return still_open(key, "Nothing that held is in the picture yet", "What went well?", _NEW)


def every_factor_is_shown_by_something(
    snapshot: Snapshot, _around: Surroundings
) -> CheckResult | None:
    """F02: each factor has evidence."""
    key = "factor_evidence"
    if not snapshot.factors:
        return None
    bare = [factor for factor in snapshot.factors if not support_of(factor, snapshot)]
    if not bare:
        return met(key, "Every factor is shown by something")
    verb = "is" if len(bare) == 1 else "are"
    return still_open(
        key,
        f"{sentence_case(counted(len(bare), 'factor'))} {verb} not shown by anything yet",
        "Link what shows it",
        Target(Stage.FACTORS, "factor", bare[0].id),
        _some([factor.code for factor in bare], 6),
    )


def every_category_was_looked_at(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """F10: each category is found, or looked at and empty."""
    key, waiting = "categories", not_looked_at(snapshot)
    if not waiting:
        return met(key, "Every category was looked at")
    noun = "category" if len(waiting) == 1 else "categories"
    return still_open(
        key,
        f"{sentence_case(number(len(waiting)))} {noun} not looked at yet",
        waiting[0].probe,
        Target(Stage.FACTORS, "coverage", waiting[0].category),
        _some([guide.word for guide in waiting], 4),
    )


def _some(words: Sequence[str], most: int) -> str:
    """Join the first words, and say where there are more."""
    return listed([*words[:most], "more"] if len(words) > most else words)


CHECKS: tuple[Check, ...] = (
    more_than_one_factor,
    one_factor_about_work,
    something_held,
    every_factor_is_shown_by_something,
    every_category_was_looked_at,
)
