"""What the actions of a review look like together (A06, A07, A12-A15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from guides.settings import MethodSettings
from guides.strength import strength_of
from guides.working_days import add_working_days
from models.rows import ActionItemRow
from models.snapshot import Snapshot
from models.values import ActionKind, ActionState, Strength

PROMISED = frozenset(
    {ActionState.ACCEPTED, ActionState.DOING, ActionState.DONE, ActionState.CHECKED}
)
"""States in which the organisation has said yes."""
STILL_TO_DO = frozenset({ActionState.ACCEPTED, ActionState.DOING})
_STANDING = PROMISED | {ActionState.SOAKING, ActionState.CANDIDATE}
_MOST_OVERDUE = 1 / 3


def promised(actions: Iterable[ActionItemRow]) -> tuple[ActionItemRow, ...]:
    """Return the actions that were accepted, done or not."""
    return tuple(action for action in actions if action.state in PROMISED)


def standing(actions: Iterable[ActionItemRow]) -> tuple[ActionItemRow, ...]:
    """Return the actions that are still in question or promised; not ideas, not set aside."""
    return tuple(action for action in actions if action.state in _STANDING)


def is_overdue(action: ActionItemRow, today: date) -> bool:
    """Tell whether a promise has passed its date without being done."""
    return action.state in STILL_TO_DO and action.due is not None and action.due < today


def is_a_factory(snapshot: Snapshot, settings: MethodSettings) -> bool:
    """Tell whether a review accepts more than can be expected to happen (A06)."""
    return len(promised(snapshot.actions)) > settings.most_actions


def only_watches(snapshot: Snapshot) -> bool:
    """Tell whether every action is an alert or a dashboard (A13)."""
    kinds = [action.kind for action in standing(snapshot.actions)]
    return bool(kinds) and all(kind is ActionKind.DETECT for kind in kinds)


def is_weak(snapshot: Snapshot) -> bool:
    """Tell whether every action relies on people remembering (A12)."""
    strengths = [strength_of(action) for action in standing(snapshot.actions)]
    return bool(strengths) and all(strength is Strength.WEAK for strength in strengths)


def without_side_effects(snapshot: Snapshot) -> tuple[ActionItemRow, ...]:
    """Return the actions for which nobody has said what they would make harder (A15)."""
    actions = standing(snapshot.actions)
    return tuple(action for action in actions if not action.side_effects.strip())


def loaded_owners(actions: Iterable[ActionItemRow], settings: MethodSettings) -> dict[str, int]:
    """Return the owners with more open review actions than the setting, with their number."""
    open_ones = Counter(
        action.owner.strip()
        for action in actions
        if action.state in STILL_TO_DO and action.owner.strip()
    )
    return {
        owner: count
        for owner, count in sorted(open_ones.items())
        if count > settings.most_open_per_owner
    }


def finish_before_starting(earlier: Iterable[ActionItemRow], today: date) -> bool:
    """Tell whether more than a third of the earlier promises are overdue (A06)."""
    promises = promised(earlier)
    late = sum(is_overdue(action, today) for action in promises)
    return bool(promises) and late / len(promises) > _MOST_OVERDUE


def soaks_until(action: ActionItemRow, settings: MethodSettings) -> date | None:
    """Return the day from which a soaking idea can be accepted (A14), None for any other."""
    if action.state is not ActionState.SOAKING or action.soak_from is None:
        return None
    return add_working_days(action.soak_from, settings.soak_working_days)


def has_soaked(action: ActionItemRow, today: date, settings: MethodSettings) -> bool:
    """Tell whether an idea has rested long enough to be accepted (A14)."""
    until = soaks_until(action, settings)
    return until is None or today >= until
