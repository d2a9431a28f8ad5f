"""One action in full: what is said of it, its fields, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.actions import SOAK_REASON
from guides.goldilocks import Verdict
from guides.settings import MethodSettings
from models.phrases import sentence_case
from models.rows import ActionItemRow
from models.values import ActionState
from views.actions.action_form import ActionForm
from views.actions.card_lines import judged
from views.actions.scrolled_sheet import ScrolledSheet
from views.actions.steps import ActionSteps
from views.actions.wording import SET_ASIDE, UNANSWERED
from views.context import Context
from views.feed import SnapshotFeed
from views.widgets.buttons import Button, ButtonKind, primary_button, quiet_button
from views.widgets.text import Text

_NEXT = {
    ActionState.ACCEPTED: "Begin",
    ActionState.DOING: "It is done",
    ActionState.DONE: "Did it help?",
    ActionState.DECLINED: "Take up again",
    ActionState.DROPPED: "Take up again",
}
_PARTS = {"done when": "done_when", "owner": "owner", "date": "due", "a verb": "text"}


class ActionSheet(ScrolledSheet):
    """Fields are stored as they are typed; closing needs no key."""

    def __init__(
        self, context: Context, feed: SnapshotFeed, steps: ActionSteps, action: ActionItemRow
    ) -> None:
        px = context.theme.px
        super().__init__(
            context.theme, context.shell.window(), "Action", width=px(1000), height=px(700)
        )
        self._context = context
        self._feed = feed
        self._steps = steps
        self._action_id = action.id
        self.form = ActionForm(context, action.id, steps.today)
        self._aside = Text(context.theme, role="small", colour="ink2", wrap=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(14))
        column.addWidget(self._aside)
        column.addWidget(self.form)
        self.set_scrolled(inner)
        self._add_buttons()
        feed.renewed.connect(self._on_renewed)
        self.closed.connect(self._on_closed)
        self._on_renewed()

    def focus_part(self, part: str) -> None:
        """Put the caret into a field; with none named, into the first that is missing."""
        found, _ = self._judged() or (None, None)
        if not part and found is not None and found.missing:
            part = next((_PARTS[each] for each in found.missing if each in _PARTS), "text")
        fields: dict[str, QWidget] = {**self.form.texts, "due": self.form.due.line}
        field = fields.get(part or "text")
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self.show_focus()

    def _add_buttons(self) -> None:
        theme = self._context.theme
        self._delete = Button(theme, "Delete", kind=ButtonKind.QUIET, icon="do.delete")
        self._decline = quiet_button(theme, "Decline")
        self._slice = quiet_button(theme, "Cut a slice")
        self._finish = quiet_button(theme, "It is done")
        self._close = Button(theme, "Close")
        self._next = primary_button(theme, "Accept")
        pairs = (
            (self._delete, self._on_delete),
            (self._decline, self._on_decline),
            (self._slice, self._on_slice),
            (self._finish, self._on_finish),
            (self._close, self.dismiss),
            (self._next, self._on_next),
        )
        for button, slot in pairs:
            button.clicked.connect(slot)
            self.add_button(button)

    def _judged(self) -> tuple[Verdict, str] | None:
        action = self._steps.action(self._action_id)
        if action is None:
            return None
        settings = MethodSettings()
        found, step = judged(action, self._feed.snapshot, self._steps.today, settings)
        return found, step.state

    @Slot()
    def _on_renewed(self) -> None:
        try:
            action = self._steps.action(self._action_id)
        except LookupError:
            action = None
        if action is None:
            self.dismiss()
            return
        found, state = self._judged() or (None, "")
        if found is None:
            return
        measured = [word.value for word in (found.size, found.needle) if word is not None]
        self.set_title(found.title)
        said = found.words.removeprefix(f"{found.title}: ").removeprefix(f"{found.title}. ")
        self.set_sentence(f"{sentence_case(said)} ({', '.join(measured)})")
        self.set_note(sentence_case(state))
        self._say_aside(action)
        self._show_buttons(action)
        self.form.show_action(action, self._feed.snapshot)

    def _say_aside(self, action: ActionItemRow) -> None:
        reasons = self._feed.snapshot.check_reasons
        key = SOAK_REASON + action.id
        waited = next((each.reason for each in reasons if each.check_key == key), "")
        parts = []
        if action.declined_reason.strip() and action.state in SET_ASIDE:
            parts.append(f"{action.state.value.capitalize()}: “{action.declined_reason}”")
        if waited and action.state not in UNANSWERED:
            parts.append(f"Accepted without waiting: “{waited}”")
        whole = self._steps.action(action.parent_id) if action.parent_id else None
        if whole is not None:
            parts.append(f"A first slice of: {whole.text}")
        self._aside.setText("\n".join(parts))
        self._aside.setVisible(bool(parts))

    def _show_buttons(self, action: ActionItemRow) -> None:
        before = action.state in UNANSWERED
        promised = action.state in (ActionState.ACCEPTED, ActionState.DOING)
        self._decline.setText("Decline" if before else "Drop")
        self._decline.setVisible(before or promised)
        self._slice.setVisible(before)
        self._finish.setVisible(action.state is ActionState.ACCEPTED)
        self._next.setText("Accept" if before else _NEXT.get(action.state, ""))
        self._next.setVisible(action.state is not ActionState.CHECKED)

    @Slot()
    def _on_next(self) -> None:
        self.form.flush()
        action = self._steps.action(self._action_id)
        if action is None:
            return
        if action.state in UNANSWERED:
            self._steps.accept(self._action_id)
        elif action.state in SET_ASIDE:
            self._steps.take_up(self._action_id)
        else:
            self._steps.go_on(self._action_id)

    @Slot()
    def _on_decline(self) -> None:
        self.form.flush()
        self._steps.decline(self._action_id)

    @Slot()
    def _on_slice(self) -> None:
        self.dismiss()
        self._steps.cut(self._action_id)

    @Slot()
    def _on_finish(self) -> None:
        self._steps.finish(self._action_id)

    @Slot()
    def _on_delete(self) -> None:
        self.dismiss()
        self._steps.delete(self._action_id)

    @Slot()
    def _on_closed(self) -> None:
        if self._steps.action(self._action_id) is not None:
            self.form.flush()
        self.deleteLater()
