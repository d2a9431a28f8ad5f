"""Paints the lanes picture that exporters compute: the same that documents print."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from exporters.figures.bands import Band
from exporters.figures.lanes import EventMark, LanesPicture, LanesStyle, MarkLabel
from views.theme import Theme
from views.timeline.strip_view import IMPACT_COLOURS, LABEL_COLUMN
from views.widgets import event_mark
from views.widgets.event_mark import paint_cluster, paint_event_mark
from views.widgets.paint import CENTRE, dot_pen, hairline, rounded, text_width, words

DENSE_RADIUS, DENSE_ROW = 9, 26


def lanes_style(theme: Theme, *, dense: bool, rows: int) -> LanesStyle:
    """Return the measures of the picture at the present text size."""
    px = theme.px
    return LanesStyle(
        label_column=px(LABEL_COLUMN),
        right_margin=px(8),
        axis_height=px(34),
        row_height=px(DENSE_ROW if dense else 30),
        radius=px(DENSE_RADIUS if dense else 11),
        label_gap=px(10),
        max_rows=rows,
        band_height=px(16),
        band_gap=px(6),
    )


class LanesPainter:
    """Draws one picture; `selected` and `hovered` are ids of events."""

    def __init__(
        self, theme: Theme, picture: LanesPicture, *, selected: str | None, hovered: str | None
    ) -> None:
        self._theme = theme
        self._picture = picture
        self._selected = selected
        self._hovered = hovered
        self._labels = {label.event_id: label for label in picture.labels}

    def paint_lanes(self, painter: QPainter) -> None:
        """Draw everything below the axis."""
        self._grid(painter)
        self._selected_line(painter)
        pen = dot_pen(self._theme.colour("border"))
        for silence in self._picture.silences:
            painter.setPen(pen)
            painter.drawLine(QPointF(silence.x0, silence.y), QPointF(silence.x1, silence.y))
        lit = [mark for mark in self._picture.marks if self._is_lit(mark)]
        rest = [mark for mark in self._picture.marks if not self._is_lit(mark)]
        for group in (rest, lit):
            for mark in group:
                self._label_of(painter, mark)
            for mark in group:
                self._mark(painter, mark)

    def paint_axis(self, painter: QPainter, height: float) -> None:
        """Draw the times above the lanes."""
        theme, picture = self._theme, self._picture
        painter.fillRect(QRectF(0, 0, picture.width, height), theme.colour("window"))
        for tick in picture.ticks:
            font = theme.font("small", 600 if tick.strong else 0)
            wide = text_width(font, tick.text) + 2
            left = min(max(tick.x - wide / 2, 0), picture.width - wide)
            box = QRectF(left, 0, wide, height - 6)
            ink = "ink" if tick.strong else "ink2"
            words(painter, box, tick.text, font, theme.colour(ink), CENTRE)

    def paint_bands(self, painter: QPainter, bottom: float) -> None:
        """Draw the impact below the lanes, or over their end where they go on below `bottom`."""
        theme, picture = self._theme, self._picture
        if not picture.bands:
            return
        top = min(picture.bands_top, bottom - (picture.height - picture.bands_top))
        ground = QRectF(0, top - 5, picture.width, bottom - top + 5)
        painter.fillRect(ground, theme.colour("window"))
        hairline(painter, theme, ground.topLeft(), ground.topRight())
        label = QRectF(0, top, theme.px(LABEL_COLUMN - 14), picture.bands[0].height)
        words(painter, label, "Impact", theme.font("small", 600), theme.colour("ink2"))
        painter.save()
        painter.translate(0, top - picture.bands_top)
        for band in picture.bands:
            self._band(painter, band)
        painter.restore()

    def _grid(self, painter: QPainter) -> None:
        theme, picture = self._theme, self._picture
        if not picture.lanes:
            return
        top = picture.lanes[0].top
        bottom = picture.lanes[-1].top + picture.lanes[-1].height
        painter.setPen(QPen(theme.colour("line"), 1))
        for tick in picture.ticks:
            painter.drawLine(QPointF(tick.x, top), QPointF(tick.x, bottom))
        font, ink = theme.font("small", 600), theme.colour("ink2")
        row = picture.lanes[0].height / picture.lanes[0].rows
        for lane in picture.lanes:
            start, end = QPointF(0, lane.top), QPointF(picture.width, lane.top)
            hairline(painter, theme, start, end)
            box = QRectF(0, lane.top, theme.px(LABEL_COLUMN - 14), row)
            words(painter, box, lane.name, font, ink)
        hairline(painter, theme, QPointF(0, bottom), QPointF(picture.width, bottom))

    def _selected_line(self, painter: QPainter) -> None:
        mark = next((each for each in self._picture.marks if self._is_selected(each)), None)
        if mark is None:
            return
        lanes = self._picture.lanes
        bottom = lanes[-1].top + lanes[-1].height
        colour = QColor(self._theme.colour("accent"))
        colour.setAlphaF(0.6)
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QPointF(mark.x, lanes[0].top), QPointF(mark.x, bottom))

    def _mark(self, painter: QPainter, mark: EventMark) -> None:
        centre = QPointF(mark.x, mark.y)
        if mark.is_cluster:
            paint_cluster(painter, self._theme, centre, len(mark.event_ids))
            return
        shown = event_mark.EventMark(
            kind=mark.kind,
            about=mark.is_about,
            sourced=not mark.dashed,
            accounts=mark.accounts,
            selected=self._is_selected(mark),
            hovered=self._is_hovered(mark),
        )
        radius = mark.radius / self._theme.text_factor
        paint_event_mark(painter, self._theme, centre, shown, radius=radius)

    def _label_of(self, painter: QPainter, mark: EventMark) -> None:
        label = self._labels.get(mark.event_ids[0])
        lit = self._is_lit(mark)
        if label is None or not (label.shown or lit):
            return
        theme, font = self._theme, self._font(mark)
        box = self._label_box(label, font, mark)
        if lit and not label.shown:
            rounded(painter, box.adjusted(-3, -1, 3, 1), 4, fill=theme.colour("window"))
        colour = theme.colour("ink" if lit or mark.is_decision else "ink2")
        words(painter, box, label.text, font, colour)

    def _label_box(self, label: MarkLabel, font: QFont, mark: EventMark) -> QRectF:
        wide = text_width(font, label.text) + 1
        high = self._theme.line("small")
        left = label.x + label.width - wide if label.on_left else label.x
        left = max(left, self._theme.px(LABEL_COLUMN)) if label.on_left else left
        right = mark.x - mark.radius if label.on_left else self._picture.width
        return QRectF(left, label.y - high / 2, min(wide, right - left), high)

    def _font(self, mark: EventMark) -> QFont:
        if self._is_selected(mark):
            return self._theme.font("small", 600)
        return self._theme.font("small", 500 if mark.is_decision else 0)

    def _band(self, painter: QPainter, band: Band) -> None:
        theme = self._theme
        top = self._picture.bands_top + band.y
        box = QRectF(band.x0, top, band.x1 - band.x0, band.height)
        fill = theme.colour(IMPACT_COLOURS[band.extent])
        rounded(painter, box, theme.radius("bar"), fill=fill)
        room = box.adjusted(theme.px(8), 0, -theme.px(4), 0)
        if room.width() > theme.px(24):
            words(painter, room, band.text, theme.font("caption", 600), theme.colour("ink2"))

    def _is_selected(self, mark: EventMark) -> bool:
        return self._selected in mark.event_ids

    def _is_hovered(self, mark: EventMark) -> bool:
        return self._hovered is not None and self._hovered in mark.event_ids

    def _is_lit(self, mark: EventMark) -> bool:
        return self._is_selected(mark) or self._is_hovered(mark)
