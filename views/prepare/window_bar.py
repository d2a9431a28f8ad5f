"""The days after the incident: impact, rest, the good window, and where the meeting lies."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guides.readiness import Readiness, ReadinessWindow
from models.times.show import clock, local
from models.times.zones import zone_from
from views.theme import Theme
from views.widgets.paint import CENTRE, LEFT, rounded, text_width, words

DAYS = 9
WORDS = {
    Readiness.INSIDE: "inside the window",
    Readiness.TOO_EARLY: "before people are rested",
    Readiness.TOO_LATE: "after memories fade",
}


class WindowBar(QWidget):
    """Nine days from the end of the impact on; painted, with its words for those who listen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._window: ReadinessWindow | None = None
        self._meeting: datetime | None = None
        self._zone = "UTC"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("When people are rested, and still remember")
        theme.changed.connect(self.update)

    def show_window(
        self, window: ReadinessWindow | None, meeting: datetime | None, zone: str
    ) -> None:
        """Show a window and the meeting in it."""
        self._window, self._meeting, self._zone = window, meeting, zone
        self.setAccessibleDescription(self.said())
        self.update()

    def said(self) -> str:
        """Say in words what the bar shows."""
        if self._window is None:
            return "The end of the impact is not known yet."
        if self._meeting is None:
            return "No date yet."
        return f"The meeting is {WORDS[self._window.place(self._meeting)]}."

    def sizeHint(self) -> QSize:
        """As high as its days, its band and its times."""
        return QSize(self._theme.px(480), self._theme.px(92))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._window is None:
            box = QRectF(self.rect())
            said = "Note when the impact ended, and the good days show here."
            words(painter, box, said, self._theme.font(), self._theme.colour("ink2"), LEFT)
            return
        self._band(painter, self._window)
        self._days(painter, self._window)
        if self._meeting is not None:
            self._mark(painter, self._window, self._meeting)

    def _start(self, window: ReadinessWindow) -> datetime:
        day = local(window.ended, self._zone).date()
        return datetime.combine(day, datetime.min.time(), zone_from(self._zone))

    def _x(self, window: ReadinessWindow, at: datetime) -> float:
        passed = (at - self._start(window)) / timedelta(days=DAYS)
        return max(0.0, min(1.0, passed)) * self.width()

    def _box(self, left: float, right: float) -> QRectF:
        return QRectF(left, self._theme.px(26), max(0.0, right - left), self._theme.px(36))

    def _band(self, painter: QPainter, window: ReadinessWindow) -> None:
        colour = self._theme.colour
        rounded(painter, self._box(0, self.width()), 4, fill=colour("sunken"))
        ended = self._x(window, window.ended)
        earliest, latest = self._x(window, window.earliest), self._x(window, window.latest)
        painter.fillRect(self._box(0, ended), colour("impact2"))
        painter.fillRect(self._box(earliest, latest), colour("tint"))
        small, strong = self._theme.font("caption"), self._theme.font("caption", 600)
        gap = self._theme.px(8)
        for left, right, said, font, role in (
            (0, ended, "impact", strong, "ink"),
            (ended, earliest, "rest", small, "ink2"),
            (earliest, latest, "good window", strong, "accent_ink"),
        ):
            if text_width(font, said) + 2 * gap <= right - left:
                words(painter, self._box(left + gap, right), said, font, colour(role), LEFT)

    def _days(self, painter: QPainter, window: ReadinessWindow) -> None:
        start = self._start(window)
        for number in range(DAYS):
            left = self.width() * number / DAYS
            if number:
                edge = self._box(left, left + 1)
                painter.fillRect(edge, self._theme.colour("line2"))
            day = (start + timedelta(days=number)).date()
            head = QRectF(left, 0, self.width() / DAYS, self._theme.px(22))
            resting = day.weekday() >= 5
            role = "ink3" if resting else "ink2"
            said = f"{day:%a} {day.day}"
            words(painter, head, said, self._theme.font("small"), self._theme.colour(role), CENTRE)

    def _mark(self, painter: QPainter, window: ReadinessWindow, meeting: datetime) -> None:
        px = self._theme.px
        middle = self._x(window, meeting)
        pin = QRectF(middle - px(4), px(22), px(8), px(44))
        rounded(painter, pin, 3, fill=self._theme.colour("accent"))
        font = self._theme.font("small", 600, tabular=True)
        said = clock(meeting, self._zone)
        wide = text_width(font, said) + 2
        left = max(0.0, min(self.width() - wide, middle - wide / 2))
        below = QRectF(left, px(70), wide, px(20))
        words(
            painter, below, said, font, self._theme.colour("accent_ink"), Qt.AlignmentFlag.AlignLeft
        )
