"""Where files, links and pictures are dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.paint import CENTRE, rounded, text_width, words
from views.widgets.text import Text


class DropZone(QWidget):
    """A dashed field; `dropped(QMimeData)` while the drop lasts, `choose_asked` from its link.

    The window calls `show_dragging(words)` while something is dragged over any part of it
    ("Let go: 3 files"), and with nothing once it is gone.
    """

    dropped = Signal(object)
    choose_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        hint: str = "",
        *,
        link: str = "Choose files",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dragging = ""
        self.setAcceptDrops(True)
        self.setAccessibleName(f"{sentence} {hint}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._parts: list[QWidget] = [
            Text(theme, sentence, weight=500),
            Text(theme, hint, role="small", colour="ink2"),
        ]
        row = QHBoxLayout(self)
        px = theme.px
        row.setContentsMargins(px(48), px(12), px(16), px(12))
        row.setSpacing(px(12))
        for part in self._parts:
            row.addWidget(part)
        row.addStretch(1)
        self._link = link_button(theme, link)
        self._link.clicked.connect(self._on_link)
        row.addWidget(self._link)
        self._parts.append(self._link)
        self.setMinimumHeight(px(56))
        theme.changed.connect(self.update)

    def show_dragging(self, said: str) -> None:
        """Show what would be taken in on letting go; nothing ends it."""
        self._dragging = said
        for part in self._parts:
            part.setVisible(not said)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be read."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasImage():
            event.acceptProposedAction()
            self.show_dragging(self._words_for(len(data.urls())))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Be at rest again."""
        self.show_dragging("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        event.acceptProposedAction()
        self.show_dragging("")
        self.dropped.emit(event.mimeData())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field: dashed at rest, filled while something hangs over it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        radius = theme.radius("card")
        if self._dragging:
            accent = theme.colour("accent")
            rounded(painter, box, radius, fill=theme.colour("tint"), edge=accent, width=2)
            font = theme.font("body", 600)
            half = text_width(font, self._dragging) / 2 + px(12)
            sign = QRectF(box.center().x() - half - px(8), box.center().y() - px(9), px(18), px(18))
            theme.icons.paint(painter, sign, "do.drop_now", "accent_ink")
            box.translate(px(12), 0)
            words(painter, box, self._dragging, font, theme.colour("accent_ink"), CENTRE)
            return
        rounded(painter, box, radius, fill=theme.colour("surface"))
        pen = QPen(theme.colour("border"), 1.2)
        pen.setDashPattern([5 / 1.2, 4 / 1.2])
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
        sign = QRectF(px(18), box.center().y() - px(9), px(18), px(18))
        theme.icons.paint(painter, sign, "do.drop", "ink2")

    @staticmethod
    def _words_for(files: int) -> str:
        if files == 0:
            return "Let go"
        return "Let go: 1 file" if files == 1 else f"Let go: {files} files"

    @Slot()
    def _on_link(self) -> None:
        self.choose_asked.emit()
