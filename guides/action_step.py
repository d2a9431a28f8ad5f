"""What comes next for an action, and the one verb or state that its card shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guides.action_set import PROMISED, has_soaked, is_overdue, soaks_until
from guides.goldilocks import Verdict, VerdictKind
from guides.settings import MethodSettings
from models.rows import ActionItemRow
from models.times.show import WEEKDAYS, short_date
from models.values import ActionState, Effect


class Step(StrEnum):
    """What a person would do next with an action."""

    ACCEPT = "accept"
    REST = "rest"
    ASK_ON = "ask_on"
    CUT_SLICE = "cut_slice"
    STILL_WANTED = "still_wanted"
    DID_IT_HELP = "did_it_help"
    TAKE_UP = "take_up"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step with its verb to click, or a state in words; `reached` gives the state a tick."""

    step: Step
    verb: str = ""
    state: str = ""
    reached: bool = False


EFFECT_WORDS: dict[Effect, str] = {
    Effect.MOVED: "helped",
    Effect.PARTLY: "helped in part",
    Effect.NOT: "no change",
    Effect.UNKNOWN: "effect not known",
}
_VERBS = {
    Step.ACCEPT: "Accept",
    Step.ASK_ON: "Ask on",
    Step.CUT_SLICE: "Cut a slice",
    Step.STILL_WANTED: "Still wanted?",
    Step.DID_IT_HELP: "Did it help?",
    Step.TAKE_UP: "Take up again",
}
_TO_ASK_ON = (VerdictKind.WISH, VerdictKind.NOT_READY)
_TO_CUT = (VerdictKind.TOO_BIG, VerdictKind.TOO_BIG_UNCLEAR)
_SET_ASIDE = (ActionState.DECLINED, ActionState.DROPPED)


def next_step(
    action: ActionItemRow,
    found: Verdict,
    today: date,
    settings: MethodSettings,
    *,
    has_slices: bool = False,
) -> NextStep:
    """Return what comes next; an overruled verdict leaves only the yes or no."""
    if action.state in _SET_ASIDE:
        return _ask(Step.TAKE_UP)
    if action.state in PROMISED:
        return _after_the_answer(action, today)
    return _before_the_answer(action, found, today, settings, has_slices=has_slices)


def day_words(day: date, today: date) -> str:
    """Write a day shortly: `Thu` within a week, `3 Mar`, `3 Mar 2028` in another year."""
    if 0 <= (day - today).days < 7:
        return WEEKDAYS[day.weekday()][:3]
    return day_in_year(day, today)


def day_in_year(day: date, today: date) -> str:
    """Write a day without its year, unless that is another one: `3 Mar`, `3 Mar 2028`."""
    return short_date(day) + (f" {day.year}" if day.year != today.year else "")


def _after_the_answer(action: ActionItemRow, today: date) -> NextStep:
    if is_overdue(action, today):
        return _ask(Step.STILL_WANTED)
    if action.state is ActionState.DOING:
        return NextStep(Step.NONE, state="under way")
    to_check = action.check_on is not None and action.check_on <= today
    if action.state is ActionState.DONE and to_check:
        return _ask(Step.DID_IT_HELP)
    said = action.state.value
    if action.state is ActionState.CHECKED:
        said = EFFECT_WORDS[action.effect or Effect.UNKNOWN]
    return NextStep(Step.NONE, state=said, reached=True)


def _before_the_answer(
    action: ActionItemRow,
    found: Verdict,
    today: date,
    settings: MethodSettings,
    *,
    has_slices: bool,
) -> NextStep:
    until = soaks_until(action, settings)
    overruled = bool(action.verdict_reason.strip())
    if found.kind in _TO_ASK_ON and not overruled:
        return _ask(Step.ASK_ON)
    if found.kind in _TO_CUT and not overruled:
        cut = NextStep(Step.NONE, state="initiative")
        return cut if has_slices else _ask(Step.CUT_SLICE)
    if until is not None and not has_soaked(action, today, settings):
        return NextStep(Step.REST, state=f"soaks until {day_words(until, today)}")
    return _ask(Step.ACCEPT)


def _ask(step: Step) -> NextStep:
    return NextStep(step, verb=_VERBS[step])
