"""The network on its scene: paints all of it, and tells what lies under a point."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from exporters.figures.network_routes import Point, label_spot, route
from views.factors.network_view import LinkView, NetworkView
from views.factors.paint_network import (
    PLAIN,
    Tone,
    label_size,
    mark_rect,
    paint_label,
    paint_link,
    paint_mark,
    paint_node,
    path_of,
    rect_of,
)
from views.theme import Theme

EDGE = 7
"""How near to the edge of a node a drag draws a link in place of moving it."""
AIR = 60


class Part(StrEnum):
    """What lies under a point."""

    NODE = "node"
    EDGE = "edge"
    MARK = "mark"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of the network and its id."""

    part: Part
    row_id: str


@dataclass(slots=True)
class Drawing:
    """A link that is being drawn: from a node to a point, or to what it aims at."""

    from_id: str
    to_id: str = ""
    to_point: QPointF | None = None


class NetworkItem(QGraphicsItem):
    """Everything on the canvas as one item; few things, painted anew after each change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.view = NetworkView()
        self.node_id = ""
        self.link_id = ""
        self.drawing: Drawing | None = None
        self._labels: dict[str, Point] = {}

    def show_view(self, view: NetworkView) -> None:
        """Draw another state of the network."""
        self.prepareGeometryChange()
        self.view = view
        boxes = [node.box.grown(2, 2) for node in view.nodes]
        self._labels = {
            link.link_id: label_spot(link.way, label_size(self._theme, link.kind), boxes)
            for link in view.links
        }
        self.update()

    def content(self) -> QRectF:
        """Return the room that nodes and marks take."""
        found = QRectF()
        for node in self.view.nodes:
            found = found.united(rect_of(self._theme, node.box))
        for mark in self.view.marks:
            found = found.united(mark_rect(self._theme, mark))
        return found

    def boundingRect(self) -> QRectF:
        """Return the room with air around it."""
        air = self._theme.px(AIR)
        return self.content().adjusted(-air, -air, air, air)

    def hit(self, at: QPointF) -> Hit | None:
        """Tell what lies under a point of the scene."""
        for node in reversed(self.view.nodes):
            box = rect_of(self._theme, node.box)
            air = self._theme.px(EDGE)
            if box.adjusted(-air, -air, air, air).contains(at):
                inside = box.adjusted(air, air, -air, -air).contains(at)
                return Hit(Part.NODE if inside else Part.EDGE, node.factor_id)
        for mark in self.view.marks:
            if mark_rect(self._theme, mark).contains(at):
                return Hit(Part.MARK, mark.event_id)
        for link in self.view.links:
            if self._is_on(link, at):
                return Hit(Part.LINK, link.link_id)
        return None

    def words_of(self, hit: Hit | None) -> str:
        """Return all that the hit part has to say."""
        said = {node.factor_id: node.statement for node in self.view.nodes}
        said |= {mark.event_id: f"{mark.time} {mark.title}" for mark in self.view.marks}
        said |= {link.link_id: link.text for link in self.view.links}
        return "" if hit is None else said.get(hit.row_id, "")

    def spot_of(self, link_id: str) -> QPointF:
        """Return where the word of a link stands."""
        x, y = self._labels.get(link_id, (0.0, 0.0))
        return QPointF(x, y) * self._theme.text_factor

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw links below nodes, the chosen ones last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in sorted(self.view.links, key=self._is_lit):
            paint_link(painter, self._theme, link, Tone(chosen=self._is_lit(link)))
        for link in self.view.links:
            tone = Tone(chosen=self._is_lit(link))
            paint_label(painter, self._theme, link.kind, self._labels[link.link_id], tone)
        self._paint_drawing(painter)
        aim = self.drawing.to_id if self.drawing else ""
        for mark in self.view.marks:
            paint_mark(painter, self._theme, mark, Tone(aimed_at=mark.event_id == aim))
        for node in self.view.nodes:
            chosen = node.factor_id == self.node_id
            tone = Tone(chosen=chosen, aimed_at=node.factor_id == aim) if chosen or aim else PLAIN
            paint_node(painter, self._theme, node, tone)

    def _paint_drawing(self, painter: QPainter) -> None:
        if self.drawing is None:
            return
        boxes = self.view.boxes()
        painter.setPen(QPen(self._theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start = boxes[self.drawing.from_id]
        if self.drawing.to_id:
            way = route(start, boxes[self.drawing.to_id])
            painter.drawPath(path_of(self._theme, way))
        elif self.drawing.to_point is not None:
            painter.drawLine(rect_of(self._theme, start).center(), self.drawing.to_point)

    def _is_lit(self, link: LinkView) -> bool:
        if self.link_id:
            return link.link_id == self.link_id
        return bool(self.node_id) and self.node_id in link.ends

    def _is_on(self, link: LinkView, at: QPointF) -> bool:
        stroker = QPainterPathStroker()
        stroker.setWidth(self._theme.px(12))
        if stroker.createStroke(path_of(self._theme, link.way)).contains(at):
            return True
        wide, high = label_size(self._theme, link.kind)
        off = at - self.spot_of(link.link_id)
        k = self._theme.text_factor
        return abs(off.x()) < wide * k / 2 and abs(off.y()) < high * k / 2
