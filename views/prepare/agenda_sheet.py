"""The agenda as text: one chapter a line, minutes first."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guides.agenda import read_agenda
from models.rows import ReviewRow
from views.bound import bound_text
from views.context import Context
from views.prepare.agenda_bar import AgendaBar
from views.widgets.buttons import primary_button
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text import Text


class AgendaSheet(Sheet):
    """A text and, above it, the bar it makes."""

    def __init__(self, context: Context, review_id: str) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            "Agenda",
            "One chapter a line: minutes, a bar, a title. Indent its parts with a dash.",
            width=theme.px(620),
            height=theme.px(520),
        )
        target = (ReviewRow, review_id, "agenda")
        hint = "5|Opening\n36|Walk through the timeline"
        self._text = bound_text(context, "Chapters", target, hint=hint, lines=7)
        self._text.textChanged.connect(self._on_typed)
        self._bar = AgendaBar(theme)
        self._said = Text(theme, role="small", colour="ink2", wrap=True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._bar)
        column.addWidget(self._said)
        column.addWidget(Field(theme, "Chapters", self._text))
        column.addStretch()
        self.set_body(body)
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self._on_closed)
        self._on_typed()

    @Slot()
    def _on_typed(self) -> None:
        agenda = read_agenda(self._text.text())
        self._bar.show_agenda(agenda)
        if not agenda.minutes:
            said = "Chapters come with minutes: 36|Walk through the timeline."
        elif agenda.walk_gets_half:
            said = f"{agenda.minutes} minutes; the walk through the timeline gets at least half."
        else:
            said = f"The walk gets {agenda.walk_minutes} of {agenda.minutes} minutes; half is good."
        self._said.setText(said)

    @Slot()
    def _on_closed(self) -> None:
        self._text.flush()
        self.deleteLater()
