"""The checks of Actions: earlier promises, a second time, a few good ones, every factor settled."""

from __future__ import annotations

from guides.action_set import (
    STILL_TO_DO,
    finish_before_starting,
    is_a_factory,
    is_weak,
    only_watches,
    promised,
    standing,
    without_side_effects,
)
from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from guides.looks import promises_looked_at
from guides.network import FactorEnd, endings
from models.phrases import counted, listed, number, sentence_case
from models.snapshot import Snapshot
from models.values import Stage

_ACTIONS = Target(Stage.ACTIONS, "actions")


def earlier_promises_were_looked_at(snapshot: Snapshot, around: Surroundings) -> CheckResult | None:
    """A07: what was promised for the same services before is looked at first."""
    key, earlier = "earlier_promises", promised(around.earlier_actions)
    if not earlier:
        return None
    if promises_looked_at(snapshot):
        return met(key, "Earlier promises were looked at first")
    to_do = sum(action.state in STILL_TO_DO for action in earlier)
    return still_open(
        key,
        f"{sentence_case(counted(len(earlier), 'earlier promise'))} for the same services",
        f"Look at the {number(to_do)} open" if to_do else "Look at what came of them",
        Target(Stage.ACTIONS, "earlier_promises"),
    )


def earlier_promises_come_first(_snapshot: Snapshot, around: Surroundings) -> CheckResult | None:
    """A06: more than a third of the earlier promises are past their date."""
    if around.today is None or not finish_before_starting(around.earlier_actions, around.today):
        return None
    return still_open(
        "finish_first",
        "More than a third of the earlier promises are past their date",
        "Finish before starting: still wanted, smaller, or drop?",
        Target(Stage.ACTIONS, "earlier_promises"),
    )


def the_twice_question_has_an_answer(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """A05: how well could the organisation live with the same incident a second time."""
    key = "twice"
    if snapshot.review.twice_answer.strip():
        return met(key, "The twice question has an answer")
    return still_open(
        key,
        "The twice question has no answer yet",
        "How well could we live with it a second time?",
        Target(Stage.ACTIONS, "twice_answer"),
    )


def one_action_is_not_weak(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """A12: one action is strong or intermediate."""
    key = "strength"
    if not standing(snapshot.actions):
        return None
    if not is_weak(snapshot):
        return met(key, "One action is strong or intermediate")
    way = "What would make ordinary attention enough?"
    return still_open(key, "Every action relies on people remembering", way, _ACTIONS)


def not_only_alerts(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """A13: the dashboard trap."""
    key = "not_only_alerts"
    if not standing(snapshot.actions):
        return None
    if not only_watches(snapshot):
        return met(key, "Not only alerts and dashboards")
    return still_open(key, "Every action is an alert or a dashboard", "What stays hard?", _ACTIONS)


def side_effects_were_asked_for(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """A15: what each action would make harder for those who do the work."""
    key = "side_effects"
    if not standing(snapshot.actions):
        return None
    bare = without_side_effects(snapshot)
    if not bare:
        return met(key, "Side effects were asked for")
    return still_open(
        key,
        f"Side effects: {counted(len(bare), 'action')} not asked about yet",
        "Ask: what could this make harder?",
        Target(Stage.ACTIONS, "action", bare[0].id),
    )


def a_few_are_enough(snapshot: Snapshot, around: Surroundings) -> CheckResult | None:
    """A06: more accepted actions than can be expected to happen."""
    if not is_a_factory(snapshot, around.settings):
        return None
    n = len(promised(snapshot.actions))
    return still_open(
        "few_actions",
        f"{sentence_case(counted(n, 'action'))} accepted",
        f"Which {number(around.settings.most_actions)} would move the most?",
        _ACTIONS,
    )


def every_factor_ends_somewhere(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """Each factor is addressed, accepted as is, or left open with a reason (method 4.4)."""
    key, every = "factors_end", endings(snapshot)
    if not every:
        target = Target(Stage.FACTORS, "new")
        return still_open(key, "No factor to act on yet", "Go to the factors", target)
    loose = [found.factor for found in every if found.end is FactorEnd.OPEN]
    if not loose:
        return met(key, "Every factor ends somewhere")
    verb = "is" if len(loose) == 1 else "are"
    return still_open(
        key,
        f"{sentence_case(counted(len(loose), 'factor'))} {verb} still open",
        "Act on it, accept it, or say why it stays open",
        Target(Stage.ACTIONS, "factor", loose[0].id),
        listed(factor.code for factor in loose[:6]) + (" and more" if len(loose) > 6 else ""),
    )


CHECKS: tuple[Check, ...] = (
    earlier_promises_were_looked_at,
    earlier_promises_come_first,
    the_twice_question_has_an_answer,
    one_action_is_not_weak,
    not_only_alerts,
    side_effects_were_asked_for,
    a_few_are_enough,
    every_factor_ends_somewhere,
)
