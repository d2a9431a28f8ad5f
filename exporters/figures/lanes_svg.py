"""The lanes picture for a page, drawn from the same geometry as on the screen."""

from __future__ import annotations

from exporters import palette
from exporters.figures import svg
from exporters.figures.axis import Tick
from exporters.figures.bands import Band
from exporters.figures.lanes import EventMark, Lane, LanesPicture, MarkLabel, Silence
from exporters.figures.metrics import arial_width
from exporters.figures.sign import kind_icon
from models.values import Extent

TEXT_SIZE = 12.0
_SMALL = 11.0


def lanes_svg(shown: LanesPicture) -> str:
    """Return the picture in its own units."""
    bottom = shown.lanes[-1].top + shown.lanes[-1].height if shown.lanes else shown.bands_top
    parts = [_tick(tick, shown, bottom) for tick in shown.ticks]
    parts += [_lane(lane, shown) for lane in shown.lanes]
    parts += [_silence(silence) for silence in shown.silences]
    parts += [_mark(mark) for mark in shown.marks]
    parts += [_label(label) for label in shown.labels if label.shown]
    parts += [_band(band, shown.bands_top) for band in shown.bands]
    if shown.bands:
        parts.append(_name("Impact", shown.bands_top + shown.bands[0].height / 2, shown))
    return svg.picture(shown.width, shown.height, parts)


def _tick(tick: Tick, shown: LanesPicture, bottom: float) -> str:
    top = shown.lanes[0].top if shown.lanes else 0.0
    line = svg.element("line", x1=tick.x, x2=tick.x, y1=top - 4, y2=bottom, stroke=palette.LINE)
    half = arial_width(_SMALL)(tick.text) / 2
    x = min(max(tick.x, half), shown.width - half)
    label = svg.text(
        tick.text,
        x,
        top - 12,
        font_size=_SMALL,
        font_weight="bold" if tick.strong else "normal",
        fill=palette.INK2 if tick.strong else palette.INK3,
        text_anchor="middle",
    )
    return line + label


def _lane(lane: Lane, shown: LanesPicture) -> str:
    line = svg.element("line", x1=0, x2=shown.width, y1=lane.top, y2=lane.top, stroke=palette.LINE2)
    return line + _name(lane.name, lane.top + lane.height / (2 * lane.rows), shown)


def _name(name: str, middle: float, shown: LanesPicture) -> str:
    room = shown.axis.left - 16
    fitting = svg.shortened(name, room, arial_width(TEXT_SIZE, bold=True)(name))
    return svg.text(
        fitting,
        0,
        middle + 4,
        font_size=TEXT_SIZE,
        font_weight="bold",
        fill=palette.INK2,
    )


def _silence(silence: Silence) -> str:
    return svg.element(
        "line",
        x1=silence.x0,
        x2=silence.x1,
        y1=silence.y,
        y2=silence.y,
        stroke=palette.INK3,
        stroke_dasharray="1 4",
    )


def _mark(mark: EventMark) -> str:
    x, y, radius = mark.x, mark.y, mark.radius
    about = ""
    if mark.is_about:
        about = svg.element(
            "rect", x=x - radius - 5, y=y - 2, width=2 * radius + 10, height=4, fill=palette.LINE2
        )
    if mark.is_cluster:
        return about + _pill(mark)
    if mark.is_decision:
        shape = svg.diamond(x, y, radius, fill=palette.ACCENT)
        return about + shape + (_count(mark, palette.PAPER) if mark.accounts > 1 else "")
    shape = svg.element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=palette.PAPER,
        stroke=palette.INK2,
        stroke_width=1.2,
        stroke_dasharray="3 2" if mark.dashed else "none",
    )
    return (
        about
        + shape
        + (
            _count(mark, palette.INK2)
            if mark.accounts > 1
            else kind_icon(mark.kind, mark.x, mark.y, mark.radius)
        )
    )


def _pill(mark: EventMark) -> str:
    radius = mark.radius
    pill = svg.element(
        "rect",
        x=mark.x - radius * 1.3,
        y=mark.y - radius * 0.85,
        width=radius * 2.6,
        height=radius * 1.7,
        rx=radius * 0.85,
        fill=palette.ACCENT if mark.is_decision else palette.PAPER,
        stroke=palette.ACCENT if mark.is_decision else palette.INK2,
        stroke_width=1.2,
    )
    colour = palette.PAPER if mark.is_decision else palette.INK2
    return pill + _number(mark, len(mark.event_ids), colour)


def _count(mark: EventMark, colour: str) -> str:
    return _number(mark, mark.accounts, colour)


def _number(mark: EventMark, number: int, colour: str) -> str:
    return svg.text(
        str(number),
        mark.x,
        mark.y + 4,
        font_size=_SMALL,
        font_weight="bold",
        fill=colour,
        text_anchor="middle",
    )


def _label(label: MarkLabel) -> str:
    return svg.text(
        label.text,
        label.x,
        label.y + 4,
        font_size=TEXT_SIZE,
        fill=palette.INK,
        stroke=palette.PAPER,
        stroke_width=3,
        paint_order="stroke",
    )


def _band(band: Band, top: float) -> str:
    full = band.extent is Extent.FULL
    box = svg.element(
        "rect",
        x=band.x0,
        y=top + band.y,
        width=band.x1 - band.x0,
        height=band.height,
        rx=3,
        fill=palette.IMPACT_FULL if full else palette.IMPACT,
    )
    width = arial_width(_SMALL)(band.text)
    said = svg.shortened(band.text, band.x1 - band.x0 - 12, width)
    middle = top + band.y + band.height / 2
    return box + svg.text(said, band.x0 + 6, middle + 3.7, font_size=_SMALL, fill=palette.INK)
