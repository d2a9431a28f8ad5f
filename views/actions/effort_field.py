"""A field for how much work an action is: from and to, in working days."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.operations.actions import set_effort
from guides.effort import EFFORT_QUESTION, effort_words, read_effort
from models.rows import ActionItemRow
from views.context import Context
from views.widgets.fields import Field
from views.widgets.line_field import LineField


class EffortField(Field):
    """Stores both ends with Enter or on leaving; what cannot be read stays, and is asked."""

    def __init__(self, context: Context, action_id: str) -> None:
        self.line = LineField(context.theme, "Working days", hint="2 to 5", icon="do.time")
        self.line.keep_own_undo()
        super().__init__(context.theme, "Working days", self.line)
        self._context = context
        self._action_id = action_id
        self._shown: tuple[float | None, float | None] = (None, None)
        self.line.editingFinished.connect(self.flush)

    def show_action(self, action: ActionItemRow) -> None:
        """Show what is stored, unless a person is typing here right now."""
        self._shown = (action.effort_low, action.effort_high)
        if not self.line.isModified():
            self.line.setText(effort_words(*self._shown))
            self.ask("")

    @Slot()
    def flush(self) -> None:
        """Store what is typed, now."""
        if not self.line.isModified():
            return
        found = read_effort(self.line.text())
        if found is None:
            self.ask(EFFORT_QUESTION)
            return
        self.line.setModified(False)
        self.ask("")
        self.line.setText(effort_words(*found))
        if found != self._shown:
            self._context.workspace.run(set_effort(self._action_id, *found))
