"""What lies over the canvas: the kinds of links, the zoom, and what to do while linking."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.values import LinkKind
from views.factors.canvas import NetworkCanvas
from views.factors.paint_network import kind_word, paint_stroke
from views.theme import Theme
from views.widgets.buttons import IconButton
from views.widgets.paint import rounded, text_width, words

_STROKE = 30


class Legend(QWidget):
    """One stroke for each kind of link, with its word; kinds that find no room are left out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = ", ".join(kind_word(kind) for kind in LinkKind)
        self.setAccessibleName(f"Kinds of links: {said}")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the kinds from the left."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, middle = theme.font("caption"), self.height() / 2
        left = 0.0
        painter.fillRect(self._ground(), theme.colour("window"))
        for kind in self._shown():
            said = kind_word(kind)
            wide = text_width(font, said)
            start, end = QPointF(left, middle), QPointF(left + px(_STROKE), middle)
            paint_stroke(painter, theme, kind, start, end)
            box = QRectF(left + px(_STROKE + 6), 0, wide + 2, self.height())
            words(painter, box, said, font, theme.colour("ink2"))
            left = box.right() + px(16)

    def _shown(self) -> list[LinkKind]:
        """Return the kinds that find room, in their order."""
        kinds = list(LinkKind)
        while kinds and self._wide(kinds) > self.width():
            kinds.pop()
        return kinds

    def _wide(self, kinds: list[LinkKind]) -> float:
        font, px = self._theme.font("caption"), self._theme.px
        words_wide = sum(text_width(font, kind_word(kind)) + 2 for kind in kinds)
        return words_wide + len(kinds) * px(_STROKE + 6 + 16) - px(16)

    def _ground(self) -> QRectF:
        """Return what the kinds cover, so that nothing shines through them."""
        wide = self._wide(self._shown())
        return QRectF(-self._theme.px(8), 0, max(0.0, wide) + self._theme.px(16), self.height())


class ZoomCard(QWidget):
    """Further away, nearer, all of it."""

    def __init__(self, theme: Theme, canvas: NetworkCanvas) -> None:
        super().__init__(canvas)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(2), theme.px(2), theme.px(2), theme.px(2))
        row.setSpacing(theme.px(4))
        for icon, name, keys, act in (
            ("ph.minus", "Further away", "-", canvas.zoom_out),
            ("do.add", "Nearer", "+", canvas.zoom_in),
            ("do.fit", "Show all of it", "0", canvas.fit),
        ):
            button = IconButton(theme, icon, name, keys=keys)
            button.clicked.connect(act)
            row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        rounded(
            QPainter(self),
            QRectF(self.rect()),
            theme.radius("control"),
            fill=theme.colour("surface"),
            edge=theme.colour("line2"),
        )


class LinkHint(QWidget):
    """Says which keys work while a link is drawn."""

    WORDS = "Arrows choose the other end   Enter links   E any event   Esc leaves it"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        wide = text_width(self._theme.font("small"), self.WORDS)
        return QSize(round(wide) + self._theme.px(28), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tinted line."""
        theme = self._theme
        box = QRectF(self.rect())
        painter = QPainter(self)
        rounded(painter, box, theme.radius("control"), fill=theme.colour("tint"))
        inner = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
        words(painter, inner, self.WORDS, theme.font("small"), theme.colour("accent_ink"))
