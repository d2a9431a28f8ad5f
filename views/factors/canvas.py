"""The canvas of the network: walk, move and link factors with the mouse or with keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from views.factors.network_item import Drawing, Hit, NetworkItem, Part
from views.factors.network_view import NetworkView
from views.factors.paint_network import rect_of
from views.factors.walking import DOWN, LEFT, RIGHT, UP, nearest, next_in
from views.theme import Theme
from views.widgets.toast import announce

GRID = 12
"""Nodes come to rest on a grid, in units of the design."""
_DOTS = 24
_ZOOMS = (0.4, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
_ARROWS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}
_FAR = 4
_READABLE = 0.76


@dataclass(frozen=True, slots=True)
class LinkWish:
    """A link that a person has drawn, and where on the screen it ended."""

    from_id: str
    to_id: str
    at: QPoint


class NetworkCanvas(QGraphicsView):
    """Shows a NetworkView; tells what a person wants and changes nothing itself."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, float, float)
    """A node and its new left and upper edge, in units of the design."""
    dragged = Signal(str, float, float)
    """The same while it is on its way: nothing is stored yet."""
    nudged = Signal(str, float, float)
    """The same by a key."""
    link_drawn = Signal(object)  # LinkWish
    link_chosen = Signal(str)
    link_opened = Signal(str, QPoint)
    event_asked = Signal(str)
    """In link mode: any event as the other end, for the factor with this id."""
    event_chosen = Signal(str)
    evidence_asked = Signal()
    event_opened = Signal(str)
    menu_asked = Signal(QPoint)
    deleted = Signal()
    new_asked = Signal()
    linking_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scene = QGraphicsScene(self)
        self._item = NetworkItem(theme)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self._zoom = 1.0
        self._fits = True
        self._pressed: Hit | None = None
        self._pressed_at = QPointF()
        self._taken_at = QPointF()
        self._is_dragging = False
        self._set_up()
        theme.changed.connect(self._on_theme_changed)

    @property
    def view(self) -> NetworkView:
        """What is drawn now."""
        return self._item.view

    @property
    def node_id(self) -> str:
        """Id of the chosen factor, or nothing."""
        return self._item.node_id

    @property
    def link_id(self) -> str:
        """Id of the chosen link, or nothing."""
        return self._item.link_id

    @property
    def is_linking(self) -> bool:
        """Whether arrow keys choose the other end of a link."""
        return self._item.drawing is not None and not self._is_dragging

    def show_view(self, view: NetworkView) -> None:
        """Draw another state, keeping what is chosen and where the canvas is."""
        if self._item.link_id and view.link(self._item.link_id) is None:
            self._item.link_id = ""
        if self._item.drawing and self._item.drawing.from_id not in view.boxes():
            self.stop_linking()
        self._item.show_view(view)
        self._say()
        self._set_room()

    def choose(self, factor_id: str) -> None:
        """Show a factor as chosen; tells nobody."""
        if factor_id != self._item.node_id:
            self._item.node_id = factor_id
            self._item.link_id = ""
        self._item.update()
        self._say()

    def reveal(self, factor_id: str) -> None:
        """Scroll until a node can be seen."""
        node = self.view.node(factor_id)
        if node is not None:
            self.ensureVisible(rect_of(self._theme, node.box), 24, 24)

    def choose_link(self, link_id: str) -> None:
        """Choose a link in place of a node."""
        self._item.link_id = link_id
        self._item.update()
        self.link_chosen.emit(link_id)

    def start_linking(self) -> None:
        """Let the arrow keys choose where a link from the chosen factor leads."""
        if self.node_id and len(self.view.boxes()) > 1:
            boxes = self.view.boxes()
            self._item.drawing = Drawing(self.node_id, nearest(boxes, self.node_id))
            self._item.update()
            self.linking_changed.emit(True)  # noqa: FBT003

    def stop_linking(self) -> None:
        """Draw no link after all."""
        self._item.drawing = None
        self._item.update()
        self.linking_changed.emit(False)  # noqa: FBT003

    @Slot()
    def zoom_in(self) -> None:
        """Come one step nearer."""
        self._set_zoom(next((zoom for zoom in _ZOOMS if zoom > self._zoom + 0.01), _ZOOMS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """Go one step further away."""
        smaller = [zoom for zoom in _ZOOMS if zoom < self._zoom - 0.01]
        self._set_zoom(smaller[-1] if smaller else _ZOOMS[0])

    @Slot()
    def fit(self) -> None:
        """Show the whole network, never larger than it is set."""
        self._fits = True
        room = self._item.content()
        across = (self.viewport().width() - self._theme.px(64)) / max(room.width(), 1)
        down = (self.viewport().height() - self._theme.px(96)) / max(room.height(), 1)
        self._apply_zoom(max(_ZOOMS[0], min(1.0, across, down)))
        self._set_room()

    def show_well(self) -> None:
        """Show the whole where its words stay readable, else as much of it as that allows."""
        self.fit()
        if self._zoom < _READABLE:
            self._apply_zoom(_READABLE)
            self._set_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, link and delete with keys."""
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is not None:
            self._on_arrow(direction, event.modifiers())
            return
        acts = self._acts_on_keys()
        act = acts.get(Qt.Key(event.key()))
        if act is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            act()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the pointer, and be ready to move or to link it."""
        at = self.mapToScene(event.position().toPoint())
        hit = self._item.hit(at)
        if event.button() is not Qt.MouseButton.LeftButton or hit is None:
            self._pressed = None
            if event.button() is Qt.MouseButton.LeftButton:
                self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
            super().mousePressEvent(event)
            return
        if self.is_linking and hit.part is not Part.LINK:
            self._finish_link(hit.row_id, event.globalPosition().toPoint())
            return
        self._pressed, self._pressed_at = hit, at
        if hit.part in (Part.NODE, Part.EDGE):
            self._taken_at = at - rect_of(self._theme, self.view.boxes()[hit.row_id]).topLeft()
            self.chosen.emit(hit.row_id)
        elif hit.part is Part.LINK:
            self.choose_link(hit.row_id)
        else:
            self.event_chosen.emit(hit.row_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the node, or draw the link, that was taken hold of."""
        at = self.mapToScene(event.position().toPoint())
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_pointer(at)
            super().mouseMoveEvent(event)
            return
        if (at - self._pressed_at).manhattanLength() > _FAR or self._is_dragging:
            self._drag(self._pressed, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the node rest where it is, or link what lies under the pointer."""
        self.setDragMode(QGraphicsView.DragMode.NoDrag)
        pressed, self._pressed = self._pressed, None
        if pressed is None or not self._is_dragging:
            super().mouseReleaseEvent(event)
            return
        drawing, self._item.drawing = self._item.drawing, None
        self._is_dragging = False
        if pressed.part is Part.NODE:
            node = self.view.node(pressed.row_id)
            if node is not None:
                self.moved.emit(pressed.row_id, node.box.x, node.box.y)
        elif drawing is not None and drawing.to_id:
            wish = LinkWish(drawing.from_id, drawing.to_id, event.globalPosition().toPoint())
            self.link_drawn.emit(wish)
        self._item.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what lies under the pointer."""
        hit = self._item.hit(self.mapToScene(event.position().toPoint()))
        if hit is not None and hit.part in (Part.NODE, Part.EDGE):
            self.opened.emit(hit.row_id)
        elif hit is not None and hit.part is Part.LINK:
            self.link_opened.emit(hit.row_id, event.globalPosition().toPoint())
        elif hit is not None:
            self.event_opened.emit(hit.row_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what lies under the pointer, or with what is chosen."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self._item.hit(self.mapToScene(event.pos()))
            if hit is not None and hit.part in (Part.NODE, Part.EDGE):
                self.chosen.emit(hit.row_id)
            elif hit is not None and hit.part is Part.LINK:
                self.choose_link(hit.row_id)
                self.link_opened.emit(hit.row_id, event.globalPos())
                return
            self.menu_asked.emit(event.globalPos())
            return
        self.menu_asked.emit(self.screen_spot())

    def screen_spot(self) -> QPoint:
        """Return where on the screen a menu about the chosen node or link stands."""
        spot = self._item.spot_of(self.link_id)
        node = self.view.node(self.node_id)
        if not self.link_id and node is not None:
            spot = rect_of(self._theme, node.box).center()
        return self.viewport().mapToGlobal(self.mapFromScene(spot))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Control is held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole in sight until somebody zooms."""
        super().resizeEvent(event)
        if self._fits:
            self.show_well()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the ground with its dots."""
        painter.fillRect(rect, self._theme.colour("window"))
        step = self._theme.px(_DOTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        left, top = rect.left() - rect.left() % step, rect.top() - rect.top() % step
        for column in range(int(rect.width() / step) + 2):
            for row in range(int(rect.height() / step) + 2):
                painter.drawEllipse(QPointF(left + column * step, top + row * step), 1.0, 1.0)

    def _acts_on_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_L: self.start_linking,
            Qt.Key.Key_N: self.new_asked.emit,
            Qt.Key.Key_E: self._on_e,
            Qt.Key.Key_Return: self._on_enter,
            Qt.Key.Key_Enter: self._on_enter,
            Qt.Key.Key_Delete: self.deleted.emit,
            Qt.Key.Key_Backspace: self.deleted.emit,
            Qt.Key.Key_Escape: self._on_escape,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
        }

    def _on_arrow(self, direction: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        drawing = self._item.drawing
        if drawing is not None:
            drawing.to_id = next_in(self.view.boxes(), drawing.to_id or drawing.from_id, direction)
            self._item.update()
            self._speak(drawing.to_id)
            return
        node = self.view.node(self.node_id)
        if keys & Qt.KeyboardModifier.AltModifier and node is not None:
            x, y = node.box.x + direction[0] * GRID, node.box.y + direction[1] * GRID
            self.nudged.emit(self.node_id, x, y)
            return
        nodes = {each.factor_id: each.box for each in self.view.nodes}
        there = next_in(nodes, self.node_id, direction)
        if there:
            self.chosen.emit(there)
            self.reveal(there)
            self._speak(there)

    def _speak(self, row_id: str) -> None:
        node = self.view.node(row_id)
        marks = [f"{mark.time} {mark.title}" for mark in self.view.marks if mark.event_id == row_id]
        announce(self, node.spoken if node is not None else "".join(marks))

    def _on_enter(self) -> None:
        drawing = self._item.drawing
        if drawing is not None:
            self._finish_link(drawing.to_id, self._spot_of(drawing.to_id))
        elif self.link_id:
            self.link_opened.emit(self.link_id, self.screen_spot())
        elif self.node_id:
            self.opened.emit(self.node_id)

    def _on_escape(self) -> None:
        if self._item.drawing is not None:
            self.stop_linking()
        elif self.link_id:
            self._item.link_id = ""
            self._item.update()

    def _on_e(self) -> None:
        drawing = self._item.drawing
        if drawing is not None:
            self.stop_linking()
            self.event_asked.emit(drawing.from_id)
        elif self.node_id:
            self.evidence_asked.emit()

    def _finish_link(self, to_id: str, at: QPoint) -> None:
        drawing = self._item.drawing
        self.stop_linking()
        if drawing is not None and to_id and to_id != drawing.from_id:
            self.link_drawn.emit(LinkWish(drawing.from_id, to_id, at))

    def _spot_of(self, row_id: str) -> QPoint:
        box = self.view.boxes().get(row_id)
        spot = QPointF() if box is None else rect_of(self._theme, box).center()
        return self.viewport().mapToGlobal(self.mapFromScene(spot))

    def _drag(self, pressed: Hit, at: QPointF) -> None:
        self._is_dragging = True
        if pressed.part is Part.NODE:
            self._drag_node(pressed.row_id, at)
        elif pressed.part is Part.EDGE:
            hit = self._item.hit(at)
            aim = hit.row_id if hit and hit.part is not Part.LINK else ""
            aim = "" if aim == pressed.row_id else aim
            self._item.drawing = Drawing(pressed.row_id, aim, at)
            self._item.update()

    def _drag_node(self, factor_id: str, at: QPointF) -> None:
        corner = (at - self._taken_at) / self._theme.text_factor
        x, y = (round(value / GRID) * GRID for value in (corner.x(), corner.y()))
        self.dragged.emit(factor_id, float(x), float(y))

    def _show_pointer(self, at: QPointF) -> None:
        hit = self._item.hit(at)
        shape = Qt.CursorShape.ArrowCursor
        if hit is not None and hit.part is Part.EDGE:
            shape = Qt.CursorShape.CrossCursor
        elif hit is not None and hit.part is not Part.MARK:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.viewport().setToolTip(self._item.words_of(hit))

    def _set_zoom(self, zoom: float) -> None:
        self._fits = False
        self._apply_zoom(zoom)
        self._set_room()

    def _apply_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self.resetTransform()
        self.scale(zoom, zoom)

    def _set_room(self) -> None:
        """Let the room be the network with air around it, from its upper left corner."""
        px = self._theme.px
        room = self._item.content().adjusted(-px(32), -px(32), px(32), px(72))
        wide = self.viewport().width() / self._zoom
        high = self.viewport().height() / self._zoom
        room.setWidth(max(room.width(), wide - 2))
        room.setHeight(max(room.height(), high - 2))
        self._scene.setSceneRect(room)

    def _say(self) -> None:
        node = self.view.node(self.node_id)
        chosen = f" Chosen: {node.spoken}." if node is not None else ""
        self.setAccessibleDescription(f"{self.view.said}{chosen}")

    def _set_up(self) -> None:
        self.setAccessibleName("Network of factors")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._item.show_view(self.view)
        self.show_well() if self._fits else self._set_room()
        self.viewport().update()
