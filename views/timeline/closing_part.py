"""What the Timeline adds to the Guide: the phases, and the question at the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from guides.phases import phases
from models.queries.timeline import Timeline
from views.theme import Theme
from views.timeline.agreement_sheet import QUESTION
from views.widgets.buttons import link_button
from views.widgets.text import Text


class ClosingPart(QWidget):
    """`asked` comes from the link to the question that ends the timeline (T06)."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._head = Text(theme, "Phases", role="small", weight=600, colour="ink2")
        self.phases = Text(theme, role="small", wrap=True)
        self._note = Text(
            theme,
            "From the events that are marked so, and no surer than their times.",
            role="small",
            colour="ink3",
            wrap=True,
        )
        self.state = Text(theme, role="small", colour="ink2", wrap=True)
        ask = link_button(theme, "Ask each person", small=True)
        ask.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Text(theme, "At the end", role="small", weight=600, colour="ink2"))
        column.addWidget(Text(theme, QUESTION, wrap=True))
        column.addWidget(self.state)
        column.addWidget(ask)
        column.addSpacing(theme.px(16))
        for part in (self._head, self.phases, self._note):
            column.addWidget(part)

    def show_timeline(self, timeline: Timeline) -> None:
        """Say how long the phases took, and whose view is on record."""
        found = phases(timeline.story.review, timeline.events)
        self.phases.setText("\n".join(phase.words for phase in found))
        for part in (self._head, self.phases, self._note):
            part.setVisible(bool(found))
        people = [person for person in timeline.story.participants if person.in_incident]
        heard = sum(bool(person.agreement.strip()) for person in people)
        self.state.setText(f"{heard} of {len(people)} views on record" if people else "")
        self.state.setVisible(bool(people))
