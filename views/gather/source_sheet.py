"""Adds a source by hand: a link, a conversation, a folder of paper, or something asked for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.operations.sources import NewSource
from guides.source_checklist import CHECKLIST
from models.values import RecordKind, SourceState
from views.context import Context
from views.gather.material import is_link, link_name
from views.widgets.buttons import Button, primary_button
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.segment import Option, Segment
from views.widgets.sheet import Sheet

CONVERSATION, OTHER = "conversation", "other"
STATES = (
    Option(SourceState.HAVE.value, "Have"),
    Option(SourceState.REQUESTED.value, "Requested"),
    Option(SourceState.DOES_NOT_EXIST.value, "None exists"),
)


class SourceSheet(Sheet):
    """`given(NewSource)` comes with the button or Ctrl+Enter."""

    given = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context.theme,
            context.shell.window(),
            "Add a source",
            "A link, a conversation, something that is still to come. Files are simply dropped.",
            width=context.theme.px(560),
            height=context.theme.px(470),
        )
        theme = context.theme
        self.name = LineField(theme, "Name", hint="Talk with the on-call engineer")
        self.kind = Choice(theme, "What it is")
        options = [(line.key, line.title) for line in CHECKLIST]
        self.kind.show_options(
            [(CONVERSATION, "Conversation"), *options, (OTHER, "Something else")], CONVERSATION
        )
        self.origin = LineField(theme, "Link or place", hint="https://")
        self.giver = LineField(theme, "From whom", hint="A role or a team")
        self.state = Segment(theme, "State", STATES)
        for line in (self.name, self.origin, self.giver):
            line.keep_own_undo()
        self._build_content(context)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._on_add)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.closed.connect(self.deleteLater)

    def _build_content(self, context: Context) -> None:
        theme, px = context.theme, context.theme.px
        self._name_field = Field(theme, "Name", self.name)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._name_field)
        two = QHBoxLayout()
        two.setSpacing(px(12))
        two.addWidget(Field(theme, "What it is", self.kind), 1)
        two.addWidget(Field(theme, "From whom", self.giver), 1)
        column.addLayout(two)
        column.addWidget(Field(theme, "Link or place", self.origin))
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.set_body(body)
        leave = Button(theme, "Not now")
        leave.clicked.connect(self.dismiss)
        add = primary_button(theme, "Add source", keys="Ctrl+Enter")
        add.clicked.connect(self._on_add)
        self.add_button(leave)
        self.add_button(add)

    @Slot()
    def _on_add(self) -> None:
        origin, name = self.origin.text().strip(), self.name.text().strip()
        name = name or (link_name(origin) if is_link(origin) else origin)
        if not name:
            self._name_field.ask("How is it called?")
            self.name.setFocus()
            return
        self.given.emit(
            NewSource(
                name=name,
                kind=_kind_of(self.kind.choice(), origin),
                state=SourceState(self.state.choice()),
                checklist_key=_key_of(self.kind.choice()),
                origin=origin,
                giver=self.giver.text().strip(),
                received_on=date.today() if self.state.choice() == SourceState.HAVE.value else None,
            )
        )
        self.dismiss()


def _kind_of(choice: str, origin: str) -> RecordKind:
    if choice == CONVERSATION:
        return RecordKind.NOTES
    line = next((line for line in CHECKLIST if line.key == choice), None)
    if is_link(origin) and (line is None or line.kind is RecordKind.FILE):
        return RecordKind.LINK
    return line.kind if line is not None else RecordKind.FILE


def _key_of(choice: str) -> str:
    return {CONVERSATION: "conversations", OTHER: ""}.get(choice, choice)
