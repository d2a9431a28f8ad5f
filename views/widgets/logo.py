"""The sign of the app: the second story lies on the first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.paint import rounded, text_width, words

_GRID = 20.0


def paint_logo(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Draw the two bars into a square."""
    unit = box.width() / _GRID
    upper = QRectF(box.x() + 5 * unit, box.y() + 3 * unit, 15 * unit, 6.5 * unit)
    lower = QRectF(box.x() + 1 * unit, box.y() + 11 * unit, 15 * unit, 6.5 * unit)
    rounded(painter, upper, 2.2 * unit, fill=theme.colour("accent"))
    rounded(painter, lower, 2.2 * unit, fill=theme.colour("ink3"))


class Logo(QWidget):
    """The sign with the name beside it; `role` sets the size of the name."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        text: str = "Second Story",
        role: str = "body",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._role = role
        self.setAccessibleName(text or "Second Story")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for sign and name."""
        side = self._side()
        font = self._theme.font(self._role, 600)
        width = side + (self._theme.px(8) + text_width(font, self._text) if self._text else 0)
        return QSize(round(width) + 2, max(round(side), self._theme.line(self._role)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign and name."""
        painter = QPainter(self)
        side = self._side()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_logo(painter, self._theme, box)
        rest = QRectF(self.rect()).adjusted(side + self._theme.px(8), 0, 0, 0)
        font = self._theme.font(self._role, 600)
        words(painter, rest, self._text, font, self._theme.colour("ink"))

    def _side(self) -> float:
        return self._theme.tokens.scale[self._role].line * self._theme.text_factor
