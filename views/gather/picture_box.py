"""A kept picture with room around it, or the sentence why it is not shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.gather.pictures import read_picture_for
from views.theme import Theme
from views.widgets.paint import CENTRE, rounded, words

_PAD = 8


class PictureBox(QWidget):
    """Shows one picture at most `height` high."""

    def __init__(self, theme: Theme, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._high = height
        self._path: Path | None = None
        self._shown: QPixmap | str = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Picture")
        theme.changed.connect(self.update)

    def show_picture(self, path: Path, said: str) -> None:
        """Show the picture at a path; `said` is what a screen reader says of it."""
        self.setAccessibleDescription(said)
        if path != self._path:
            self._path = path
            self._read()

    def shown(self) -> QPixmap | str:
        """Give what is shown: a picture or a sentence."""
        return self._shown

    def sizeHint(self) -> QSize:
        """Keep a height, whatever the picture."""
        return QSize(self._theme.px(240), self._theme.px(self._high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Read the picture for the new size."""
        super().resizeEvent(event)
        self._read()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well and the picture in its middle."""
        theme = self._theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, theme.radius("control"), fill=theme.colour("sunken"))
        if isinstance(self._shown, str):
            font, ink = theme.font("small"), theme.colour("ink2")
            words(painter, box.adjusted(8, 0, -8, 0), self._shown, font, ink, CENTRE)
            return
        ratio = self._shown.devicePixelRatio()
        place = QRectF(0, 0, self._shown.width() / ratio, self._shown.height() / ratio)
        place.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place.topLeft(), self._shown)

    def _read(self) -> None:
        if self._path is None:
            return
        ratio = self.devicePixelRatioF()
        pad = 2 * self._theme.px(_PAD)
        room = QSize(max(1, self.width() - pad), max(1, self.height() - pad)) * ratio
        self._shown = read_picture_for(self._path, room)
        if isinstance(self._shown, QPixmap):
            self._shown.setDevicePixelRatio(ratio)
        self.update()
