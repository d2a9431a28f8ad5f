"""The whole incident in a narrow bar, with the window of the lanes to drag, resize or move."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from exporters.figures.lanes import Scene
from exporters.figures.strip import StripPicture, Stroke, strip
from models.times.show import spoken_time
from models.values import Extent
from views.theme import Theme
from views.timeline.time_window import STEP, ZOOM, TimeWindow
from views.widgets.paint import CENTRE, rounded, text_width, words

LABEL_COLUMN = 132
_BAR = 24
_GRIP = 6
IMPACT_COLOURS = {Extent.PARTIAL: "impact", Extent.FULL: "impact2"}


class OverviewStrip(QWidget):
    """Arrow keys move the window, + and - change its length, 0 shows all."""

    def __init__(self, theme: Theme, window: TimeWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._time = window
        self._scene: Scene | None = None
        self._picture: StripPicture | None = None
        self._selected: datetime | None = None
        self._grip = ""
        self._last_x = 0.0
        self.setAccessibleName("Whole incident")
        self.setToolTip("Drag the window or its ends. Arrow keys move it, + and \u2212 change it.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        window.changed.connect(self._on_window_changed)
        theme.changed.connect(self._on_theme_changed)

    def show_scene(self, scene: Scene) -> None:
        """Show another state of the incident."""
        self._scene = scene
        self._picture = None
        self._describe()
        self.update()

    def show_selected(self, at: datetime | None) -> None:
        """Draw a line at the selected moment."""
        self._selected = at
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bar with the edge of the window around it."""
        return QSize(self._theme.px(480), self._theme.px(_BAR + 6))

    def window_box(self) -> QRectF:
        """Return where the window of the lanes lies."""
        picture, bar = self._laid_out(), self._bar()
        left, right = (bar.x() + picture.axis.x(at) for at in self._time.shown)
        return QRectF(left, bar.y() - 2, max(right - left, 8), bar.height() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the window or change its length."""
        steps = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        zooms = {Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_Minus: 1 / ZOOM}
        if event.key() in steps:
            self._time.pan(steps[Qt.Key(event.key())])
        elif event.key() in zooms:
            self._time.zoom(zooms[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self._time.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the window or one of its ends; a press beside it brings it there."""
        if self._scene is None or not self._scene.events:
            return
        x = event.position().x()
        self._grip, self._last_x = self._grip_at(x), x
        if not self._grip:
            middle = self._laid_out().axis.instant(x - self._bar().x())
            half = (self._time.shown[1] - self._time.shown[0]) / 2
            self._time.show((middle - half, middle + half))
            self._grip = "move"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken."""
        x = event.position().x()
        if not event.buttons() or not self._grip:
            self._show_cursor(self._grip_at(x))
            return
        axis = self._laid_out().axis
        by = axis.instant(x) - axis.instant(self._last_x)
        start, end = self._time.shown
        if self._grip == "move":
            self._time.show((start + by, end + by))
        elif self._grip == "start":
            self._time.show((min(start + by, end), end))
        elif self._grip == "end":
            self._time.show((start, max(end + by, start)))
        self._last_x = x

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grip = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the bar out anew."""
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar, its events and the window."""
        theme, painter = self._theme, QPainter(self)
        label = QRectF(0, 0, theme.px(LABEL_COLUMN - 8), self.height())
        words(painter, label, "Whole incident", theme.font("small", 500), theme.colour("ink2"))
        if self._scene is None or not self._scene.events:
            rounded(painter, self._bar(), theme.radius("bar"), fill=theme.colour("sunken"))
            return
        self._paint_ground(painter)
        for stroke in self._laid_out().strokes:
            self._paint_stroke(painter, stroke)
        self._paint_window(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, bar, picture = self._theme, self._bar(), self._laid_out()
        rounded(painter, bar, theme.radius("bar"), fill=theme.colour("sunken"))
        for band in picture.bands:
            box = QRectF(bar.x() + band.x0, bar.y(), band.x1 - band.x0, bar.height())
            painter.fillRect(box, theme.colour(IMPACT_COLOURS[band.extent]))
        for tick in picture.ticks:
            wide = text_width(theme.font("caption"), tick.text) + 2
            box = QRectF(bar.x() + tick.x - wide / 2, bar.y(), wide, bar.height())
            if not any(abs(stroke.x - tick.x) < wide / 2 + 3 for stroke in picture.strokes):
                words(painter, box, tick.text, theme.font("caption"), theme.colour("ink2"), CENTRE)

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        theme, bar = self._theme, self._bar()
        x, y = bar.x() + stroke.x, bar.center().y()
        if not stroke.is_decision:
            tall = theme.px(8)
            painter.fillRect(QRectF(x - 0.9, y - tall / 2, 1.8, tall), theme.colour("ink2"))
            return
        half = theme.px(5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        corners = ((0, -half), (half, 0), (0, half), (-half, 0))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        painter.restore()

    def _paint_window(self, painter: QPainter) -> None:
        bar, accent = self._bar(), self._theme.colour("accent")
        if self._selected is not None:
            x = bar.x() + self._laid_out().axis.x(self._selected)
            painter.setPen(QPen(accent, 1))
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        if self._time.shown != self._time.whole:
            wash = QColor(accent)
            wash.setAlphaF(0.06)
            rounded(painter, self.window_box(), 5, fill=wash, edge=accent, width=1.6)

    def _bar(self) -> QRectF:
        px = self._theme.px
        left, high = px(LABEL_COLUMN), px(_BAR)
        return QRectF(left, (self.height() - high) / 2, max(1, self.width() - left), high)

    def _laid_out(self) -> StripPicture:
        if self._picture is None:
            if self._scene is None:
                raise LookupError("no scene")
            font = self._theme.font("caption")
            bar = self._bar()
            self._picture = strip(
                self._scene, bar.width(), bar.height(), lambda text: text_width(font, text)
            )
        return self._picture

    def _grip_at(self, x: float) -> str:
        if self._scene is None or not self._scene.events:
            return ""
        box = self.window_box()
        if abs(x - box.left()) <= _GRIP:
            return "start"
        if abs(x - box.right()) <= _GRIP:
            return "end"
        return "move" if box.left() < x < box.right() else ""

    def _show_cursor(self, grip: str) -> None:
        shapes = {
            "start": Qt.CursorShape.SizeHorCursor,
            "end": Qt.CursorShape.SizeHorCursor,
            "move": Qt.CursorShape.OpenHandCursor,
        }
        self.setCursor(shapes.get(grip, Qt.CursorShape.ArrowCursor))

    def _describe(self) -> None:
        if self._scene is None:
            return
        zone = str(self._scene.zone)
        start, end = (spoken_time(at, zone) for at in self._time.shown)
        self.setAccessibleDescription(f"The lanes show {start} to {end}.")

    @Slot()
    def _on_window_changed(self) -> None:
        self._describe()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()
