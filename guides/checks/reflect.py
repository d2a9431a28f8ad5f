"""The checks of Reflect, all of them optional: three answers and one change."""

from __future__ import annotations

from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from models.snapshot import Snapshot
from models.values import Stage


def the_three_answers_were_asked_for(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """R02: participants were asked what the review was worth to them."""
    key = "three_answers"
    if any(row.count for row in snapshot.feedback):
        return met(key, "Three answers were asked for")
    target = Target(Stage.REFLECT, "feedback")
    return still_open(key, "Nobody was asked how it went yet", "Ask the three questions", target)


def one_change_is_written_down(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """R01: one change to how reviews are done."""
    key = "one_change"
    if any(change.text.strip() for change in snapshot.process_changes):
        return met(key, "One change is written down")
    target = Target(Stage.REFLECT, "change")
    return still_open(key, "No change to how we review yet", "Write one down", target)


CHECKS: tuple[Check, ...] = (the_three_answers_were_asked_for, one_change_is_written_down)
