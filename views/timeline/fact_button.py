"""One fact of an event, as an icon and a few words; a click or Enter offers others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from views.theme import Theme
from views.widgets.paint import rounded, text_width, words

_WIDEST = 260


class FactButton(QPushButton):
    """`asked` comes with the place below it, where a menu may open."""

    asked = Signal(object)  # QPoint

    def __init__(
        self, theme: Theme, text: str, icon: str, name: str, *, colour: str = "ink2"
    ) -> None:
        super().__init__(text)
        self.setAutoDefault(True)
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self.setProperty("painted", True)  # noqa: FBT003
        self.setAccessibleName(f"{name}: {text}")
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Room for icon and words, at most so wide that two stand side by side."""
        px = self._theme.px
        wide = text_width(self._theme.font("small"), self.text()) + px(22)
        return QSize(min(round(wide) + 2, px(_WIDEST)), self._theme.size("target_min"))

    def minimumSizeHint(self) -> QSize:
        """Keep the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words; a line below them while pointed at."""
        theme, px = self._theme, self._theme.px
        painter, box = QPainter(self), QRectF(self.rect())
        if self.underMouse():
            ground = box.adjusted(-px(4), 0, px(4), 0)
            rounded(painter, ground, theme.radius("key"), fill=theme.colour("hover"))
        sign = QRectF(0, box.center().y() - px(7), px(14), px(14))
        theme.icons.paint(painter, sign, self._icon, self._colour)
        said = box.adjusted(px(20), 0, 0, 0)
        words(painter, said, self.text(), theme.font("small"), theme.colour(self._colour))

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self.mapToGlobal(QPoint(0, self.height())))
