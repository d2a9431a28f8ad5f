"""The head of a moment: when it was, on whose clock, what happened, and whom to ask about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guides.people import shown_as
from models.times.show import day_heading, personal_clock, show_span, utc_clock
from views.context import Context
from views.explore.scene import Scene
from views.widgets.buttons import link_button
from views.widgets.chip import Chip
from views.widgets.flow import FlowLayout
from views.widgets.text import Text

EVERYONE = "Everyone together"


class MomentHead(QWidget):
    """`person_chosen(id)` comes from a chip; None stands for everyone together."""

    person_chosen = Signal(object)
    people_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        theme = context.theme
        self._time = Text(theme, weight=600)
        self._clock = Text(theme, colour="ink2")
        self._title = Text(theme, role="heading", wrap=True)
        self._title.setAccessibleDescription("Heading")
        self._asking = QWidget()
        self._flow = FlowLayout(self._asking, theme.px(8), theme.px(6))
        self._asking.setAccessibleName("Asking")
        self._chips: dict[str | None, Chip] = {}
        self._add = link_button(theme, "Add who was there")
        self._add.clicked.connect(self.people_wanted)
        self._lay_out()

    def show_scene(self, scene: Scene) -> None:
        """Show the moment and the people."""
        event, zone = scene.event, scene.snapshot.review.zone
        if event is None:
            self._time.setText("")
            self._clock.setText("")
            self._title.setText("The incident as a whole")
        else:
            self._time.setText(show_span(event.at, event.at_end, zone, event.precision))
            self._clock.setText(_clock(scene))
            self._title.setText(event.title)
            self._time.setToolTip(day_heading(event.at, zone) if event.at else "")
        self._time_row.setVisible(event is not None)
        self._show_people(scene)

    def chips(self) -> list[Chip]:
        """Give the chips of the people, in order."""
        return list(self._chips.values())

    def _show_people(self, scene: Scene) -> None:
        people: dict[str | None, str] = {person.id: shown_as(person) for person in scene.people}
        people[None] = EVERYONE
        if [(key, chip.text()) for key, chip in self._chips.items()] != list(people.items()):
            self._renew_chips(people)
        for key, chip in self._chips.items():
            chip.setChecked(key == scene.person_id)
        self._add.setVisible(len(people) == 1)

    def _renew_chips(self, people: dict[str | None, str]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        self._chips = {}
        for key, words in people.items():
            chip = Chip(self._theme, words)
            chip.setAccessibleDescription("Ask")
            chip.clicked.connect(self._on_chip)
            self._chips[key] = chip
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._time_row = QWidget()
        row = QHBoxLayout(self._time_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self._time)
        row.addWidget(self._clock, 1)
        asking = Text(self._theme, "Asking", colour="ink2")
        asking.setFixedHeight(self._theme.size("control_small"))
        asking.setMinimumWidth(px(50))
        self._flow.addWidget(asking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._time_row)
        column.addWidget(self._title)
        column.addSpacing(px(4))
        column.addWidget(self._asking)

    @Slot()
    def _on_chip(self) -> None:
        for key, chip in self._chips.items():
            if chip is self.sender():
                chip.setChecked(True)
                self.person_chosen.emit(key)


def _clock(scene: Scene) -> str:
    event, zone = scene.event, scene.snapshot.review.zone
    if event is None or event.at is None:
        return ""
    utc = utc_clock(event.at, zone)
    person = scene.person
    own = person and personal_clock(event.at, person.zone, shown_as(person), person.place)
    return "  ".join(part for part in (utc, own) if part)
