"""The "whole incident" strip as a picture for a page."""

from __future__ import annotations

from itertools import pairwise

from exporters import palette
from exporters.figures import svg
from exporters.figures.axis import Tick
from exporters.figures.bands import Band
from exporters.figures.metrics import arial_width
from exporters.figures.strip import StripPicture
from models.values import Extent

_TICK_SIZE = 7.0
_TICK_ROOM = 18.0
_BAND_SIZE = 7.5


def strip_svg(shown: StripPicture) -> str:
    """Return the strip with its ticks; sizes in points."""
    height = shown.bar_height
    middle = height / 2
    parts = [
        '<clipPath id="bar">' + _bar(shown) + "</clipPath>",
        svg.element("rect", width=shown.width, height=height, rx=3, fill=palette.SUNKEN),
        '<g clip-path="url(#bar)">' + "".join(_band(band) for band in shown.bands) + "</g>",
    ]
    for stroke in shown.strokes:
        if stroke.is_decision:
            parts.append(svg.diamond(stroke.x, middle, 4.2, fill=palette.ACCENT))
        else:
            parts.append(_stroke(stroke.x, middle))
    parts += [_band_text(band, shown, middle) for band in shown.bands]
    parts += [_tick(tick, shown) for tick in shown.ticks]
    return svg.picture(shown.width, height + _TICK_ROOM, parts)


def _tick(tick: Tick, shown: StripPicture) -> str:
    """Return the label of a tick, moved inwards where it would leave the page."""
    half = arial_width(_TICK_SIZE)(tick.text) / 2
    return svg.text(
        tick.text,
        min(max(tick.x, half), shown.width - half),
        shown.bar_height + 12,
        font_size=_TICK_SIZE,
        fill=palette.INK3,
        text_anchor="middle",
    )


def _bar(shown: StripPicture) -> str:
    return svg.element("rect", width=shown.width, height=shown.bar_height, rx=3)


def _stroke(x: float, middle: float) -> str:
    return svg.element(
        "line",
        x1=x,
        x2=x,
        y1=middle - 5.5,
        y2=middle + 5.5,
        stroke=palette.INK2,
        stroke_width=1.2,
    )


def _band(band: Band) -> str:
    full = band.extent is Extent.FULL
    return svg.element(
        "rect",
        x=band.x0,
        width=band.x1 - band.x0,
        height=band.height,
        fill=palette.IMPACT_FULL if full else palette.IMPACT,
    )


def _band_text(band: Band, shown: StripPicture, middle: float) -> str:
    """Return the words of a band in its widest stretch without strokes, if they fit there."""
    width = arial_width(_BAND_SIZE, bold=True)(band.text) + 10
    inside = [stroke.x for stroke in shown.strokes if band.x0 < stroke.x < band.x1]
    edges = [band.x0, *inside, band.x1]
    gaps = [(after - before, before) for before, after in pairwise(edges)]
    room, start = max(gaps)
    covered = any(
        other.extent is Extent.FULL and other.x0 < start + room and start < other.x1
        for other in shown.bands
        if other is not band and band.extent is not Extent.FULL
    )
    if width > room or covered:
        return ""
    return svg.text(
        band.text,
        start + room / 2,
        middle + 2.7,
        font_size=_BAND_SIZE,
        font_weight="bold",
        fill=palette.INK,
        text_anchor="middle",
    )
