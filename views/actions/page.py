"""The Actions page: earlier promises first, the twice question, then a card for each action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.operations.decisions import (
    add_decision,
    delete_decision,
    look_at_earlier_promises,
    settle_factor,
)
from guides.looks import promises_looked_at
from guides.stages import GUIDE_TO
from models.phrases import shortened
from models.rows import DecisionRow
from models.values import DecisionKind, Fate, IdeaState, Stage
from views.actions.action_sheet import ActionSheet
from views.actions.card_lines import CardLine, card_lines
from views.actions.card_model import CardListModel
from views.actions.decision_sheet import DecisionSheet
from views.actions.earlier import EarlierLine, EarlierSheet
from views.actions.factor_ends import FactorEnds
from views.actions.fate_sheet import FateSheet
from views.actions.grid import ActionGrid
from views.actions.ideas_sheet import IdeasSheet
from views.actions.steps import ActionSteps
from views.actions.twice import TwicePart
from views.ask_sheet import Asking, AskSheet
from views.commands import Group
from views.context import Context
from views.feed import SnapshotFeed
from views.page import StagePage
from views.selection import Selection
from views.widgets.buttons import Button
from views.widgets.command_filter import Command
from views.widgets.empty_state import EmptyState
from views.widgets.stage_header import StageHeader

GRID, NOTHING = range(2)


class ActionsPage(StagePage):
    """A line, a question, and a grid that scrolls."""

    def __init__(
        self,
        context: Context,
        feed: SnapshotFeed,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, feed, selection, parent)
        self.steps = ActionSteps(context, feed, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._on_renewed()

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here, and with the chosen card."""
        here = Group.HERE
        everywhere = (
            Command("New action", "N", here, self.steps.begin_new, icon="do.add"),
            Command("From parked ideas", "Ctrl+Shift+I", here, self.show_ideas, icon="do.park"),
            Command("Decide: no action", "Ctrl+Shift+D", here, self.decide_no_action),
            Command("Look at earlier promises", "Ctrl+Shift+E", here, self.show_earlier),
        )
        line = self._chosen()
        if line is None:
            return everywhere
        mine = (
            Command("Open", "Enter", here, self.open_chosen),
            Command("Delete", "Del", here, self.delete_chosen, icon="do.delete"),
        )
        if line.is_decision:
            return (*everywhere, *mine)
        return (
            *everywhere,
            *mine,
            Command("Accept", "A", here, self.accept_chosen),
            Command("Decline", "D", here, self.decline_chosen),
            Command("Cut a first slice", "S", here, self.cut_chosen),
        )

    def guide_widget(self) -> QWidget:
        """Return where every factor ends."""
        return self._ends

    def bring_into_view(self, target: str) -> None:
        """Show what a check or a search points at: a part by name, or a row by its id."""
        snapshot = self.feed.snapshot
        if target == "earlier_promises":
            self.show_earlier()
        elif target == "twice_answer":
            self._twice.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif target == "actions":
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif target == "new":
            self.steps.begin_new()
        elif any(factor.id == target for factor in snapshot.factors):
            self._on_end_wanted(target, "")
        elif any(idea.id == target for idea in snapshot.parked_ideas):
            self.show_ideas()
        elif self._model.row_of(target) >= 0:
            action = self.steps.action(target)
            bare = action is not None and not action.side_effects.strip()
            self.open_row(target, "side_effects" if bare else "")

    def first_focus(self) -> QWidget | None:
        """Begin on the cards, or where there are none on the way to the first."""
        return self._grid if self._model.rowCount() else self._new

    def flush(self) -> None:
        """Store what is still being typed."""
        self._twice.field.flush()

    @Slot()
    def show_ideas(self) -> None:
        """Show the parked ideas."""
        IdeasSheet(self.context, self.feed).open()

    @Slot()
    def show_earlier(self) -> None:
        """Show what was promised before; that it was looked at is kept."""
        earlier = self.feed.surroundings.earlier_actions
        if not earlier:
            self.context.shell.toast("No other review has promised anything for these services")
            return
        EarlierSheet(self.context, earlier, self.steps.today).open()
        if not promises_looked_at(self.feed.snapshot):
            self.context.workspace.run(look_at_earlier_promises(self.review_id))

    @Slot()
    def decide_no_action(self) -> None:
        """Ask what is left as it is, then for the reason."""
        asking = Asking(
            title="Decide: no action",
            sentence="An answer of the same weight as an action. It says what stays as it is.",
            label="What stays as it is",
            keep="Put it down",
            when_empty="What is it that we can live with?",
        )
        sheet = AskSheet(self.context, asking)
        sheet.given.connect(self._on_decided)
        sheet.open()

    @Slot()
    def open_chosen(self) -> None:
        """Open the chosen card."""
        line = self._chosen()
        if line is not None:
            self.open_row(line.row_id)

    @Slot(str, str)
    def open_row(self, row_id: str, part: str = "") -> None:
        """Show an action or a decision in full, with the caret in one of its fields."""
        self._choose(row_id)
        action = self.steps.action(row_id)
        if action is not None:
            sheet = ActionSheet(self.context, self.feed, self.steps, action)
            sheet.open()
            sheet.focus_part(part)
            return
        decision = self._decision(row_id)
        if decision is not None:
            shown = DecisionSheet(self.context, self.feed, self.steps, decision)
            shown.open()
            if part:
                shown.focus_part(part)

    @Slot()
    def accept_chosen(self) -> None:
        """Say yes to the chosen action."""
        self._with_action(self.steps.accept)

    @Slot()
    def decline_chosen(self) -> None:
        """Say no to the chosen action."""
        self._with_action(self.steps.decline)

    @Slot()
    def cut_chosen(self) -> None:
        """Cut a slice from the chosen action."""
        self._with_action(self.steps.cut)

    @Slot()
    def delete_chosen(self) -> None:
        """Delete the chosen card; it can be undone."""
        line = self._chosen()
        if line is None:
            return
        if not line.is_decision:
            self.steps.delete(line.row_id)
            return
        self.context.workspace.run(delete_decision(line.row_id))
        self.context.shell.toast(f"Deleted: {shortened(line.card.title, 48)}", undo=True)

    @Slot(str)
    def _on_letter(self, letter: str) -> None:
        for command in self.commands():
            if command.keys == letter:
                command.run()
                return

    @Slot(QModelIndex)
    def _on_verb(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if line is not None:
            self.steps.take(line.row_id, line.step.step)

    @Slot(str, str)
    def _on_decided(self, _key: str, text: str) -> None:
        new = add_decision(self.review_id, DecisionKind.NO_ACTION, text, self.steps.today)
        self.open_row(self.context.workspace.run(new), "reason")

    @Slot(str, str)
    def _on_end_wanted(self, factor_id: str, letter: str) -> None:
        factor = next((f for f in self.feed.snapshot.factors if f.id == factor_id), None)
        if factor is None:
            return
        if letter == "N":
            self.steps.begin_new(factor_id)
            return
        sheet = FateSheet(self.context, factor)
        sheet.settled.connect(self._on_settled)
        sheet.action_wanted.connect(self.steps.begin_new)
        sheet.factor_wanted.connect(self._on_factor_wanted)
        sheet.open()

    @Slot(str, object, str)
    def _on_settled(self, factor_id: str, fate: Fate, reason: str) -> None:
        self.context.workspace.run(settle_factor(factor_id, fate, reason))

    @Slot(str)
    def _on_factor_wanted(self, factor_id: str) -> None:
        self.context.shell.go_to_stage(Stage.FACTORS, factor_id)

    @Slot()
    def _on_renewed(self) -> None:
        try:
            snapshot = self.feed.snapshot
        except LookupError:
            return
        self._model.show_lines(card_lines(snapshot, self.steps.today))
        if not self._grid.currentIndex().isValid() and self._model.rowCount():
            self._grid.setCurrentIndex(self._model.index(0))
        self._parts.setCurrentIndex(GRID if self._model.rowCount() else NOTHING)
        waiting = sum(idea.state is IdeaState.PARKED for idea in snapshot.parked_ideas)
        self._ideas.setText(f"From parked ideas, {waiting}" if waiting else "Parked ideas")
        self._earlier.show_earlier(self.feed.surroundings.earlier_actions, snapshot)
        self._ends.show_snapshot(snapshot)

    @Slot(QPoint)
    def _on_menu_asked(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self.commands()[4:]:
            keys = "Return" if command.keys == "Enter" else command.keys
            menu.addAction(f"{command.title}\t{keys}", command.run)
        if menu.actions():
            menu.popup(self._grid.viewport().mapToGlobal(place))

    def _chosen(self) -> CardLine | None:
        return self._model.line(self._grid.currentIndex().row())

    def _choose(self, row_id: str) -> None:
        row = self._model.row_of(row_id)
        if row < 0:
            self._on_renewed()
            row = self._model.row_of(row_id)
        self._grid.setCurrentIndex(self._model.index(row))

    def _decision(self, row_id: str) -> DecisionRow | None:
        decisions = self.feed.snapshot.decisions
        return next((each for each in decisions if each.id == row_id), None)

    def _with_action(self, act: Callable[[str], None]) -> None:
        line = self._chosen()
        if line is not None and not line.is_decision:
            act(line.row_id)

    def _make_parts(self) -> None:
        theme = self.context.theme
        guide = GUIDE_TO[Stage.ACTIONS]
        self._header = StageHeader(theme, guide.title, guide.sentence)
        self._ideas = Button(theme, "Parked ideas", icon="do.park")
        self._new = Button(theme, "New action", icon="do.add", keys="N")
        self._header.add_tool(self._ideas)
        self._header.add_tool(self._new)
        self._earlier = EarlierLine(theme)
        self._twice = TwicePart(self.context, self.review_id)
        self._grid = ActionGrid(theme)
        self._model = CardListModel()
        self._model.setParent(self)
        self._grid.setModel(self._model)
        self._nothing = EmptyState(
            theme,
            "No actions yet",
            "Take up a parked idea, put down a new one, or decide that none is needed.",
            icon="do.checks",
            link="New action",
        )
        self._ends = FactorEnds(theme)

    def _lay_out(self) -> None:
        theme = self.context.theme
        page = theme.space("page")
        self._parts = QStackedWidget()
        self._parts.addWidget(self._grid)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 0, theme.px(13), 0)
        column.addWidget(self._nothing)
        column.addStretch()
        self._parts.addWidget(empty)
        inner = QVBoxLayout()
        inner.setContentsMargins(page, 0, page - theme.px(13), 0)
        inner.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(0, 0, theme.px(13), 0)
        upper.addWidget(self._earlier)
        upper.addWidget(self._twice)
        inner.addLayout(upper)
        inner.addSpacing(theme.px(16))
        inner.addWidget(self._parts, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(inner, 1)

    def _connect(self) -> None:
        self.feed.renewed.connect(self._on_renewed)
        self.steps.opened.connect(self.open_row)
        self._ideas.clicked.connect(self.show_ideas)
        self._new.clicked.connect(self._on_new_clicked)
        self._nothing.asked.connect(self._on_new_clicked)
        self._earlier.asked.connect(self.show_earlier)
        self._twice.no_action_asked.connect(self.decide_no_action)
        self._grid.opened.connect(self.open_chosen)
        self._grid.letter.connect(self._on_letter)
        self._grid.verb_asked.connect(self._on_verb)
        self._grid.customContextMenuRequested.connect(self._on_menu_asked)
        self._ends.wanted.connect(self._on_end_wanted)

    @Slot()
    def _on_new_clicked(self) -> None:
        self.steps.begin_new()
