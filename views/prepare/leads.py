"""Who leads the review: three duties, each with what it means for neutrality."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.operations.people import give_duty
from guides.neutrality import stakes
from guides.people import on_duty, shown_as
from models.phrases import listed
from models.rows import ParticipantRow
from models.snapshot import Snapshot
from models.values import Duty
from views.context import Context
from views.widgets.fields import Choice, Field
from views.widgets.text import Text

DUTIES = {
    Duty.FACILITATOR: "Facilitator",
    Duty.CO_FACILITATOR: "Co-facilitator",
    Duty.NOTE_TAKER: "Note-taker",
}
NOBODY, NEW = "nobody", "new"


class LeadsPart(QWidget):
    """Three choices side by side; `new_wanted` asks for someone who is not in the list yet."""

    new_wanted = Signal(str)  # Duty

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        self._context = context
        self._review_id = review_id
        self.choices: dict[Duty, Choice] = {}
        self._notes: dict[Duty, Text] = {}
        theme = context.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for column, (duty, title) in enumerate(DUTIES.items()):
            choice = Choice(theme, title, hint="Nobody yet", icon="do.owner")
            choice.chosen.connect(partial(self._on_chosen, duty))
            note = Text(theme, role="small", colour="ink2", wrap=True)
            grid.addWidget(Field(theme, title, choice), 0, column)
            grid.addWidget(note, 1, column)
            grid.setColumnStretch(column, 1)
            self.choices[duty], self._notes[duty] = choice, note

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show who has which duty."""
        people = [(person.id, _words(person, snapshot)) for person in snapshot.participants]
        options = [*people, (NOBODY, "Nobody"), (NEW, "Someone else ...")]
        for duty, choice in self.choices.items():
            holder = on_duty(snapshot, duty)
            choice.show_options(options, holder.id if holder else "")
            self._notes[duty].setText(_note(duty, holder, snapshot))

    def _on_chosen(self, duty: Duty, key: str) -> None:
        if key == NEW:
            self.new_wanted.emit(duty.value)
            return
        chosen = None if key == NOBODY else key
        self._context.workspace.run(give_duty(self._review_id, duty, chosen))


def _words(person: ParticipantRow, snapshot: Snapshot) -> str:
    teams = {team.id: team.name for team in snapshot.teams}
    team = teams.get(person.team_id or "")
    return ", ".join(filter(None, (shown_as(person), team)))


def _note(duty: Duty, holder: ParticipantRow | None, snapshot: Snapshot) -> str:
    if holder is None:
        return ""
    tied = stakes(holder, snapshot)
    if tied:
        said = listed(tied)
        return f"{said[0].upper()}{said[1:]}."
    if duty is Duty.NOTE_TAKER:
        return "Not the facilitator, so both can listen."
    return "In no event, owns no action, over nobody here."
