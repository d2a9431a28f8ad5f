"""What was decided, actions and "no action" with the same weight, as rows of one table."""

from __future__ import annotations

from datetime import date

from exporters.document import Column, Run, Runs, Table, TableRow, words
from exporters.markdown_text import inline
from exporters.summaries.sentences import one_line, sentence
from exporters.summaries.story import Story, refs
from exporters.times import near_date
from guides.action_set import promised
from models.rows import ActionItemRow, DecisionRow
from models.values import ActionState, DecisionKind, Effect

WEIGHED = frozenset({ActionState.CANDIDATE, ActionState.SOAKING})
TURNED_DOWN = frozenset({ActionState.DECLINED, ActionState.DROPPED})
WITH_COLUMN = "With"
"""The column of owners."""

_STATES = {
    ActionState.ACCEPTED: "accepted",
    ActionState.DOING: "under way",
    ActionState.DONE: "done",
    ActionState.CHECKED: "done, checked",
}
_EFFECTS = {
    Effect.MOVED: "done, it helped",
    Effect.PARTLY: "done, helped in part",
    Effect.NOT: "done, no change seen",
    Effect.UNKNOWN: "done, effect not known",
}


def decided_actions(story: Story) -> list[ActionItemRow]:
    """Return the accepted actions, the nearest date first."""
    chosen = promised(story.actions)
    return sorted(chosen, key=lambda action: (action.due or date.max, action.rank))


def decisions_table(story: Story, key: str, *, in_full: bool) -> Table | None:
    """Return the table of what was decided; `in_full` adds states, reasons and "done when"."""
    rows = [_action_row(story, action, in_full=in_full) for action in decided_actions(story)]
    rows += [_decision_row(story, decision, in_full=in_full) for decision in story.decisions]
    if not rows:
        return None
    shares = (3.6, 0.85, 1.3, 1.5, 1.1) if in_full else (3.0, 0.85, 1.4, 1.4)
    titles = ("Action", "Acts on", WITH_COLUMN, "By", "State")
    columns = [
        Column(title=title, share=share, voice=title == "Action")
        for title, share in zip(titles, shares, strict=False)
    ]
    return Table(key=key, columns=tuple(columns), rows=tuple(rows))


def _action_row(story: Story, action: ActionItemRow, *, in_full: bool) -> TableRow:
    links = story.snapshot.action_factors
    factors = [link.factor_id for link in links if link.action_id == action.id]
    said: Runs = inline(action.text)
    if in_full and action.done_when:
        said = (*said, Run("\nDone when: "), *inline(action.done_when))
    if in_full and action.plan_ref:
        said = (*said, *words(f"\nIn the plan as {action.plan_ref}"))
    cells = [
        said,
        _acts_on(story, factors),
        words(action.owner or "not settled"),
        words(near_date(action.due, story.made_on.year) if action.due else "not settled"),
    ]
    if in_full:
        cells.append(words(_state(action)))
    return TableRow(cells=tuple(cells))


def _state(action: ActionItemRow) -> str:
    if action.effect is not None and action.state in (ActionState.DONE, ActionState.CHECKED):
        return _EFFECTS[action.effect]
    return _STATES[action.state]


def _decision_row(story: Story, decision: DecisionRow, *, in_full: bool) -> TableRow:
    links = story.snapshot.decision_factors
    factors = [link.factor_id for link in links if link.decision_id == decision.id]
    said: Runs = inline(decision.text)
    if decision.kind is DecisionKind.NO_ACTION and not _says_no_action(decision.text):
        said = (Run("No action: "), *said)
    if in_full and decision.reason:
        said = (*said, Run("\nBecause: "), *inline(decision.reason))
    if in_full and decision.look_again_if:
        said = (*said, Run("\nWe look again if: "), *inline(decision.look_again_if))
    again = decision.look_again_on
    cells = [
        said,
        _acts_on(story, factors),
        words(decision.accepted_by or "not recorded"),
        words(f"again {near_date(again, story.made_on.year)}" if again else _decided_on(decision)),
    ]
    if in_full:
        cells.append(words("decided"))
    return TableRow(cells=tuple(cells))


def _says_no_action(text: str) -> bool:
    return text.strip().lower().startswith("no action")


def _decided_on(decision: DecisionRow) -> str:
    return "decided" if decision.kind is DecisionKind.OTHER else "stays as it is"


def _acts_on(story: Story, factor_ids: list[str]) -> Runs:
    codes = sorted((code for one in factor_ids if (code := story.code(one))), key=code_order)
    return refs(codes)


def code_order(code: str) -> tuple[str, int]:
    """Sort F2 before F10."""
    return code[:1], int(code[1:])


def declined_line(action: ActionItemRow) -> Runs:
    """Return a declined action with its reason (A16)."""
    reason = one_line(action.declined_reason)
    said = (*inline(one_line(action.text)), *words(f": {reason}" if reason else ""))
    return sentence(said if reason else (*said, Run(": no reason is recorded")))
