"""When an event was: in the review's zone, in UTC, on the person's own clock; edited in words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guides.quick_words import time_words
from models.queries.timeline import EventDetails
from models.times.parse import parse_time_input
from models.times.reading import TimeContext, TimeQuestion, TimeReading
from models.times.show import PRECISION_SIGNS, day_in_words, local, short_day, show_span, zone_words
from views.context import Context
from views.timeline.wording import clocks
from views.widgets.buttons import IconButton, link_button
from views.widgets.chip import Chip, ChipRow
from views.widgets.event_mark import EventMark, paint_event_mark
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.text import Text


class TimeLine(QWidget):
    """The head of the details; Enter on the time or `edit()` turns it into a field."""

    retimed = Signal(object)  # TimeReading
    menu_asked = Signal(object)  # QPoint

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, px = context.theme, context.theme.px
        self._theme = theme
        self._details: EventDetails | None = None
        self._readings: dict[Chip, TimeReading] = {}
        self._sign = _Sign(context)
        self.time = link_button(theme, "")
        self.time.setProperty("kind", "time")
        self.time.setToolTip("Change the time  T")
        self._other = Text(theme, role="small", colour="ink2", wrap=True)
        self._more = IconButton(theme, "place.more", "More about this event")
        self._line = LineField(theme, "Time", hint="14:05, 3 Mar 14:05, +12m, ~14:00 or ?")
        self._line.keep_own_undo()
        self._field = Field(theme, "Time", self._line)
        self._said = Text(theme, role="small", colour="ink2", wrap=True)
        self.choices = ChipRow(theme, "Which time is meant")
        self._editor = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self._sign)
        row.addWidget(self.time)
        row.addWidget(self._other, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._more)
        inside = QVBoxLayout(self._editor)
        inside.setContentsMargins(0, px(4), 0, px(4))
        inside.setSpacing(px(4))
        inside.addWidget(self._field)
        inside.addWidget(self._said)
        inside.addWidget(self.choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._editor)
        self._editor.hide()
        self._connect()

    @property
    def line(self) -> LineField:
        """The field of the time, while it is edited."""
        return self._line

    def question(self) -> str:
        """Return what is asked about the time, or nothing."""
        return self._field.question()

    def show_details(self, details: EventDetails) -> None:
        """Show the time of an event."""
        self._details = details
        event, zone = details.event, details.zone
        said = show_span(event.at, event.at_end, zone, event.precision)
        self.time.setText(said if event.at else "Time not known")
        place = f"{zone_words(event.at, zone)}, {short_day(event.at, zone)}" if event.at else ""
        self._other.setText("   ".join(part for part in (place, clocks(details)) if part))
        self._sign.show_details(details)

    @Slot()
    def edit(self) -> None:
        """Turn the time into a field."""
        if self._details is None:
            return
        self._line.setText(self._typed_before())
        self._editor.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field with Esc; the time stays as it was."""
        if event.key() == Qt.Key.Key_Escape and self._editor.isVisible():
            self._close()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.time.clicked.connect(self.edit)
        self._more.clicked.connect(self._on_more)
        self._line.textEdited.connect(self._on_typed)
        self._line.returnPressed.connect(self._on_entered)

    def _typed_before(self) -> str:
        event = self._details.event if self._details else None
        if event is None or self._details is None or event.at is None:
            return ""
        day = day_in_words(event.at, self._details.zone)
        span = show_span(event.at, event.at_end, self._details.zone)
        return f"{PRECISION_SIGNS[event.precision]}{day} {span}"

    def _context(self) -> TimeContext:
        """Read a bare time on the day of the event, and +12m from where it is now."""
        if self._details is None:
            return TimeContext()
        now, zone = self._details.event.at, self._details.zone
        day_of = now or self._details.begun
        shifted = self._line.text().strip().startswith(("+", "-"))
        return TimeContext(
            zone=zone,
            previous=now if shifted else None,
            incident_date=local(day_of, zone).date() if day_of else None,
            now=datetime.now(UTC),
        )

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._read()

    @Slot()
    def _on_entered(self) -> None:
        if self._line.text() == self._typed_before():
            self._close()
            return
        found = parse_time_input(self._line.text(), self._context())
        if isinstance(found, TimeReading):
            self._take(found)
            return
        self._ask(found)

    @Slot()
    def _on_choice(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and chip in self._readings:
            self._take(self._readings[chip])

    @Slot()
    def _on_more(self) -> None:
        self.menu_asked.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _read(self) -> None:
        self._field.ask("")
        self.choices.clear()
        self._readings = {}
        found = parse_time_input(self._line.text(), self._context())
        zone = self._details.zone if self._details else "UTC"
        self._said.setText(time_words(found, zone) if isinstance(found, TimeReading) else "")

    def _ask(self, question: TimeQuestion) -> None:
        self._field.ask(question.sentence)
        self._said.setText("")
        self.choices.clear()
        self._readings = {}
        for choice in question.choices:
            chip = Chip(self._theme, choice.words, pickable=False)
            chip.clicked.connect(self._on_choice)
            self._readings[chip] = choice.reading
            self.choices.add(chip)

    def _take(self, reading: TimeReading) -> None:
        self._close()
        self.retimed.emit(reading)

    def _close(self) -> None:
        self._field.ask("")
        self._editor.hide()
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)


class _Sign(QWidget):
    """The mark of the event."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self._mark: EventMark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_details(self, details: EventDetails) -> None:
        """Show the kind of an event."""
        event = details.event
        backed = event.source_id or event.told_by_id or details.records or details.accounts
        sourced = bool(backed or details.attachments)
        self._mark = EventMark(event.kind, sourced=sourced)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the mark."""
        side = self._theme.px(28)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._mark is not None:
            centre = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
            paint_event_mark(QPainter(self), self._theme, centre, self._mark, radius=12)
