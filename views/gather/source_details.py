"""The details of a source: where it comes from, who gave it, and whether its clock was off."""

from __future__ import annotations

import re
from datetime import timedelta

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.fields import set_value
from app.operations.sources import shift_source
from models.phrases import counted
from models.rows import SourceRow
from models.times.show import duration_words, full_date
from models.values import SourceState
from views.binding import bind_text
from views.context import Context
from views.gather.material import is_link
from views.gather.source_sheet import STATES
from views.widgets.buttons import Button, link_button
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.segment import Segment
from views.widgets.text import Text
from views.widgets.text_field import TextField

_PARTS = re.compile(
    r"(?P<sign>[+\-\u2212])?\s*(?:(?P<h>\d+)\s*h)?\s*(?:(?P<m>\d+)\s*m(?:in)?)?\s*(?:(?P<s>\d+)\s*s)?"
)
_CLOCK = re.compile(r"(?P<sign>[+\-\u2212])?\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}))?")
HOW_SHIFT = "Write it like +2 min 30 s, -1 h, or 0."


def read_shift(text: str) -> int | None:
    """Return the seconds to add to each time; None where the words say no length of time."""
    plain = text.strip()
    if plain in ("", "0"):
        return 0
    found = _CLOCK.fullmatch(plain) or _PARTS.fullmatch(plain)
    if found is None or not any(found[part] for part in "hms"):
        return None
    seconds = int(found["h"] or 0) * 3600 + int(found["m"] or 0) * 60 + int(found["s"] or 0)
    return seconds if found["sign"] in (None, "+") else -seconds


def shift_words(seconds: int) -> str:
    """Write a shift so that it reads back the same: `+2 min 30 s`."""
    left, parts = abs(seconds), []
    for unit, length in (("h", 3600), ("min", 60), ("s", 1)):
        count, left = divmod(left, length)
        if count:
            parts.append(f"{count} {unit}")
    return ("+" if seconds > 0 else "-") + " ".join(parts) if parts else "0"


class SourceDetails(QWidget):
    """One source; what is typed is stored at once. `delete_asked` and `promote_asked` ask."""

    delete_asked = Signal()
    promote_asked = Signal()

    def __init__(self, context: Context, source: SourceRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._source = source
        theme = context.theme
        self.name, self.giver = LineField(theme, "Name"), LineField(theme, "From whom")
        self.note = TextField(theme, "Note", lines=2)
        self.state = Segment(theme, "State", STATES)
        self.shift = LineField(theme, "Its clock was off by", icon="do.time")
        bind_text(context, self.name, SourceRow, source.id, "name")
        bind_text(context, self.giver, SourceRow, source.id, "giver")
        bind_text(context, self.note, SourceRow, source.id, "note")
        self.shift.keep_own_undo()
        self.shift.editingFinished.connect(self._on_shift)
        self.state.chosen.connect(self._on_state)
        self._build()

    @property
    def source_id(self) -> str:
        """Id of the source shown."""
        return self._source.id

    def show_source(self, source: SourceRow, count: int) -> None:
        """Show how it stands."""
        self._source = source
        self.state.choose(source.state.value)
        self._origin.setText(source.origin)
        self._origin.setVisible(bool(source.origin))
        self._open.setVisible(is_link(source.origin))
        received = f"received {full_date(source.received_on)}" if source.received_on else ""
        said = (counted(count, "record").capitalize() if count else "No records", received)
        self._said.setText(", ".join(part for part in said if part))
        self._shift_field.setVisible(count > 0)
        self._promote.setVisible(count > 0)
        if not (self.shift.hasFocus() and self.shift.isModified()):
            self.shift.setText(shift_words(source.shift_seconds))

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in (self.name, self.giver, self.note):
            field.flush()

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self._said = Text(theme, role="small", colour="ink2")
        self._origin = Text(theme, role="small", colour="ink2", wrap=True)
        self._open = link_button(theme, "Open the link", small=True)
        self._promote = Button(theme, "Put all with a time on the timeline")
        delete = Button(theme, "Delete source")
        self._open.clicked.connect(self._on_open)
        self._promote.clicked.connect(self.promote_asked)
        delete.clicked.connect(self.delete_asked)
        self._shift_field = Field(theme, "Its clock was off by (added to its times)", self.shift)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._said)
        for part in (
            Field(theme, "Name", self.name),
            self._origin,
            self._open,
            self.state,
            Field(theme, "From whom", self.giver),
            self._shift_field,
            Field(theme, "Note", self.note),
        ):
            column.addWidget(part)
        column.addWidget(self._promote, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(str)
    def _on_state(self, key: str) -> None:
        change = set_value(SourceRow, self._source.id, "state", SourceState(key))
        self._context.workspace.run(change)

    @Slot()
    def _on_shift(self) -> None:
        if not self.shift.isModified():
            return
        seconds = read_shift(self.shift.text())
        self._shift_field.ask("" if seconds is not None else HOW_SHIFT)
        if seconds is None:
            return
        self.shift.setModified(False)
        self.shift.setText(shift_words(seconds))
        if seconds != self._source.shift_seconds:
            self._context.workspace.run(shift_source(self._source.id, seconds))
            moved = duration_words(timedelta(seconds=seconds)) if seconds else ""
            said = f"Its times moved by {moved}" if moved else "Its times are as written again"
            self._context.shell.toast(said, undo=True)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._source.origin))
