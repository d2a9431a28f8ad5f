"""What the coach says, in its tint: the category, one sentence, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.paint import rounded
from views.widgets.text import Text


class CoachCard(QWidget):
    """A title in `tone` ("notice" or "care"), a sentence, a suggestion in serif, and links.

    `links` are (key, words) pairs; `chosen(key)` comes from a click on one. The care card has a
    heart and no suggestion.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        *,
        suggestion: str = "",
        links: Sequence[tuple[str, str]] = (),
        tone: str = "notice",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{title}. {sentence}")
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(2))
        head = Text(theme, title, weight=600, colour=tone)
        head.setContentsMargins(px(22) if tone == "care" else 0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(Text(theme, sentence, wrap=True))
        if suggestion:
            column.addWidget(Text(theme, suggestion, role="voice", wrap=True))
        if links:
            column.addLayout(self._links(links))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint, and the heart of care."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        edge = theme.colour(f"{self._tone}_line") if theme.high_contrast else None
        fill = theme.colour(f"{self._tone}_tint")
        rounded(painter, QRectF(self.rect()), theme.radius("card"), fill=fill, edge=edge)
        if self._tone == "care":
            heart = QRectF(px(16), px(13), px(14), px(14))
            theme.icons.paint(painter, heart, "do.care", "care")

    def _links(self, links: Sequence[tuple[str, str]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(20))
        for key, words in links:
            button = link_button(self._theme, words, small=True)
            button.setObjectName(key)
            button.clicked.connect(self._on_link)
            row.addWidget(button)
        row.addStretch()
        return row

    @Slot()
    def _on_link(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.objectName())
