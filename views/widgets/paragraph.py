"""Several lines of text, measured and drawn at the line height of the design."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from views.theme import Theme


def laid_out(
    theme: Theme,
    text: str,
    role: str,
    width: float,
    *,
    weight: int = 0,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QTextLayout:
    """Break `text` into lines of `width`; line breaks in it are kept."""
    layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(role, weight))
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = theme.line(role)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top + (step - line.height()) / 2))
        top += step
    layout.endLayout()
    return layout


def paragraph_height(
    theme: Theme, text: str, role: str, width: float, *, weight: int = 0, most: int = 0
) -> int:
    """Height of `text` at a width, of at most `most` lines if that is given."""
    lines = max(1, laid_out(theme, text, role, width, weight=weight).lineCount())
    return theme.line(role) * (min(lines, most) if most else lines)


def draw_paragraph(
    painter: QPainter, theme: Theme, box: QRectF, text: str, role: str, ink: QColor
) -> float:
    """Draw as many lines as `box` holds, the last one elided; gives the height they took."""
    layout = laid_out(theme, text, role, box.width())
    step = theme.line(role)
    most = max(1, int((box.height() + 1) // step))
    painter.setPen(ink)
    shown = min(most, layout.lineCount())
    for number in range(shown):
        line = layout.lineAt(number)
        if number == shown - 1 and layout.lineCount() > most:
            rest = text.replace("\n", " ")[line.textStart() :]
            font = layout.font()
            side = Qt.TextElideMode.ElideRight
            painter.setFont(font)
            place = QRectF(box.x(), box.y() + number * step, box.width(), step)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(place, middle, QFontMetricsF(font).elidedText(rest, side, box.width()))
        else:
            line.draw(painter, box.topLeft())
    return float(shown * step)
