"""The cards of a review: its actions with their verdicts, then what was decided, in one order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guides.action_facts import facts_of
from guides.action_step import NextStep, Step, day_in_year, next_step
from guides.goldilocks import Needle, Size, Verdict, VerdictKind, no_action_verdict, verdict
from guides.settings import MethodSettings
from models.rows import ActionItemRow, DecisionRow
from models.snapshot import Snapshot
from models.values import ActionState, DecisionKind
from views.actions.wording import SET_ASIDE
from views.widgets.verdict_card import ActionCard

_ICONS = {VerdictKind.SMALL_EFFECT: "right_size_small_effect"}
_SIZES = list(Size)
_NEEDLES = list(Needle)
_NOT_MEASURED = (VerdictKind.WISH, VerdictKind.NOT_READY)


@dataclass(frozen=True, slots=True)
class CardLine:
    """One card, the row it shows, and what its verb does; `said` holds all that was elided."""

    row_id: str
    card: ActionCard
    step: NextStep
    said: str
    is_decision: bool = False


def card_lines(
    snapshot: Snapshot, today: date, settings: MethodSettings | None = None
) -> tuple[CardLine, ...]:
    """Return the actions in question or promised, the decisions, and what was set aside."""
    settings = settings or MethodSettings()
    lines = [(each, _action_line(each, snapshot, today, settings)) for each in snapshot.actions]
    return (
        *(line for action, line in lines if action.state not in SET_ASIDE),
        *(_decision_line(decision, snapshot, today) for decision in snapshot.decisions),
        *(line for action, line in lines if action.state in SET_ASIDE),
    )


def judged(
    action: ActionItemRow, snapshot: Snapshot, today: date, settings: MethodSettings
) -> tuple[Verdict, NextStep]:
    """Return what is said of an action, and what comes next for it."""
    found = verdict(action, facts_of(action, snapshot, today), settings)
    sliced = any(other.parent_id == action.id for other in snapshot.actions)
    return found, next_step(action, found, today, settings, has_slices=sliced)


def icon_of(kind: VerdictKind) -> str:
    """Return the key of a verdict among the icons."""
    return _ICONS.get(kind, kind.value)


def _action_line(
    action: ActionItemRow, snapshot: Snapshot, today: date, settings: MethodSettings
) -> CardLine:
    found, step = judged(action, snapshot, today, settings)
    aside = action.state in SET_ASIDE
    measured = found.kind not in _NOT_MEASURED and not aside
    missing = f"Missing: {', '.join(found.missing)}" if found.missing and not aside else ""
    card = ActionCard(
        verdict="no_action" if aside else icon_of(found.kind),
        verdict_words=action.state.value.capitalize() if aside else found.title,
        title=action.text.strip() or "Not worded yet",
        reason=_reason(action, found),
        favoured=found.in_accent and not aside,
        size=(_SIZES.index(found.size), found.size.value) if measured and found.size else None,
        effect=_needle(found) if measured else None,
        owner=action.owner,
        date=day_in_year(action.due, today) if action.due else "no date yet",
        factors=_codes(action.id, snapshot),
        missing=missing,
        verb=step.verb,
        state=step.state,
        reached=step.reached,
    )
    return CardLine(action.id, card, step, found.words)


def _reason(action: ActionItemRow, found: Verdict) -> str:
    if action.state in SET_ASIDE and action.declined_reason.strip():
        return f"“{action.declined_reason.strip()}”"
    if action.state is ActionState.CHECKED and action.effect_evidence.strip():
        return action.effect_evidence
    if action.verdict_reason.strip():
        return f"Overruled: “{action.verdict_reason.strip()}”"
    return found.brief


def _needle(found: Verdict) -> tuple[int, str] | None:
    return (_NEEDLES.index(found.needle), found.needle.value) if found.needle else None


def _codes(action_id: str, snapshot: Snapshot) -> str:
    linked = {link.factor_id for link in snapshot.action_factors if link.action_id == action_id}
    return "  ".join(factor.code for factor in snapshot.factors if factor.id in linked)


def _decision_line(decision: DecisionRow, snapshot: Snapshot, today: date) -> CardLine:
    found = no_action_verdict(decision)
    no_action = decision.kind is DecisionKind.NO_ACTION
    again = decision.look_again_on
    settled = {
        link.factor_id for link in snapshot.decision_factors if link.decision_id == decision.id
    }
    card = ActionCard(
        verdict="no_action" if no_action else "just_right",
        verdict_words=found.title if no_action else "Decided",
        title=decision.text.strip() or "Not worded yet",
        reason=found.brief if no_action else decision.reason,
        owner=decision.accepted_by,
        date=f"look again {day_in_year(again, today)}" if again else "",
        factors="  ".join(f.code for f in snapshot.factors if f.id in settled),
        state="decided",
        sunken=True,
    )
    said = found.words if no_action else decision.reason
    step = NextStep(Step.NONE, state="decided", reached=True)
    return CardLine(decision.id, card, step, said, is_decision=True)
