"""The fields of one action: the words at the left, the facts at the right, all stored as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.operations.actions import link_action
from app.operations.fields import Value
from guides.goldilocks import horizon_of
from guides.strength import guess_strength
from models.rows import ActionItemRow
from models.snapshot import Snapshot
from models.values import ActionKind, ActionState, Effect, Horizon, Reach, Strength
from views.actions.day_field import DayField
from views.actions.effort_field import EffortField
from views.actions.factor_ticks import FactorTicks
from views.actions.wording import EFFECTS, HORIZONS, KINDS, REACHES, STRENGTHS
from views.bound import BoundChoice, BoundTick, Target, bound_line, bound_text
from views.context import Context
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.text import Text
from views.widgets.text_field import TextField

_MOST_TEAMS = 8
_TWO_SIDES = 720


class ActionForm(QWidget):
    """Every column of an action that a person fills in."""

    def __init__(self, context: Context, action_id: str, today: date) -> None:
        super().__init__()
        self._context = context
        self._id = action_id
        self._today = today
        self.texts: dict[str, TextField | LineField] = {}
        self._make_choices()
        self._lay_out()

    def show_action(self, action: ActionItemRow, snapshot: Snapshot) -> None:
        """Show what is not tied to one column: effort, factors, guesses."""
        self.effort.show_action(action)
        linked = {link.factor_id for link in snapshot.action_factors if link.action_id == self._id}
        self.factors.show_factors(snapshot, linked)
        guess = guess_strength(action.text).value
        self.strength.setItemText(0, f"From its words: {guess}")
        computed = horizon_of(action, self._today) if action.horizon is None else None
        words = HORIZONS[computed].lower() if computed else "no date yet"
        self.horizon.setItemText(0, f"From the date: {words}")
        self._after.setVisible(action.state in (ActionState.DONE, ActionState.CHECKED))

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in (*self.texts.values(), self.due, self.effort, self.check_on):
            field.flush()

    def _make_choices(self) -> None:
        context, target = self._context, self._target
        self.due = DayField(context, "Due", target("due"), self._today)
        self.check_on = DayField(context, "Ask again on", target("check_on"), self._today)
        self.effort = EffortField(context, self._id)
        self.kind = self._choice("kind", "What for", _options(KINDS, "Not said yet"), _kind)
        teams = [(str(n), "1 team" if n == 1 else f"{n} teams") for n in range(1, _MOST_TEAMS + 1)]
        self.teams = self._choice("teams_involved", "Teams it takes", teams, int)
        self.reach = self._choice("reach", "How far it reaches", _options(REACHES), Reach)
        guess = _options(STRENGTHS, "From its words")
        self.strength = self._choice("strength", "Strength", guess, _strength)
        self.horizon = self._choice(
            "horizon", "Horizon", _options(HORIZONS, "From the date"), _horizon
        )
        self.effect = self._choice(
            "effect", "Did it help?", _options(EFFECTS, "Not asked yet"), _effect
        )
        self.can_decide = BoundTick(context, "The owner can decide it", target("owner_can_decide"))
        self.factors = FactorTicks(context.theme)
        self.factors.ticked.connect(self._on_ticked)

    def _lay_out(self) -> None:
        px = self._context.theme.px
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, px(14), 0)
        self._sides.setSpacing(px(32))
        self._sides.addLayout(self._words_side(), 6)
        self._sides.addLayout(self._facts_side(), 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts below the words where both do not fit side by side."""
        super().resizeEvent(event)
        narrow = self.width() < self._context.theme.px(_TWO_SIDES)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(below if narrow else beside)

    def _words_side(self) -> QVBoxLayout:
        theme = self._context.theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(14))
        column.addWidget(self._text("text", "What would you do", lines=2))
        column.addWidget(self._text("done_when", "Done when", hint="How one will see that it is"))
        asked = "What could this make harder, and for whom?"
        column.addWidget(self._text("side_effects", asked))
        column.addWidget(self._text("out_of_scope", "Not part of it"))
        works_on = Text(theme, "Works on", role="small", weight=500, colour="ink2")
        column.addWidget(works_on)
        column.addWidget(self.factors)
        column.addStretch()
        return column

    def _facts_side(self) -> QVBoxLayout:
        theme = self._context.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(14))
        owner = self._line("owner", "Owner", "One person or one team")
        plan = self._line("plan_ref", "Where it stands in the plan", "Ticket or board")
        cells: list[QWidget] = [owner, self.due, self.effort]
        cells += [self._field("Teams it takes", self.teams), plan, self._field("For", self.kind)]
        cells += [self._field("Reach", self.reach), self._field("Horizon", self.horizon)]
        for at, cell in enumerate(cells):
            grid.addWidget(cell, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(14))
        column.addLayout(grid)
        column.addWidget(self.can_decide)
        column.addWidget(self._field("Strength", self.strength))
        overrule = "If you see the verdict differently: why"
        column.addWidget(self._text("verdict_reason", overrule))
        column.addWidget(self._after_part())
        column.addStretch()
        return column

    def _after_part(self) -> QWidget:
        self._after = QWidget()
        column = QVBoxLayout(self._after)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.px(14))
        row = QHBoxLayout()
        row.setSpacing(self._context.theme.px(16))
        row.addWidget(self._field("Did it help?", self.effect), 1)
        row.addWidget(self.check_on, 1)
        column.addLayout(row)
        column.addWidget(self._text("effect_evidence", "How one can tell"))
        return self._after

    def _text(self, column: str, label: str, *, hint: str = "", lines: int = 1) -> Field:
        field = bound_text(self._context, label, self._target(column), hint=hint, lines=lines)
        self.texts[column] = field
        return self._field(label, field)

    def _line(self, column: str, label: str, hint: str) -> Field:
        field = bound_line(self._context, label, self._target(column), hint=hint)
        self.texts[column] = field
        return self._field(label, field)

    def _choice(
        self,
        column: str,
        name: str,
        options: list[tuple[str, str]],
        value_of: Callable[[str], Value],
    ) -> BoundChoice:
        return BoundChoice(self._context, name, self._target(column), options, value_of)

    def _field(self, label: str, editor: QWidget) -> Field:
        return Field(self._context.theme, label, editor)

    def _target(self, column: str) -> Target:
        return (ActionItemRow, self._id, column)

    @Slot(object)
    def _on_ticked(self, factor_ids: tuple[str, ...]) -> None:
        self._context.workspace.run(link_action(self._id, factor_ids))


def _options(words: Mapping[Any, str], none: str = "") -> list[tuple[str, str]]:
    first = [("", none)] if none else []
    return first + [(str(key), said) for key, said in words.items()]


def _kind(key: str) -> ActionKind | None:
    return ActionKind(key) if key else None


def _strength(key: str) -> Strength | None:
    return Strength(key) if key else None


def _horizon(key: str) -> Horizon | None:
    return Horizon(key) if key else None


def _effect(key: str) -> Effect | None:
    return Effect(key) if key else None
