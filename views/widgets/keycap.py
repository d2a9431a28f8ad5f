"""Key caps: which keys do a thing, shown beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import Theme
from views.widgets.paint import CENTRE, rounded, text_width, words


def key_parts(keys: str) -> list[str]:
    """Split `Ctrl+Shift+F` or `Ctrl K` into its caps."""
    if keys in {"+", "Ctrl++"}:
        return keys.replace("++", " +").split() if len(keys) > 1 else ["+"]
    return [part for part in keys.replace("+", " ").split() if part]


def caps_width(theme: Theme, keys: str, *, joined: bool = False) -> float:
    """Width of all caps of a key combination with the gaps between them."""
    parts = _caps(keys, joined=joined)
    return sum(_width(theme, part) for part in parts) + theme.px(4) * max(0, len(parts) - 1)


def paint_caps(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    keys: str,
    *,
    colour: str = "ink2",
    joined: bool = False,
) -> None:
    """Draw the caps of `keys` at the right end of `box`; `joined` puts all on one cap."""
    height = theme.px(18)
    left = box.right() - caps_width(theme, keys, joined=joined)
    plain = colour == "ink2"
    ink = "ink3" if plain else colour
    for part in _caps(keys, joined=joined):
        cap = QRectF(left, box.center().y() - height / 2, _width(theme, part), height)
        rounded(
            painter,
            cap,
            theme.radius("key"),
            fill=theme.colour("surface") if plain else None,
            edge=theme.colour("line2") if plain else _thin(theme.colour(colour)),
        )
        words(painter, cap, part, theme.font("caption", 600), theme.colour(ink), CENTRE)
        left = cap.right() + theme.px(4)


def _caps(keys: str, *, joined: bool) -> list[str]:
    parts = key_parts(keys)
    return [" ".join(parts)] if joined and parts else parts


def _thin(colour: QColor) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(0.4)
    return faded


def _width(theme: Theme, part: str) -> float:
    return max(theme.px(18), text_width(theme.font("caption", 600), part) + theme.px(10))


class KeyCap(QWidget):
    """One cap for a key combination such as `Ctrl+K`; says nothing to a screen reader."""

    def __init__(
        self, theme: Theme, keys: str, parent: QWidget | None = None, *, colour: str = "ink2"
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    @property
    def keys(self) -> str:
        """The key combination shown."""
        return self._keys

    def sizeHint(self) -> QSize:
        """Room for the cap."""
        return QSize(
            round(caps_width(self._theme, self._keys, joined=True)) + 1, self._theme.px(20)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        box = QRectF(self.rect())
        paint_caps(QPainter(self), self._theme, box, self._keys, colour=self._colour, joined=True)
