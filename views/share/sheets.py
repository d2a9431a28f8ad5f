"""The sheets of Share: own words, what a file would give away, and to whom it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.sharing import ShareNote
from exporters.leaks import Leak, LeakKind
from exporters.summaries import SUMMARIES
from models.values import Audience
from views.context import Context
from views.widgets.buttons import Button, ButtonKind, primary_button, quiet_button
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet
from views.widgets.text import Text
from views.widgets.text_field import TextField

LEAKS = {
    LeakKind.SECRET: "looks like a password or a key",
    LeakKind.NAME: "is a person's name",
    LeakKind.EMAIL: "is an e-mail address",
    LeakKind.PHONE: "looks like a phone number",
    LeakKind.IP_ADDRESS: "is the address of a machine",
    LeakKind.URL: "is a link",
    LeakKind.HOST: "looks like the name of a machine",
    LeakKind.PROPERTY: "stands in the file's properties",
}
MOST_LEAKS = 12


class WordsSheet(Sheet):
    """One text in the voice of the page; Ctrl+Enter or the button keeps it."""

    kept = Signal(str)
    removed = Signal()

    def __init__(
        self, context: Context, head: str, sentence: str, text: str, *, removable: str = ""
    ) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            head,
            sentence,
            width=theme.px(680),
            height=theme.px(420),
        )
        self.field = TextField(theme, head, role="voice", lines=4)
        self.field.keep_own_undo()
        self.field.setPlainText(text)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addStretch()
        self.set_body(body)
        if removable:
            away = Button(theme, removable, kind=ButtonKind.QUIET)
            away.clicked.connect(self._on_removed)
            self.add_button(away)
        self.offer("Keep", self._on_kept, keys="Ctrl+Enter")

    @Slot()
    def _on_kept(self) -> None:
        text = self.field.text().strip()
        self.dismiss()
        if text:
            self.kept.emit(text)

    @Slot()
    def _on_removed(self) -> None:
        self.dismiss()
        self.removed.emit()


class LeakSheet(Sheet):
    """What is about to leave with the file; the facilitator decides."""

    accepted = Signal()

    def __init__(self, context: Context, leaks: Sequence[Leak]) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            "Before it leaves",
            "These stand in the text. Reword them in the review or on the page, or write as it is.",
            width=theme.px(620),
            height=theme.px(480),
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for said in leak_lines(leaks):
            column.addWidget(Text(theme, said, wrap=True))
        column.addStretch()
        self.set_body(body)
        back = primary_button(theme, "Look at them first")
        write = quiet_button(theme, "Write as it is")
        back.clicked.connect(self.dismiss)
        write.clicked.connect(self._on_accepted)
        self.add_button(write)
        self.add_button(back)
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_accepted(self) -> None:
        self.dismiss()
        self.accepted.emit()


def leak_lines(leaks: Sequence[Leak]) -> tuple[str, ...]:
    """Return one line for each different thing found, the most important first."""
    order = list(LeakKind)
    found = dict.fromkeys((leak.kind, leak.shown) for leak in leaks)
    lines = [
        f"{shown} {LEAKS[kind]}" for kind, shown in sorted(found, key=lambda f: order.index(f[0]))
    ]
    more = len(lines) - MOST_LEAKS
    return (*lines[:MOST_LEAKS], f"and {more} more") if more > 0 else tuple(lines)


class ShareSheet(Sheet):
    """To whom a summary went, and how."""

    recorded = Signal(object)  # ShareNote

    def __init__(
        self, context: Context, audience: Audience, file_name: str = "", file_hash: str = ""
    ) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            "Record a share",
            "What was learned helps only those who hear of it.",
            width=theme.px(560),
            height=theme.px(460),
        )
        self._file = (file_name, file_hash)
        self.audience = Choice(theme, "Which summary")
        options = [(kind.audience.value, kind.name) for kind in SUMMARIES]
        self.audience.show_options(options, audience.value)
        self.to_whom = LineField(theme, "To whom", hint="Leadership round")
        self.way = LineField(theme, "How", hint="mail, talk, newsletter")
        self.note = LineField(theme, "Note")
        self._to_whom_field = Field(theme, "To whom", self.to_whom)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._to_whom_field)
        column.addWidget(Field(theme, "How", self.way))
        column.addWidget(Field(theme, "Which summary", self.audience))
        column.addWidget(Field(theme, "Note", self.note))
        column.addStretch()
        self.set_body(body)
        for field in (self.to_whom, self.way, self.note):
            field.keep_own_undo()
            field.returnPressed.connect(self._on_recorded)
        self.offer("Record", self._on_recorded)

    @Slot()
    def _on_recorded(self) -> None:
        to_whom = self.to_whom.text().strip()
        if not to_whom:
            self._to_whom_field.ask("Who got it? A role or a round will do.")
            return
        share = ShareNote(
            audience=Audience(self.audience.choice()),
            to_whom=to_whom,
            way=self.way.text().strip(),
            note=self.note.text().strip(),
            file_name=self._file[0],
            file_hash=self._file[1],
        )
        self.dismiss()
        self.recorded.emit(share)
