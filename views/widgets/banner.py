"""A message over the page: what could not be done, what is untouched, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.paint import rounded
from views.widgets.text import Text
from views.widgets.toast import announce


class Banner(QWidget):
    """A tinted message with a title, a sentence, a second one, buttons and a note at the right.

    `tone` is `stop` (could not be done) or `notice` (something to look at).
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str = "",
        *,
        more: str = "",
        tone: str = "stop",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = Text(theme, title, weight=600, colour=tone)
        self._sentence = Text(theme, sentence, wrap=True)
        self._more = Text(theme, more, colour="ink2", wrap=True)
        self._note = Text(theme, role="small", colour="ink2")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.px(8))
        self._buttons.addStretch()
        self._buttons.addWidget(self._note)
        self._foot = QWidget()
        self._foot.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, theme.px(8), 0, theme.px(4))
        self._foot.hide()
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(46), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(2))
        column.addLayout(first)
        column.addWidget(self._more)
        column.addWidget(self._foot)
        self._more.setVisible(bool(more))
        theme.changed.connect(self.update)

    def show_message(self, title: str, sentence: str, more: str = "") -> None:
        """Say something else, and let a screen reader say it."""
        for part, text in ((self._title, title), (self._sentence, sentence), (self._more, more)):
            part.setText(text)
        self._more.setVisible(bool(more))
        announce(self, f"{title}. {sentence}")

    def set_note(self, note: str) -> None:
        """Say something small at the right, such as when it tries again."""
        self._note.setText(note)
        self._foot.show()

    def add_button(self, button: QWidget) -> None:
        """Put a way on after those already there."""
        self._buttons.insertWidget(self._buttons.count() - 2, button)
        self._foot.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint and the sign."""
        painter, px = QPainter(self), self._theme.px
        fill = self._theme.colour(f"{self._tone}_tint")
        edge = self._theme.colour(f"{self._tone}_line") if self._theme.high_contrast else None
        rounded(painter, QRectF(self.rect()), self._theme.radius("card"), fill=fill, edge=edge)
        sign = QRectF(px(16), px(14), px(16), px(16))
        self._theme.icons.paint(painter, sign, "do.warning", self._tone)
