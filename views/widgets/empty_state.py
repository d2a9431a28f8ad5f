"""Nothing here yet: one sentence, one way on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.text import Text


class EmptyState(QWidget):
    """A title, a sentence, and perhaps a link: `asked` comes from it."""

    asked = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str = "",
        *,
        icon: str = "",
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{title}. {sentence}".strip())
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(theme, title, weight=500, wrap=True))
        if sentence:
            said.addWidget(Text(theme, sentence, colour="ink2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(34) if icon else 0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(16))
        row.addLayout(said, 1)
        if link:
            button = link_button(theme, link)
            button.clicked.connect(self._on_link)
            row.addWidget(button)
            row.setAlignment(button, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._icon:
            px = self._theme.px
            box = QRectF(px(1), px(8), px(16), px(16))
            self._theme.icons.paint(QPainter(self), box, self._icon, "ink2")

    @Slot()
    def _on_link(self) -> None:
        self.asked.emit()
