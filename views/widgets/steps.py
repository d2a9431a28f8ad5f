"""Two tiny bars of three steps: how large an action is, and whether it moves anything."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from views.theme import Theme
from views.widgets.paint import rounded, text_width, words

_STEPS = 3


def steps_width(theme: Theme, word: str) -> float:
    """Room for three bars and the word after them."""
    return theme.px(35) + text_width(theme.font("small"), word)


def paint_steps(painter: QPainter, theme: Theme, box: QRectF, step: int, word: str) -> None:
    """Draw three bars with step 0, 1 or 2 lit, and its word, from the left of `box`."""
    px = theme.px
    for number in range(_STEPS):
        bar = QRectF(box.x() + number * px(9), box.center().y() - px(2), px(8), px(4))
        role = "accent" if number == step else "line2"
        rounded(painter, bar, px(2), fill=theme.colour(role))
    place = box.adjusted(px(34), 0, px(4), 0)
    words(painter, place, word, theme.font("small"), theme.colour("ink2"))
