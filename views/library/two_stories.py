"""The drawing of the empty library: the straight first story, and the path of the second above."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.values import EventKind
from views.theme import Theme
from views.widgets.event_mark import EventMark, paint_event_mark

WIDE, HIGH, GROUND = 540, 124, 108
STOPS = ((20, 108), (150, 44), (245, 86), (350, 16), (450, 74), (540 - 20, 108))
"""Where the second story stops, in the units of the drawing."""
FIRST = (130, 240, 320, 430)
SEEN, DECIDED = 1, 3
MARK = 11


class TwoStories(QWidget):
    """Tells nothing a screen reader needs; the words below say it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMaximumSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for the size of the drawing; it grows with no text."""
        return QSize(WIDE, HIGH)

    def minimumSizeHint(self) -> QSize:
        """Give way where the words need the room."""
        return QSize(WIDE // 4, HIGH // 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the path and what lies on them."""
        theme = self._theme
        unit = min(self.width() / WIDE, self.height() / HIGH)
        painter = QPainter(self)
        painter.translate((self.width() - WIDE * unit) / 2, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stops = [QPointF(x * unit, y * unit) for x, y in STOPS]
        painter.setPen(QPen(theme.colour("line2"), 2 * unit))
        painter.drawLine(stops[0], stops[-1])
        for x in FIRST:
            _dot(painter, QPointF(x * unit, GROUND * unit), 3 * unit, theme, "line2", "line2")
        path = QPainterPath(stops[0])
        for before, after in pairwise(stops):
            middle = (before.x() + after.x()) / 2
            path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
        painter.strokePath(path, QPen(theme.colour("accent"), 2 * unit))
        for place, stop in enumerate(stops):
            if place in {SEEN, DECIDED}:
                kind = EventKind.DECISION if place == DECIDED else EventKind.DETECTION
                paint_event_mark(
                    painter, theme, stop, EventMark(kind), radius=MARK * unit / theme.text_factor
                )
            else:
                _dot(painter, stop, 5 * unit, theme, "window", "ink2")


def _dot(painter: QPainter, at: QPointF, radius: float, theme: Theme, fill: str, edge: str) -> None:
    painter.setBrush(theme.colour(fill))
    painter.setPen(QPen(theme.colour(edge), 1.4))
    painter.drawEllipse(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
