"""The ideas that were parked: take one up, or leave it; both are kept (M05)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from app.operations.ideas import leave_idea, park_again, take_up_idea
from models.rows import ParkedIdeaRow
from models.snapshot import Snapshot
from models.times.show import short_date
from models.values import IdeaState
from views.actions.line_rows import LineRows, RowLine
from views.context import Context
from views.feed import SnapshotFeed
from views.widgets.buttons import Button, primary_button, quiet_button
from views.widgets.empty_state import EmptyState
from views.widgets.sheet import Sheet

_ORDER = (IdeaState.PARKED, IdeaState.TAKEN_UP, IdeaState.LEFT)
_STATES = {
    IdeaState.PARKED: "",
    IdeaState.TAKEN_UP: "taken up",
    IdeaState.LEFT: "left",
}


def idea_lines(snapshot: Snapshot) -> list[RowLine]:
    """Return the ideas, those that still wait first, each with where it came up."""
    events = {event.id: event.title for event in snapshot.events}
    ideas = sorted(snapshot.parked_ideas, key=lambda idea: (_ORDER.index(idea.state), idea.rank))
    return [
        RowLine(
            idea.id,
            idea.text,
            _where(idea.parked_on, events.get(idea.event_id or "", "")),
            _STATES[idea.state],
            quiet=idea.state is not IdeaState.PARKED,
        )
        for idea in ideas
    ]


def _where(parked_on: date, event: str) -> str:
    return f"parked {short_date(parked_on)}" + (f" at: {event}" if event else "")


class IdeasSheet(Sheet):
    """Enter or T takes an idea up, L leaves it, P parks it again."""

    def __init__(self, context: Context, feed: SnapshotFeed) -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            "Parked ideas",
            "An idea that is taken up becomes an action. It has rested since it was parked.",
            width=px(760),
            height=px(600),
        )
        self._context = context
        self._feed = feed
        self.rows = LineRows(context.theme, "Parked ideas", "TLP")
        self.rows.opened.connect(self._on_opened)
        self.rows.letter.connect(self._on_letter)
        nothing = EmptyState(
            context.theme,
            "No idea is parked",
            "Fix ideas that come up on the way are parked with one key, and wait here.",
            icon="do.park",
        )
        self._parts = QStackedWidget()
        self._parts.addWidget(self.rows)
        self._parts.addWidget(nothing)
        self.set_body(self._parts)
        self._leave = Button(context.theme, "Leave it", keys="L")
        self._take = primary_button(context.theme, "Take it up", keys="T")
        close = quiet_button(context.theme, "Close")
        close.clicked.connect(self.dismiss)
        self._leave.clicked.connect(self._on_leave)
        self._take.clicked.connect(self._on_take)
        for button in (close, self._leave, self._take):
            self.add_button(button)
        feed.renewed.connect(self._on_renewed)
        self.rows.selectionModel().currentChanged.connect(self._show_buttons)
        self.closed.connect(self.deleteLater)
        self._on_renewed()

    def _idea(self) -> ParkedIdeaRow | None:
        ideas = self._feed.snapshot.parked_ideas
        return next((idea for idea in ideas if idea.id == self.rows.key()), None)

    @Slot()
    def _on_renewed(self) -> None:
        lines = idea_lines(self._feed.snapshot)
        self.rows.show_rows(lines)
        self._parts.setCurrentIndex(0 if lines else 1)
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        idea = self._idea()
        state = idea.state if idea else IdeaState.TAKEN_UP
        self._take.setEnabled(state is not IdeaState.TAKEN_UP)
        self._leave.setEnabled(state is not IdeaState.TAKEN_UP)
        self._leave.setText("Park it again" if state is IdeaState.LEFT else "Leave it")

    @Slot(str)
    def _on_opened(self, _key: str) -> None:
        self._on_take()

    @Slot(str, str)
    def _on_letter(self, letter: str, _key: str) -> None:
        if letter == "T":
            self._on_take()
        else:
            self._on_leave()

    @Slot()
    def _on_take(self) -> None:
        idea = self._idea()
        if idea is not None and idea.state is not IdeaState.TAKEN_UP:
            self._context.workspace.run(take_up_idea(idea.id))
            self.set_note("Taken up. It is among the actions now.")

    @Slot()
    def _on_leave(self) -> None:
        idea = self._idea()
        if idea is None or idea.state is IdeaState.TAKEN_UP:
            return
        left = idea.state is IdeaState.LEFT
        self._context.workspace.run(park_again(idea.id) if left else leave_idea(idea.id))
