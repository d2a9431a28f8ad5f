"""What stands behind an event: its records, pictures and open gaps."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.queries.timeline import EventDetails
from models.rows import GapRow, RecordRow
from models.times.show import show_time
from models.values import GapState, RecordKind
from views.theme import Theme
from views.widgets.text import Text

GAP_STATES = {
    GapState.OPEN: "Open question",
    GapState.ANSWERED: "Answered",
    GapState.CANNOT_KNOW: "Cannot be known",
}


class Behind(QWidget):
    """Records stay in the app's own face: they are evidence, not yet a voice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: EventDetails | None = None
        self._rows: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))

    def show_details(self, details: EventDetails) -> None:
        """Show what belongs to an event; nothing where nothing does."""
        if self._shown is not None and _parts(self._shown) == _parts(details):
            return
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        self._shown = details
        if details.gaps:
            self._head("Gaps")
            for gap in details.gaps:
                self._gap(gap)
        if details.records or details.attachments:
            self._head("Records")
            for record in details.records:
                self._record(record, details.zone)
            for picture in details.attachments:
                self._say(picture.shown_name or "A picture", picture.alt_text)
        self.setVisible(bool(self._rows))

    def _head(self, title: str) -> None:
        text = Text(self._theme, title, weight=600)
        text.setContentsMargins(0, self._theme.px(10 if self._rows else 0), 0, self._theme.px(2))
        self._add(text)

    def _gap(self, gap: GapRow) -> None:
        state = GAP_STATES[gap.state]
        owner = f", {gap.owner} looks" if gap.owner and gap.state is GapState.OPEN else ""
        self._say(f"{state}{owner}", gap.text)
        if gap.answer:
            self._add(Text(self._theme, gap.answer, colour="ink2", wrap=True))

    def _record(self, record: RecordRow, zone: str) -> None:
        time = show_time(record.at, zone, record.precision) if record.at else record.time_text
        above = "   ".join(part for part in (time, record.author, record.channel) if part)
        self._say(above, record.text, mono=record.kind is RecordKind.LOG)

    def _say(self, above: str, below: str, *, mono: bool = False) -> None:
        if above:
            self._add(Text(self._theme, above, role="small", colour="ink3"))
        if below:
            said = Text(self._theme, below, wrap=True)
            if mono:
                said.setFont(self._theme.mono())
            self._add(said)

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._column.addWidget(widget)


def _parts(details: EventDetails) -> tuple[object, ...]:
    return details.gaps, details.records, details.attachments, details.zone
