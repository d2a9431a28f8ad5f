"""A scrolled column whose end fades out while there is more below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from views.theme import Theme

_FADE = 48


class FadeScroll(QScrollArea):
    """Scrolls `content` up and down; the lower edge fades into `ground` while more follows."""

    def __init__(
        self,
        theme: Theme,
        content: QWidget,
        *,
        ground: str = "window",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        content.setObjectName("scrolled")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self._fade = _Fade(theme, self, ground)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def fades(self) -> bool:
        """Tell whether more follows below."""
        return not self._fade.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fade at the lower edge."""
        super().resizeEvent(event)
        high = self._theme.px(_FADE)
        view = self.viewport().geometry()
        self._fade.setGeometry(view.x(), view.bottom() + 1 - high, view.width(), high)
        self._on_moved(0)

    @Slot(int, int)
    def _on_range(self, _least: int, _most: int) -> None:
        self._on_moved(0)

    @Slot(int)
    def _on_moved(self, _value: int) -> None:
        bar = self.verticalScrollBar()
        self._fade.setVisible(bar.value() < bar.maximum())


class _Fade(QWidget):
    """The fading edge; lets the mouse through."""

    def __init__(self, theme: Theme, parent: QWidget, ground: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from clear to the ground."""
        solid = self._theme.colour(self._ground)
        clear = QColor(solid)
        clear.setAlpha(0)
        gradient = QLinearGradient(QPointF(0, 0), QPointF(0, self.height()))
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, solid)
        QPainter(self).fillRect(self.rect(), gradient)
