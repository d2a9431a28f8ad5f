"""The events in lanes, one for each role, team or system, in the time they happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from exporters.figures.lanes import EventMark, LanesPicture, Scene, describe, lanes
from models.times.show import show_span, spoken_time
from views.selection import Selection
from views.theme import Theme
from views.timeline.keys import Keys, run_key
from views.timeline.lanes_paint import LanesPainter, lanes_style
from views.timeline.time_window import STEP, ZOOM, TimeWindow
from views.widgets.paint import text_width

LOW_WINDOW = 801
"""Below this height of the window rows are 26 high and marks 9 in radius."""
_NOTCH = 120


class LanesView(QAbstractScrollArea):
    """Left and Right choose the event before and after; the wheel pans, with Ctrl it zooms.

    `keys` are further keys that act while the picture has the focus. `menu_asked` comes with
    the place on the screen.
    """

    menu_asked = Signal(object)  # QPoint

    def __init__(
        self, theme: Theme, window: TimeWindow, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._time = window
        self._selection = selection
        self._scene: Scene | None = None
        self._picture: LanesPicture | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._hovered: str | None = None
        self._dragged_from: QPointF | None = None
        self._most_rows = 4
        self.keys: Keys = {}
        self.setAccessibleName("Lanes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        window.changed.connect(self._on_window_changed)
        selection.event_changed.connect(self._on_selected)
        theme.changed.connect(self._on_theme_changed)

    def show_scene(self, scene: Scene) -> None:
        """Show another state of the incident."""
        self._scene = scene
        self._drawn_for = ()
        self.lay_out()

    def set_most_rows(self, rows: int) -> None:
        """Let a lane take up to so many sub-rows."""
        self._most_rows = rows
        self.lay_out()

    @Slot()
    def lay_out(self) -> None:
        """Fit the picture to the present size, window and scene; once it is on the screen."""
        self._describe()
        if not self.isVisible():
            return
        picture = self.picture()
        missing = round(picture.height) - self.viewport().height() if picture else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, missing))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.px(30))
        self.viewport().update()

    def picture(self) -> LanesPicture | None:
        """Return what is painted, computed where anything differs; None while there is nothing."""
        if self._scene is None or not self._scene.events:
            return None
        width = max(1.0, float(self.viewport().width()))
        dense = self.window().height() < LOW_WINDOW * self._theme.text_factor
        wanted = (width, dense, self._time.shown, self._most_rows)
        if wanted != self._drawn_for:
            font = self._theme.font("small", 500)
            self._drawn_for = wanted
            self._picture = lanes(
                self._scene,
                width,
                lambda text: text_width(font, text) + 2,
                self._time.shown,
                lanes_style(self._theme, dense=dense, rows=self._most_rows),
            )
        return self._picture

    def sizeHint(self) -> QSize:
        """As high as the picture, once it shows."""
        picture = self.picture() if self.isVisible() else None
        high = round(picture.height) + 4 if picture else self._theme.px(120)
        return QSize(self._theme.px(480), high)

    def minimumSizeHint(self) -> QSize:
        """Room for the axis and a few lanes."""
        return QSize(self._theme.px(240), self._theme.px(96))

    def mark_at(self, place: QPointF) -> EventMark | None:
        """Return the mark whose circle or words lie at a place of the viewport."""
        picture = self.picture()
        if picture is None:
            return None
        x, y = place.x(), place.y() + self.verticalScrollBar().value()
        near = [
            mark
            for mark in picture.marks
            if abs(mark.x - x) <= mark.radius + 4 and abs(mark.y - y) <= mark.radius + 3
        ]
        if near:
            return min(near, key=lambda mark: abs(mark.x - x))
        label = next(
            (
                label
                for label in picture.labels
                if label.shown and abs(label.y - y) < 10 and label.x <= x <= label.x + label.width
            ),
            None,
        )
        found = (mark for mark in picture.marks if label and label.event_id in mark.event_ids)
        return next(found, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, pan or zoom."""
        key, shifted = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        zooms = {Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_Minus: 1 / ZOOM}
        if key in steps and shifted:
            self._time.pan(steps[Qt.Key(key)] * STEP)
        elif key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose_next(steps[Qt.Key(key)])
        elif key in zooms:
            self._time.zoom(zooms[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            self._time.fit()
        elif not run_key(event, self.keys):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll where lanes lie below, pan else."""
        notches = event.angleDelta().y() / _NOTCH
        across = event.angleDelta().x() / _NOTCH
        bar, picture = self.verticalScrollBar(), self.picture()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and picture is not None:
            self._time.zoom(ZOOM**notches, picture.axis.instant(event.position().x()))
        elif bar.maximum() and not across and not event.modifiers():
            bar.setValue(bar.value() - round(notches * bar.singleStep()))
        else:
            self._time.pan(-(across or notches) * STEP)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a mark, open a cluster, or take hold of the picture."""
        mark = self.mark_at(event.position())
        if mark is None:
            self._dragged_from = event.position()
        elif mark.is_cluster and event.button() == Qt.MouseButton.LeftButton:
            self._open(mark)
        else:
            self._selection.choose_event(mark.event_ids[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while dragged; else show what is pointed at."""
        picture = self.picture()
        if self._dragged_from is not None and event.buttons() and picture is not None:
            by = self._dragged_from.x() - event.position().x()
            self._dragged_from = event.position()
            self._time.pan(by / (picture.axis.right - picture.axis.left))
            return
        mark = self.mark_at(event.position())
        hovered = mark.event_ids[0] if mark else None
        if hovered != self._hovered:
            self._hovered = hovered
            QToolTip.showText(event.globalPosition().toPoint(), self._words(mark), self)
            self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._dragged_from = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected event."""
        self.menu_asked.emit(event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what came while the lanes were hidden."""
        super().showEvent(event)
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the new size."""
        super().resizeEvent(event)
        self.lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lanes between the axis and the impact, which both stay in view."""
        picture = self.picture()
        if picture is None or not picture.lanes:
            return
        painter = QPainter(self.viewport())
        painted = LanesPainter(
            self._theme, picture, selected=self._selection.event_id, hovered=self._hovered
        )
        offset = self.verticalScrollBar().value()
        painter.translate(0, -offset)
        painted.paint_lanes(painter)
        painter.translate(0, offset)
        painted.paint_axis(painter, picture.lanes[0].top)
        painted.paint_bands(painter, self.viewport().height())

    def _choose_next(self, step: int) -> None:
        events = [event for event in self._scene.events if event.at] if self._scene else []
        ids = [event.id for event in events]
        if not ids:
            return
        now = self._selection.event_id
        place = ids.index(now) + step if now in ids else (0 if step > 0 else len(ids) - 1)
        self._selection.choose_event(ids[max(0, min(len(ids) - 1, place))])

    def _open(self, mark: EventMark) -> None:
        events = self._scene.events if self._scene else ()
        moments = [each.at for each in events if each.id in mark.event_ids and each.at is not None]
        self._selection.choose_event(mark.event_ids[0])
        start, end = min(moments), max(moments)
        if start < end:
            air = (end - start) * 0.3
            self._time.show((start - air, end + air))

    def _words(self, mark: EventMark | None) -> str:
        if mark is None or self._scene is None:
            return ""
        if mark.is_cluster:
            return f"{len(mark.event_ids)} events. Click to spread them out."
        event = next(each for each in self._scene.events if each.id == mark.event_ids[0])
        time = show_span(event.at, event.at_end, str(self._scene.zone), event.precision)
        return f"{time}  {event.title}"

    def _describe(self) -> None:
        events: Sequence[object] = self._scene.events if self._scene else ()
        if self._scene is None or not events:
            self.setAccessibleDescription("No events yet.")
            return
        zone = str(self._scene.zone)
        timed = [event.at for event in self._scene.events if event.at is not None]
        ends = [spoken_time(at, zone) for at in (timed[:1] + timed[-1:])] or ["", ""]
        said = describe(self._scene.events, ends[0], ends[-1])
        chosen = (e for e in self._scene.events if e.id == self._selection.event_id)
        selected = next((f" Selected: {event.title}" for event in chosen), "")
        self.setAccessibleDescription(said + selected)

    def _scroll_to(self, event_id: str) -> None:
        picture, bar = self.picture(), self.verticalScrollBar()
        marks = picture.marks if picture is not None else ()
        mark = next((mark for mark in marks if event_id in mark.event_ids), None)
        if mark is None or picture is None:
            return
        row = self._theme.px(30)
        bands = picture.height - picture.bands_top
        above = mark.y - row - picture.lanes[0].top
        below = mark.y + row + bands - self.viewport().height()
        bar.setValue(round(min(max(bar.value(), below), above)))

    @Slot()
    def _on_window_changed(self) -> None:
        self.lay_out()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._drawn_for = ()
        self.lay_out()

    @Slot(object)
    def _on_selected(self, event_id: object) -> None:
        events = self._scene.events if self._scene else ()
        event = next((event for event in events if event.id == event_id), None)
        if event is not None and event.at is not None:
            self._time.bring(event.at)
            self._scroll_to(event.id)
        self._describe()
        self.viewport().update()
