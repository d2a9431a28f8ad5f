"""One gap: what is asked, who finds out, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.gaps import answer_gap, delete_gap, leave_gap, reopen_gap
from models.rows import GapRow
from models.values import GapState
from views.binding import bind_text
from views.context import Context
from views.widgets.buttons import Button, ButtonKind, link_button
from views.widgets.fields import Field
from views.widgets.flow import FlowLayout
from views.widgets.line_field import LineField
from views.widgets.text import Text
from views.widgets.text_field import TextField

STATES = {
    GapState.OPEN: "Open",
    GapState.ANSWERED: "Answered",
    GapState.CANNOT_KNOW: "Cannot be known",
}


class GapEditor(QWidget):
    """Edits the gap of one id; `event_asked(id)` turns to the event it stands beside."""

    event_asked = Signal(str)

    def __init__(self, context: Context, gap: GapRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._gap = gap
        theme = context.theme
        self.question = TextField(theme, "What is not known", lines=2)
        self.asker, self.owner = LineField(theme, "Who asks"), LineField(theme, "Who finds out")
        self.answer = TextField(theme, "What was found out", lines=3)
        fields: tuple[tuple[TextField | LineField, str], ...] = (
            (self.question, "text"),
            (self.asker, "asker"),
            (self.owner, "owner"),
            (self.answer, "answer"),
        )
        for field, column in fields:
            bind_text(context, field, GapRow, gap.id, column)
        self._build()
        self.show_gap(gap)

    @property
    def gap_id(self) -> str:
        """Id of the gap that is edited."""
        return self._gap.id

    def show_gap(self, gap: GapRow) -> None:
        """Show how it stands."""
        self._gap = gap
        is_open = gap.state is GapState.OPEN
        self.state.setText(STATES[gap.state])
        self.close_it.setVisible(is_open)
        self.leave_it.setVisible(is_open)
        self.ask_again.setVisible(not is_open)
        self._show_event.setVisible(gap.event_id is not None)

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in (self.question, self.asker, self.owner, self.answer):
            field.flush()

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self.state = Text(theme, role="small", colour="ink2")
        self.close_it, self.leave_it = Button(theme, "Answered"), Button(theme, "Cannot be known")
        self.ask_again = Button(theme, "Ask again")
        delete = Button(theme, "Delete", kind=ButtonKind.QUIET)
        self._show_event = link_button(theme, "Show the event", small=True)
        for button, slot in (
            (self.close_it, self._on_answered),
            (self.leave_it, self._on_left),
            (self.ask_again, self._on_again),
            (delete, self._on_delete),
            (self._show_event, self._on_event),
        ):
            button.clicked.connect(slot)
        people = QHBoxLayout()
        people.setSpacing(px(12))
        people.addWidget(Field(theme, "Who asks", self.asker))
        people.addWidget(Field(theme, "Who finds out", self.owner))
        buttons = QWidget()
        flow = FlowLayout(buttons, px(8), px(8))
        for button in (self.close_it, self.leave_it, self.ask_again, delete):
            flow.addWidget(button)
        self._answer_field = Field(theme, "What was found out", self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 0, px(12), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.state)
        column.addWidget(Field(theme, "What is not known", self.question))
        column.addLayout(people)
        column.addWidget(self._answer_field)
        column.addWidget(buttons)
        column.addWidget(self._show_event)
        column.addStretch()

    @Slot()
    def _on_answered(self) -> None:
        self.flush()
        answer = self.answer.text().strip()
        if not answer:
            self._answer_field.ask("What was found out?")
            self.answer.setFocus()
            return
        self._answer_field.ask("")
        self._context.workspace.run(answer_gap(self._gap.id, answer))

    @Slot()
    def _on_left(self) -> None:
        self.flush()
        self._context.workspace.run(leave_gap(self._gap.id, self.answer.text().strip()))

    @Slot()
    def _on_again(self) -> None:
        self.flush()
        self._context.workspace.run(reopen_gap(self._gap.id))

    @Slot()
    def _on_delete(self) -> None:
        self._context.workspace.run(delete_gap(self._gap.id))
        self._context.shell.toast("Gap deleted", undo=True)

    @Slot()
    def _on_event(self) -> None:
        if self._gap.event_id is not None:
            self.event_asked.emit(self._gap.event_id)
