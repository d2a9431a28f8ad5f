"""What a person does with an action: each asks what it needs to know, then it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from app.operations import Operation
from app.operations.actions import (
    accept_action,
    add_action,
    begin_action,
    check_action,
    cut_slice,
    decline_action,
    delete_action,
    drop_action,
    finish_action,
    take_up_again,
)
from guides.action_set import has_soaked, soaks_until
from guides.action_step import Step, day_words
from guides.settings import MethodSettings
from models.phrases import shortened
from models.rows import ActionItemRow
from models.values import ActionState, Effect
from views.actions.effect_sheet import EffectSheet
from views.actions.wanted_sheet import Answer, WantedSheet
from views.ask_sheet import Asking, AskSheet
from views.context import Context
from views.feed import SnapshotFeed


class ActionSteps(QObject):
    """`opened(id, part)` asks to show an action with the caret in one of its fields."""

    opened = Signal(str, str)

    def __init__(self, context: Context, feed: SnapshotFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._factor_id = ""

    @property
    def today(self) -> date:
        """The day on which this review is read."""
        return self._feed.today

    def action(self, action_id: str) -> ActionItemRow | None:
        """Find an action of the review."""
        actions = self._feed.snapshot.actions
        return next((action for action in actions if action.id == action_id), None)

    def take(self, action_id: str, step: Step) -> None:
        """Do what the verb of a card says."""
        if step is Step.ACCEPT:
            self.accept(action_id)
        elif step is Step.CUT_SLICE:
            self.cut(action_id)
        elif step is Step.ASK_ON:
            self.opened.emit(action_id, "")
        elif step is Step.STILL_WANTED:
            self.ask_if_wanted(action_id)
        elif step is Step.DID_IT_HELP:
            self.ask_effect(action_id)
        elif step is Step.TAKE_UP:
            self._run(take_up_again(action_id))

    def begin_new(self, factor_id: str = "") -> None:
        """Ask for the words of a new action, for a factor or for none."""
        self._factor_id = factor_id
        asking = Asking(
            title="New action",
            sentence="One thing, in words that say what will be different.",
            label="What would you do",
            keep="Put it down",
            when_empty="A few words are enough. What would you do?",
        )
        self._ask(asking, "", self._on_new)

    def accept(self, action_id: str) -> None:
        """Say yes; an idea that still rests asks why it need not."""
        action = self.action(action_id)
        if action is None:
            return
        settings = MethodSettings()
        until = soaks_until(action, settings)
        if until is None or has_soaked(action, self.today, settings):
            self._run(accept_action(action_id, self.today))
            return
        asking = Asking(
            title=f"It soaks until {day_words(until, self.today)}",
            sentence="An idea that waits two days gets better or goes away. It can be accepted"
            " now; the reason is kept.",
            label="Why it need not wait",
            keep="Accept now",
            when_empty="What makes it safe to say yes today?",
        )
        self._ask(asking, action_id, self._on_not_waited)

    def decline(self, action_id: str) -> None:
        """Ask why not; of a promise, why it is let go."""
        action = self.action(action_id)
        if action is None or action.state in (ActionState.DONE, ActionState.CHECKED):
            return
        promised = action.state in (ActionState.ACCEPTED, ActionState.DOING)
        asking = Asking(
            title="Drop this action" if promised else "Decline this action",
            sentence=shortened(action.text, 110),
            label="Why",
            keep="Drop" if promised else "Decline",
            when_empty="The reason is what the next review will look for. What is it?",
            text=action.declined_reason,
        )
        self._ask(asking, action_id, self._on_dropped if promised else self._on_declined)

    def cut(self, action_id: str) -> None:
        """Ask for the first slice of an action."""
        action = self.action(action_id)
        if action is None:
            return
        asking = Asking(
            title="Cut a first slice",
            sentence=f"From: {shortened(action.text, 90)}. The rest stays as an initiative, with"
            " its evidence.",
            label="What could be done within two months",
            keep="Cut the slice",
            when_empty="What would already help, if it were all that got done?",
        )
        self._ask(asking, action_id, self._on_cut)

    def ask_effect(self, action_id: str) -> None:
        """Ask whether an action that was done helped."""
        action = self.action(action_id)
        if action is not None:
            sheet = EffectSheet(self._context, action)
            sheet.given.connect(self._on_effect)
            sheet.open()

    def ask_if_wanted(self, action_id: str) -> None:
        """Ask what becomes of a promise whose date has passed."""
        action = self.action(action_id)
        if action is not None:
            sheet = WantedSheet(self._context, action)
            sheet.answered.connect(self._on_wanted)
            sheet.open()

    def go_on(self, action_id: str) -> None:
        """Take the next step of an action that was answered."""
        action = self.action(action_id)
        if action is None:
            return
        if action.state is ActionState.ACCEPTED:
            self._run(begin_action(action_id))
        elif action.state is ActionState.DOING:
            self.finish(action_id)
        elif action.state is ActionState.DONE:
            self.ask_effect(action_id)

    def finish(self, action_id: str) -> None:
        """Say that an action is done."""
        self._run(finish_action(action_id, self.today))

    def take_up(self, action_id: str) -> None:
        """Bring a declined action back."""
        self._run(take_up_again(action_id))

    def delete(self, action_id: str) -> None:
        """Delete an action; it can be undone."""
        action = self.action(action_id)
        if action is not None:
            self._run(delete_action(action_id))
            said = shortened(action.text, 48) or "Action"
            self._context.shell.toast(f"Deleted: {said}", undo=True)

    def _ask(self, asking: Asking, key: str, slot: Callable[[str, str], None]) -> None:
        sheet = AskSheet(self._context, asking, key)
        sheet.given.connect(slot)
        sheet.open()

    def _run(self, change: Operation[None]) -> None:
        self._context.workspace.run(change)

    @Slot(str, str)
    def _on_new(self, _key: str, text: str) -> None:
        factors = (self._factor_id,) if self._factor_id else ()
        new = add_action(self._feed.review_id, text, self.today, factors)
        self.opened.emit(self._context.workspace.run(new), "owner")

    @Slot(str, str)
    def _on_not_waited(self, action_id: str, reason: str) -> None:
        self._run(accept_action(action_id, self.today, reason))

    @Slot(str, str)
    def _on_declined(self, action_id: str, reason: str) -> None:
        self._run(decline_action(action_id, reason))

    @Slot(str, str)
    def _on_dropped(self, action_id: str, reason: str) -> None:
        self._run(drop_action(action_id, reason))

    @Slot(str, str)
    def _on_cut(self, action_id: str, text: str) -> None:
        part = self._context.workspace.run(cut_slice(action_id, text, self.today))
        self.opened.emit(part, "due")

    @Slot(str, object, str)
    def _on_effect(self, action_id: str, effect: Effect, evidence: str) -> None:
        self._run(check_action(action_id, effect, evidence))

    @Slot(str, str)
    def _on_wanted(self, action_id: str, answer: str) -> None:
        if answer == Answer.SMALLER:
            self.cut(action_id)
        elif answer == Answer.DROP:
            self.decline(action_id)
        elif answer == Answer.DONE:
            self.finish(action_id)
        else:
            self.opened.emit(action_id, "due")
