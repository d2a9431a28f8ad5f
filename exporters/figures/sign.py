"""The plain mark of an event in a picture: a filled diamond for a decision, else a circle."""

from __future__ import annotations

from exporters import palette
from exporters.figures import svg
from exporters.figures.icons import ICON_PATHS
from models.values import EventKind


def event_sign(kind: EventKind, x: float, y: float, radius: float) -> str:
    """Return the mark of a kind around x, y."""
    if kind is EventKind.DECISION:
        return svg.diamond(x, y, radius, fill=palette.ACCENT)
    circle = svg.element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        fill=palette.PAPER,
        stroke=palette.INK2,
        stroke_width=1.2,
    )
    return circle + kind_icon(kind, x, y, radius)


def kind_icon(kind: EventKind, x: float, y: float, radius: float) -> str:
    """Return the drawing of a kind, to stand in a circle of this radius."""
    scale = radius * 1.1 / 16
    path = svg.element(
        "path",
        d=ICON_PATHS[kind],
        fill="none",
        stroke=palette.INK2,
        stroke_width=1.8,
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    left, top = x - 8 * scale, y - 8 * scale
    return f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.3f})">{path}</g>'
