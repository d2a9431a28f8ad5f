"""Strokes and fills of the network: a node, a mark with its words, a link with its kind."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from exporters.figures.network import wrapped
from exporters.figures.network_routes import MARK_HALF, Box, Point, Route
from models.values import LinkKind
from views.factors.network_view import LinkView, MarkView, NodeView
from views.theme import Theme
from views.widgets.event_mark import EventMark, paint_event_mark
from views.widgets.paint import LEFT, RIGHT, rounded, text_width, words

_DASHES = {LinkKind.MASKS: [4 / 1.5, 3 / 1.5], LinkKind.DELAYS: [0.1, 3.5 / 2.2]}
_WIDTHS = {LinkKind.AMPLIFIES: 2.6, LinkKind.DELAYS: 2.2, LinkKind.ACTS_AT: 1.0}
LABEL_ROOM = 12


@dataclass(frozen=True, slots=True)
class Tone:
    """How something on the canvas stands out."""

    chosen: bool = False
    aimed_at: bool = False
    """Whether a link that is being drawn would end here."""
    ground: str = "window"


PLAIN = Tone()


def rect_of(theme: Theme, box: Box) -> QRectF:
    """Scale a box of the design to the size of the text."""
    k = theme.text_factor
    return QRectF(box.x * k, box.y * k, box.width * k, box.height * k)


def point_of(theme: Theme, point: Point) -> QPointF:
    """Scale a point of the design to the size of the text."""
    return QPointF(point[0], point[1]) * theme.text_factor


def paint_node(painter: QPainter, theme: Theme, node: NodeView, tone: Tone) -> None:
    """Draw a factor: code, evidence count and two lines of its statement."""
    box, px = rect_of(theme, node.box), theme.px
    if tone.chosen or tone.aimed_at:
        ring = box.adjusted(-3, -3, 3, 3)
        radius = theme.radius("resilience" if node.held else "card") + 3
        role = "accent" if tone.chosen else "border"
        rounded(painter, ring, radius, edge=theme.colour(role), width=2)
    rounded(
        painter,
        box,
        theme.radius("resilience" if node.held else "card"),
        fill=theme.colour("growth_tint" if node.held else "surface"),
        edge=theme.colour("growth_line" if node.held else "line2"),
    )
    inner = box.adjusted(px(16 if node.held else 12), px(6), -px(16 if node.held else 12), -px(6))
    _head(painter, theme, inner, node)
    font = theme.font("body", 500)
    said = node.statement or "Not worded yet"
    lines = wrapped(said, inner.width(), 2, lambda text: text_width(font, text))
    ink = theme.colour("ink" if node.statement else "ink3")
    for row, line in enumerate(lines):
        top = inner.top() + px(18) + row * px(17)
        words(painter, QRectF(inner.left(), top, inner.width(), px(17)), line, font, ink)


def _head(painter: QPainter, theme: Theme, inner: QRectF, node: NodeView) -> None:
    px = theme.px
    row = QRectF(inner.left(), inner.top(), inner.width(), px(18))
    ink = "growth" if node.held else "ink2"
    words(painter, row, node.code, theme.font("small", 600), theme.colour(ink), LEFT)
    font = theme.font("small", tabular=True)
    wide = words(painter, row, str(node.count), font, theme.colour("ink2"), RIGHT)
    sign = QRectF(row.right() - wide - px(19), row.center().y() - px(6), px(12), px(12))
    icon = "do.evidence" if node.count else "do.no_evidence"
    theme.icons.paint(painter, sign, icon, "ink2")


def paint_mark(painter: QPainter, theme: Theme, mark: MarkView, tone: Tone) -> None:
    """Draw an event with its time and its title at the right."""
    px, centre = theme.px, point_of(theme, mark.spot)
    told = EventMark(
        mark.kind, about=mark.about, sourced=mark.sourced, selected=tone.chosen or tone.aimed_at
    )
    paint_event_mark(painter, theme, centre, told)
    left = centre.x() + px(24)
    upper = QRectF(left, centre.y() - px(18), px(140), px(18))
    lower = upper.translated(0, px(17))
    small = theme.font("small", 600, tabular=True)
    words(painter, upper, mark.time, small, theme.colour("ink2"))
    words(painter, lower, mark.title, theme.font("body", 500), theme.colour("ink"))


def paint_link(painter: QPainter, theme: Theme, link: LinkView, tone: Tone) -> None:
    """Draw the stroke and the end of a link."""
    colour = theme.colour(link_ink(link.kind, tone))
    width = (_WIDTHS.get(link.kind, 1.5) + (0.6 if tone.chosen else 0)) * 1.0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(link.kind, colour, width))
    painter.drawPath(path_of(theme, link.way))
    paint_end(painter, theme, link.kind, link.way, colour)


def paint_stroke(
    painter: QPainter, theme: Theme, kind: LinkKind, start: QPointF, end: QPointF
) -> None:
    """Draw the stroke of a kind straight, for the legend."""
    k = theme.text_factor
    way = Route(
        (start.x() / k, start.y() / k),
        (start.x() / k, start.y() / k),
        (end.x() / k, end.y() / k),
        (end.x() / k, end.y() / k),
    )
    colour = theme.colour(link_ink(kind, PLAIN))
    painter.setPen(_pen(kind, colour, _WIDTHS.get(kind, 1.5)))
    painter.drawLine(start, end)
    paint_end(painter, theme, kind, way, colour, turn=0.0)


def link_ink(kind: LinkKind, tone: Tone) -> str:
    """Return the colour role of a link."""
    if tone.chosen:
        return "accent"
    return "growth" if kind is LinkKind.DAMPENS else "border"


def path_of(theme: Theme, way: Route) -> QPainterPath:
    """Return the curve of a link, scaled."""
    start, bend, back, end = (
        point_of(theme, point) for point in (way.start, way.bend, way.bend_back, way.end)
    )
    path = QPainterPath(start)
    path.cubicTo(bend, back, end)
    return path


def paint_end(
    painter: QPainter,
    theme: Theme,
    kind: LinkKind,
    way: Route,
    colour: QColor,
    *,
    turn: float | None = None,
) -> None:
    """Draw an arrow, a bar for dampens, a ring for acts at, nothing for interacts."""
    if kind is LinkKind.INTERACTS:
        return
    painter.save()
    painter.translate(point_of(theme, way.end))
    near = way.at(0.94)
    angle = degrees(atan2(way.end[1] - near[1], way.end[0] - near[0])) if turn is None else turn
    painter.rotate(angle)
    painter.scale(theme.text_factor, theme.text_factor)
    painter.setPen(QPen(colour, 1.8))
    if kind is LinkKind.DAMPENS:
        painter.drawLine(QPointF(0, -7), QPointF(0, 7))
    elif kind is LinkKind.ACTS_AT:
        painter.setBrush(theme.colour("window"))
        painter.drawEllipse(QPointF(-3, 0), 3, 3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(-8, -4), QPointF(-8, 4)]))
    painter.restore()


def kind_word(kind: LinkKind) -> str:
    """Return the word that stands on a link."""
    return kind.value.replace("_", " ")


def label_size(theme: Theme, kind: LinkKind) -> tuple[float, float]:
    """Return the room of a link's word, in units of the design."""
    wide = text_width(theme.font("caption"), kind_word(kind)) / theme.text_factor
    return wide + LABEL_ROOM, 16.0


def paint_label(painter: QPainter, theme: Theme, kind: LinkKind, spot: Point, tone: Tone) -> None:
    """Write the kind of a link on it, over a piece of the ground."""
    wide, high = label_size(theme, kind)
    box = rect_of(theme, Box(spot[0] - wide / 2, spot[1] - high / 2, wide, high))
    painter.fillRect(box.adjusted(2, 2, -2, -2), theme.colour(tone.ground))
    ink = "accent_ink" if tone.chosen else "growth" if kind is LinkKind.DAMPENS else "ink2"
    middle = Qt.AlignmentFlag.AlignCenter
    said = kind_word(kind)
    words(painter, box, said, theme.font("caption"), theme.colour(ink), middle)


def mark_rect(theme: Theme, mark: MarkView) -> QRectF:
    """Return the room of a mark with its words."""
    x, y = mark.spot
    return rect_of(theme, Box(x - MARK_HALF - 4, y - 22, 2 * MARK_HALF + 150, 44))


def _pen(kind: LinkKind, colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    if kind in _DASHES:
        pen.setDashPattern(_DASHES[kind])
    round_caps = kind is LinkKind.DELAYS
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_caps else Qt.PenCapStyle.FlatCap)
    return pen
