"""The mark of an event: a filled diamond for a decision, an outlined circle for all else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from models.values import EventKind
from views.theme import Theme
from views.widgets.paint import CENTRE, rounded, text_width, words

LIST_RADIUS = 10
LANE_RADIUS = 11
DENSE_RADIUS = 9
ROOM_RADIUS = 15


@dataclass(frozen=True, slots=True)
class EventMark:
    """What a mark tells of its event."""

    kind: EventKind
    about: bool = False
    """The time is about right: a bar goes through the mark."""
    sourced: bool = True
    """Without a source the outline is dashed."""
    accounts: int = 0
    """From two on the number stands in the mark."""
    selected: bool = False
    hovered: bool = False


def paint_event_mark(
    painter: QPainter,
    theme: Theme,
    centre: QPointF,
    mark: EventMark,
    *,
    radius: float = LANE_RADIUS,
    ground: str = "window",
) -> None:
    """Draw a mark; `radius` is at 100 %, `ground` the colour role it lies on."""
    size = radius * theme.text_factor
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.about:
        _bar(painter, theme, centre, size)
    if mark.kind is EventKind.DECISION:
        _diamond(painter, theme, centre, mark, size)
    else:
        _circle(painter, theme, centre, mark, size, ground)
    painter.restore()


def paint_cluster(painter: QPainter, theme: Theme, centre: QPointF, count: int) -> QRectF:
    """Draw several marks that fall together as a pill with their number; gives its box."""
    font = theme.font("small", 600)
    wide = max(theme.px(34), text_width(font, str(count)) + theme.px(20))
    high = theme.px(22)
    box = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
    rounded(
        painter, box, high / 2, fill=theme.colour("window"), edge=theme.colour("ink2"), width=1.2
    )
    words(painter, box, str(count), font, theme.colour("ink"), CENTRE)
    return box


def _bar(painter: QPainter, theme: Theme, centre: QPointF, size: float) -> None:
    wide, high = size + theme.px(7), theme.px(4)
    box = QRectF(centre.x() - wide, centre.y() - high / 2, 2 * wide, high)
    rounded(painter, box, high / 2, fill=theme.colour("line2"))


def _diamond(
    painter: QPainter, theme: Theme, centre: QPointF, mark: EventMark, size: float
) -> None:
    accent = theme.colour("accent")
    if mark.selected:
        painter.setPen(_joined(accent.name(), 1.4))
        painter.setBrush(theme.colour("tint2"))
        painter.drawPolygon(_rhomb(centre, size + 5))
    if not mark.sourced:
        pen = _joined(accent.name(), 1.2)
        pen.setDashPattern([2.2, 1.8])
        painter.setPen(pen)
        painter.setBrush(theme.colour("tint"))
        painter.drawPolygon(_rhomb(centre, size))
        size -= 4
    fill = theme.colour("accent_hover") if mark.hovered else accent
    painter.setPen(_joined(fill.name(), 2.4))
    painter.setBrush(fill)
    painter.drawPolygon(_rhomb(centre, size - 1))
    if mark.accounts > 1:
        _number(painter, theme, centre, mark.accounts, "on_accent")


def _circle(
    painter: QPainter, theme: Theme, centre: QPointF, mark: EventMark, size: float, ground: str
) -> None:
    accent, ink = theme.colour("accent"), theme.colour("ink2")
    lit = mark.hovered
    if mark.selected:
        painter.setPen(QPen(accent, 1.4))
        painter.setBrush(theme.colour("tint2"))
        painter.drawEllipse(centre, size + 4, size + 4)
    pen = QPen(accent if lit else ink, 1.2)
    if not mark.sourced:
        pen.setDashPattern([2.6, 2.0])
    painter.setPen(pen)
    painter.setBrush(theme.colour("tint" if mark.hovered else ground))
    painter.drawEllipse(centre, size - 0.6, size - 0.6)
    if mark.accounts > 1:
        _number(painter, theme, centre, mark.accounts, "ink")
        return
    half = size * 0.62
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    colour = "accent_ink" if lit else "ink2"
    theme.icons.paint(painter, box, f"kind.{mark.kind}", colour, bold=True)


def _number(painter: QPainter, theme: Theme, centre: QPointF, count: int, role: str) -> None:
    half = theme.px(10)
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    words(painter, box, str(count), theme.font("caption", 600), theme.colour(role), CENTRE)


def _rhomb(centre: QPointF, half: float) -> QPolygonF:
    x, y = centre.x(), centre.y()
    return QPolygonF(
        [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    )


def _joined(colour: str, width: float) -> QPen:
    pen = QPen(colour)
    pen.setWidthF(width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
