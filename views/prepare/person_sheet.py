"""Everything about one person: role, names, team, place, seat, invitation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.operations.fields import Value, set_value
from app.operations.people import name_team, remove_participant
from guides.people import authority_over, shown_as
from models.queries.load import row
from models.rows import ParticipantRow, TeamRow
from models.snapshot import Snapshot
from models.times.zones import list_zones
from models.values import Invitation, RoleTag
from views.bound import BoundChoice, BoundTick, Target, bound_line
from views.context import Context
from views.prepare.hearing import INVITATIONS
from views.widgets.buttons import Button, ButtonKind, primary_button
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet

NEW_PERSON = "New person"
"""The role of somebody who was added and not described yet."""
SEATS = {
    RoleTag.RESPONDER: "Responder",
    RoleTag.IC: "Incident lead",
    RoleTag.CHANGE_AUTHOR: "Author of a change",
    RoleTag.REVIEWER: "Reviewer of a change",
    RoleTag.SUPPORT: "Support",
    RoleTag.PRODUCT: "Product",
    RoleTag.LEADERSHIP: "Leadership",
    RoleTag.COMMS: "Communications",
    RoleTag.SME: "Knows the subject",
    RoleTag.NEWCOMER: "New here",
}
TEXTS = (
    ("role", "Role, as readers will see it", "Database engineer"),
    ("name", "Name, kept in the library", ""),
    ("aliases", "Handles, nicknames, addresses", "@sam, sam@example.org"),
    ("place", "Place", "Amsterdam"),
    ("channel", "How they took part", "chat, call"),
    ("waived_reason", "If not asked this time: why", ""),
)


class PersonSheet(Sheet):
    """Fields that are stored as they are typed; closing needs no key."""

    def __init__(self, context: Context, snapshot: Snapshot, person: ParticipantRow) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            shown_as(person),
            "Summaries show the role. The name stays in the library.",
            width=context.theme.px(760),
            height=context.theme.px(620),
        )
        self._context = context
        self._snapshot = snapshot
        self._person = person
        self._form = QWidget()
        self._grid = QGridLayout(self._form)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px(16))
        self._grid.setVerticalSpacing(context.theme.px(12))
        self._texts: list[LineField] = []
        self._count = 0
        for column, label, hint in TEXTS:
            self._add_text(column, label, hint)
        self._add_team()
        self._add_choices()
        self._add_ticks()
        self.set_body(self._form)
        out = Button(context.theme, "Take out", kind=ButtonKind.QUIET, icon="do.delete")
        done = primary_button(context.theme, "Done")
        out.clicked.connect(self._on_taken_out)
        done.clicked.connect(self.dismiss)
        self.add_button(out)
        self.add_button(done)
        self.closed.connect(self._on_closed)

    def _place(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._count // 2, self._count % 2)
        self._count += 1

    def _target(self, column: str) -> Target:
        return (ParticipantRow, self._person.id, column)

    def _add_text(self, column: str, label: str, hint: str) -> None:
        field = bound_line(self._context, label, self._target(column), hint=hint)
        self._texts.append(field)
        self._place(Field(self._context.theme, label, field))

    def _add_team(self) -> None:
        self._team = LineField(self._context.theme, "Team", hint="Infrastructure")
        self._team.keep_own_undo()
        found = self._context.workspace.read(row, TeamRow, self._person.team_id or "")
        self._team.setText(found.name if found else "")
        self._team.editingFinished.connect(self._on_team)
        self._place(Field(self._context.theme, "Team", self._team))

    def _add_choices(self) -> None:
        seats = [("", "No seat in particular"), *((t.value, w) for t, w in SEATS.items())]
        zones = [("", "Not known"), *((zone, zone) for zone in list_zones())]
        states = [(state.value, said) for state, said in INVITATIONS.items()]
        self._add_choice("role_tag", "Seat", seats, _seat)
        self._add_choice("zone", "Their own zone", zones, str)
        self._add_choice("invitation", "Invitation", states, Invitation)

    def _add_choice(
        self,
        column: str,
        label: str,
        options: list[tuple[str, str]],
        value_of: Callable[[str], Value],
    ) -> None:
        choice = BoundChoice(self._context, label, self._target(column), options, value_of)
        self._place(Field(self._context.theme, label, choice))

    def _add_ticks(self) -> None:
        private = "Talk to them first, in private (never in any export)"
        self._place(BoundTick(self._context, "Was in the incident", self._target("in_incident")))
        self._place(BoundTick(self._context, private, self._target("talk_first")))
        for other in self._snapshot.participants:
            if other.id != self._person.id:
                box = QCheckBox(f"Has authority over: {shown_as(other)}")
                box.setObjectName(other.id)
                box.setChecked(other.id in authority_over(self._person))
                box.clicked.connect(self._on_authority)
                self._place(box)

    @Slot()
    def _on_authority(self) -> None:
        ticked = [
            box.objectName()
            for box in self._form.findChildren(QCheckBox)
            if box.objectName() and box.isChecked()
        ]
        said = set_value(ParticipantRow, self._person.id, "authority_over", ",".join(ticked))
        self._context.workspace.run(said)

    @Slot()
    def _on_team(self) -> None:
        if self._team.isModified():
            self._team.setModified(False)
            self._context.workspace.run(name_team(self._person.id, self._team.text()))

    @Slot()
    def _on_taken_out(self) -> None:
        self.dismiss()
        self._context.workspace.run(remove_participant(self._person.id))
        self._context.shell.toast(f"Taken out: {shown_as(self._person)}", undo=True)

    @Slot()
    def _on_closed(self) -> None:
        if self._stored() is not None:
            for field in self._texts:
                field.flush()
            self._on_team()
            self._forget_unnamed()
        self.deleteLater()

    def _forget_unnamed(self) -> None:
        """Take somebody away who was added and then given neither a role nor a name."""
        person = self._stored()
        if person is not None and not person.name and person.role in ("", NEW_PERSON):
            self._context.workspace.run(remove_participant(person.id))

    def _stored(self) -> ParticipantRow | None:
        return self._context.workspace.read(row, ParticipantRow, self._person.id)


def _seat(key: str) -> RoleTag | None:
    return RoleTag(key) if key else None
