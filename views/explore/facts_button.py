"""The quiet line beside an answer that says how it was told and opens its menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from views.theme import Theme
from views.widgets.paint import rounded, text_width, words

_SIGN, _GAP, _SIDE = 14, 7, 6


class FactsButton(QPushButton):
    """An icon, words in small second ink, a caret; elided where the room ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAutoDefault(True)
        self._theme = theme
        self.setProperty("painted", True)  # noqa: FBT003
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def say(self, line: str) -> None:
        """Show other words."""
        if line != self.text():
            self.setText(line)
            self.setToolTip(line)
            self.setAccessibleName(f"About this answer: {line}")
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the whole line."""
        px = self._theme.px
        wide = text_width(self._theme.font("small"), self.text())
        return QSize(round(wide) + px(2 * _SIDE + 2 * _SIGN + 2 * _GAP) + 2, px(28))

    def minimumSizeHint(self) -> QSize:
        """Keep the icon, a word and the caret."""
        return QSize(self._theme.px(96), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        box.setWidth(min(box.width(), self.sizeHint().width()))
        if self.underMouse() or self.isDown():
            rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
        middle = box.center().y() - px(_SIGN) / 2
        sign = QRectF(box.x() + px(_SIDE), middle, px(_SIGN), px(_SIGN))
        theme.icons.paint(painter, sign, "do.quote", "ink2")
        caret = QRectF(box.right() - px(_SIDE + 10), box.center().y() - px(5), px(10), px(10))
        theme.icons.paint(painter, caret, "ph.caret-down", "ink3", bold=True)
        room = QRectF(sign.right() + px(_GAP), box.y(), 0, box.height())
        room.setRight(caret.left() - px(4))
        words(painter, room, self.text(), theme.font("small"), theme.colour("ink2"))
