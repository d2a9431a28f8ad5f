"""Strokes, fills and words that painted widgets and delegates share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from views.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded rectangle whose edge lies inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = 0.0
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width))
        inset = width / 2
    radius = max(0.0, min(radius, box.height() / 2) - inset)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def words(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Draw one line of text, elided to `box`; gives the width it took."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(
        " ".join(text.splitlines()), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def text_width(font: QFont, text: str) -> float:
    """Width of one line of text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def hairline(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    """Draw the decorative line between sections."""
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(start, end)


def dot_pen(colour: QColor, width: float = 1.0) -> QPen:
    """Give the pen of a silent stretch: short dots, wide gaps."""
    pen = QPen(colour, width)
    pen.setDashPattern([1, 4])
    return pen


def is_on(option: QStyleOptionViewItem, state: QStyle.StateFlag) -> bool:
    """Tell whether a painted row is in a state."""
    return bool(option.state & state)


def row_fill(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    option: QStyleOptionViewItem,
    *,
    chosen: str = "tint",
) -> None:
    """Fill a row by its state: chosen, under the pointer, holding the keyboard focus."""
    selected = is_on(option, QStyle.StateFlag.State_Selected)
    if selected:
        rounded(painter, box, theme.radius("control"), fill=theme.colour(chosen))
    elif is_on(option, QStyle.StateFlag.State_MouseOver):
        rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
    if selected and theme.high_contrast:
        rounded(painter, box, theme.radius("control"), edge=theme.colour("border"), width=2)
    if shows_focus(option):
        rounded(painter, box, theme.radius("control"), edge=theme.colour("accent"), width=2)


def shows_focus(option: QStyleOptionViewItem) -> bool:
    """Tell whether the focus ring belongs on this row: only after the keyboard was used."""
    keyboard = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    return (option.state & keyboard) == keyboard
