"""Text on a page: plain text in a step of the type scale, with the line height of the design."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.paragraph import laid_out

_UNLIMITED = 1_000_000


class Text(QLabel):
    """A label for any words, people's and imported ones too: nothing in them is read as markup.

    `role` is a step of the type scale, `colour` a colour role; `weight` 0 takes the step's own.
    `wrap` breaks lines and grows in height; without it the words are elided on one line.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "body",
        colour: str = "ink",
        weight: int = 0,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._role = role
        self._colour = colour
        self._weight = weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._take_font()
        theme.changed.connect(self._take_font)

    def set_colour(self, colour: str) -> None:
        """Show the words in another colour role."""
        self._colour = colour
        self.update()

    def set_weight(self, weight: int) -> None:
        """Show the words heavier or lighter."""
        self._weight = weight
        self._take_font()

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        lines = max(1, self._layout(inner).lineCount())
        return lines * self._theme.line(self._role) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Width of the words on one line, at most the widest text column."""
        metrics = QFontMetricsF(self.font())
        lines = self.text().split("\n")
        width = round(max(metrics.horizontalAdvance(line) for line in lines) + 1.5)
        if self.wordWrap():
            width = min(width, self._theme.size("text_max"))
            return QSize(width, self.heightForWidth(width))
        return QSize(width, self._theme.line(self._role))

    def minimumSizeHint(self) -> QSize:
        """Words may be elided or broken down to a short width."""
        width = min(self.sizeHint().width(), self._theme.px(48))
        return QSize(width, self._theme.line(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines at their distance."""
        painter = QPainter(self)
        painter.setFont(self.font())
        role = self._colour if self.isEnabled() else "faint"
        painter.setPen(self._theme.colour(role))
        box = QRectF(self.contentsRect())
        if self.wordWrap():
            self._layout(box.width()).draw(painter, box.topLeft())
            return
        shown = QFontMetricsF(self.font()).elidedText(
            " ".join(self.text().splitlines()), Qt.TextElideMode.ElideRight, box.width()
        )
        align = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)

    def _layout(self, width: float) -> QTextLayout:
        wide = width if width > 0 else _UNLIMITED
        align = self.alignment()
        return laid_out(
            self._theme, self.text(), self._role, wide, weight=self._weight, align=align
        )

    @Slot()
    def _take_font(self) -> None:
        self.setFont(self._theme.font(self._role, self._weight))
        self.updateGeometry()
        self.update()


class Hairline(QFrame):
    """The decorative line between two sections; `upright` stands between columns."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, upright: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(1) if upright else self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("line"))
