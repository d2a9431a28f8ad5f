"""The ring that says how far a stage is: open, part, done, or done with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from views.theme import Theme


class RingState(StrEnum):
    """What a ring says; each has its words for those who hear it."""

    EMPTY = "not begun"
    PART = "part done"
    DONE = "done"
    REASON = "done with a reason"


@dataclass(frozen=True, slots=True)
class Ring:
    """A state, and for a part its share of checks met, 0 to 1."""

    state: RingState = RingState.EMPTY
    share: float = 0.0


def ring_of(met: int, with_reason: int, total: int) -> Ring:
    """Give the ring of a stage from its checks: met as such, met by a reason, and all of them."""
    done = met + with_reason
    if total == 0 or done == 0:
        return Ring()
    if done < total:
        return Ring(RingState.PART, done / total)
    return Ring(RingState.REASON if with_reason else RingState.DONE, 1.0)


def paint_ring(painter: QPainter, theme: Theme, box: QRectF, ring: Ring) -> None:
    """Draw a ring into a square box, 16 wide at 100 %."""
    unit = box.width() / 16
    outer = box.adjusted(1.4 * unit, 1.4 * unit, -1.4 * unit, -1.4 * unit)
    accent = theme.colour("accent")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour("border") if ring.state is RingState.EMPTY else accent
    painter.setPen(QPen(colour, 1.5 * unit))
    painter.setBrush(accent if ring.state is RingState.DONE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(outer)
    if ring.state is RingState.PART:
        inner = outer.adjusted(2.4 * unit, 2.4 * unit, -2.4 * unit, -2.4 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPie(inner, 90 * 16, -round(360 * 16 * max(0.08, min(1.0, ring.share))))
    painter.restore()
    if ring.state is RingState.DONE:
        paint_tick(painter, box, theme.colour("on_accent").name(), 1.7)
    elif ring.state is RingState.REASON:
        paint_tick(painter, box, accent.name(), 1.6)


def paint_tick(painter: QPainter, box: QRectF, colour: str, width: float) -> None:
    """Draw the small tick inside a ring of 16."""
    _stroke(painter, box, colour, width, [(5.0, 8.2), (7.2, 10.4), (11.2, 5.9)])


def paint_bare_tick(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Draw the tick of a met check, without a ring."""
    colour = theme.colour("accent").name()
    _stroke(painter, box, colour, 1.8, [(3.4, 8.4), (6.6, 11.6), (13.0, 4.8)])


def _stroke(
    painter: QPainter, box: QRectF, colour: str, width: float, points: list[tuple[float, float]]
) -> None:
    unit = box.width() / 16
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour)
    pen.setWidthF(width * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corner = box.topLeft()
    painter.drawPolyline(QPolygonF([corner + QPointF(x, y) * unit for x, y in points]))
    painter.restore()
