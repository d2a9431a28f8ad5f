"""What is missing, what went differently? Each person's agreement or dissent, at the end (T06)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guides.people import shown_as
from models.rows import ParticipantRow
from models.snapshot import Snapshot
from views.binding import bind_text
from views.context import Context
from views.widgets.buttons import primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text import Text
from views.widgets.text_field import TextField

QUESTION = "What is missing, what went differently?"


class AgreementSheet(Sheet):
    """One field a person, sorted by name; stored while it is typed."""

    def __init__(self, context: Context, story: Snapshot) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            QUESTION,
            "Ask each person at the end. Agreement and dissent stand side by side; "
            "nothing is voted on.",
            width=context.theme.px(640),
            height=context.theme.px(600),
        )
        self._context = context
        self.fields: list[TextField] = []
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(context.theme.px(4), 0, context.theme.px(12), 0)
        column.setSpacing(context.theme.px(16))
        people = sorted((p for p in story.participants if p.in_incident), key=shown_as)
        for person in people:
            column.addWidget(self._field(person))
        if not people:
            sentence = "No one is named yet. Prepare holds the people of this review."
            column.addWidget(Text(context.theme, sentence, colour="ink2", wrap=True))
        column.addStretch(1)
        self.set_body(FadeScroll(context.theme, body, ground="surface"))
        done = primary_button(context.theme, "Done", keys="Esc")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self._on_closed)

    def _field(self, person: ParticipantRow) -> Field:
        theme, who = self._context.theme, shown_as(person)
        words = TextField(
            theme, who, role="voice", hint="Agrees, misses something, or saw it differently"
        )
        bind_text(self._context, words, ParticipantRow, person.id, "agreement")
        self.fields.append(words)
        return Field(theme, who, words)

    @Slot()
    def _on_closed(self) -> None:
        for field in self.fields:
            field.flush()
        self.deleteLater()
