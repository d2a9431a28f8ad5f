"""Lines for the glossary: the terms that have none yet, and the text to write them in."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guides.rubric import AreaReading
from models.rows import ReviewRow
from views.bound import bound_text
from views.context import Context
from views.widgets.buttons import Button, primary_button
from views.widgets.fade_scroll import FadeScroll
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text import Text


class GlossarySheet(Sheet):
    """Stored as it is typed; every summary that uses a term prints its line."""

    def __init__(self, context: Context, review_id: str, area: AreaReading) -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            "Glossary",
            "One term a line, with a colon: what it is, to someone new.",
            width=px(720),
            height=px(560),
        )
        self._terms = [place.name for place in area.places]
        target = (ReviewRow, review_id, "glossary")
        self.field = bound_text(context, "Terms and their meaning", target, lines=8)
        said = f"Without a line: {', '.join(self._terms)}" if self._terms else "Each has its line."
        without = Text(context.theme, said, role="small", colour="ink2", wrap=True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, px(14), 0)
        column.setSpacing(px(12))
        column.addWidget(without)
        column.addWidget(Field(context.theme, "Terms and their meaning", self.field))
        column.addStretch()
        self.set_body(FadeScroll(context.theme, body, ground="surface"))
        begin = Button(context.theme, "Begin a line for each")
        begin.setEnabled(bool(self._terms))
        done = primary_button(context.theme, "Done")
        begin.clicked.connect(self._on_begin)
        done.clicked.connect(self.dismiss)
        self.add_button(begin)
        self.add_button(done)
        self.closed.connect(self._on_closed)

    @Slot()
    def _on_begin(self) -> None:
        before = self.field.text().rstrip()
        begun = {line.partition(":")[0].strip() for line in before.splitlines()}
        lines = [f"{term}: " for term in self._terms if term not in begun]
        self.field.setPlainText("\n".join(filter(None, (before, *lines))))
        self.field.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self.field.flush()
        self.deleteLater()
