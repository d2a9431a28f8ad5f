"""The factor network as a picture for a page."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees

from exporters import palette
from exporters.figures import svg
from exporters.figures.metrics import arial_width
from exporters.figures.network import (
    NODE_HEIGHT,
    NODE_WIDTH,
    Mark,
    NetworkLink,
    NetworkPicture,
    Node,
)
from exporters.figures.network_routes import Box, label_spot
from exporters.figures.sign import event_sign
from models.values import LinkKind

TEXT_SIZE = 11.0
_DASHES = {LinkKind.MASKS: "4 3", LinkKind.DELAYS: "0.1 3.5"}
_RADIUS = 9.0
_TITLE_ROOM = 132.0
_WIDTHS = {LinkKind.AMPLIFIES: 2.6, LinkKind.DELAYS: 2.2, LinkKind.ACTS_AT: 1.0}


def network_svg(shown: NetworkPicture) -> str:
    """Return the picture in its own units, with a little air around it."""
    lines = [_line(link) for link in shown.links]
    nodes = [_node(node) for node in shown.nodes]
    boxes = [Box(node.x, node.y, NODE_WIDTH, NODE_HEIGHT) for node in shown.nodes]
    kinds = [_kind(link, boxes) for link in shown.links]
    inner = "".join([*lines, *kinds, *nodes, *(_mark(mark) for mark in shown.marks)])
    moved = f'<g transform="translate(4 4)">{inner}</g>'
    return svg.picture(shown.width + 8, shown.height + 8, [moved])


def _node(node: Node) -> str:
    box = svg.element(
        "rect",
        x=node.x,
        y=node.y,
        width=NODE_WIDTH,
        height=NODE_HEIGHT,
        rx=20 if node.held else 8,
        fill=palette.GROWTH_TINT if node.held else palette.PAPER,
        stroke=palette.GROWTH_LINE if node.held else palette.BORDER,
    )
    first = node.y + NODE_HEIGHT / 2 + 4 - (len(node.lines) - 1) * 7.5
    code = svg.text(
        node.code,
        node.x + 12,
        first,
        font_size=TEXT_SIZE,
        font_weight="bold",
        fill=palette.GROWTH if node.held else palette.ACCENT_INK,
    )
    lines = [
        svg.text(line, node.x + 40, first + 15 * row, font_size=TEXT_SIZE, fill=palette.INK)
        for row, line in enumerate(node.lines)
    ]
    return box + code + "".join(lines)


def _line(link: NetworkLink) -> str:
    colour = palette.GROWTH_LINE if link.kind is LinkKind.DAMPENS else palette.BORDER
    points = (link.way.start, link.way.bend, link.way.bend_back, link.way.end)
    start, *others = (f"{x:.2f} {y:.2f}" for x, y in points)
    line = svg.element(
        "path",
        d=f"M{start}C{' '.join(others)}",
        fill="none",
        stroke=colour,
        stroke_width=_WIDTHS.get(link.kind, 1.5),
        stroke_dasharray=_DASHES.get(link.kind, "none"),
        stroke_linecap="round",
    )
    return line + _end(link, colour)


def _kind(link: NetworkLink, boxes: Sequence[Box]) -> str:
    said = link.kind.value.replace("_", " ")
    half = arial_width(TEXT_SIZE - 1)(said) / 2
    x, y = label_spot(link.way, (2 * half + 4, 14), boxes)
    paper = svg.element(
        "rect", x=x - half - 2, y=y - 8, width=2 * half + 4, height=14, rx=3, fill=palette.PAPER
    )
    words = svg.text(
        said, x, y + 3, font_size=TEXT_SIZE - 1, fill=palette.INK2, text_anchor="middle"
    )
    return paper + words


def _end(link: NetworkLink, colour: str) -> str:
    """Return an arrow, a bar for dampens, a ring for acts at, nothing for interacts."""
    if link.kind is LinkKind.INTERACTS:
        return ""
    (x0, y0), (x1, y1) = link.way.at(0.94), link.way.end
    if link.kind is LinkKind.ACTS_AT:
        return svg.element(
            "circle", cx=x1, cy=y1, r=3, fill=palette.PAPER, stroke=colour, stroke_width=1.5
        )
    shape = "M0 -6V6" if link.kind is LinkKind.DAMPENS else "M-8 -4.5L0 0L-8 4.5"
    path = svg.element("path", d=shape, fill="none", stroke=colour, stroke_width=1.8)
    turn = degrees(atan2(y1 - y0, x1 - x0))
    return f'<g transform="translate({x1:.2f} {y1:.2f}) rotate({turn:.1f})">{path}</g>'


def _mark(mark: Mark) -> str:
    """Return the mark of an event with its time and its title at the right."""
    left = mark.x + 18
    width = arial_width(TEXT_SIZE)(mark.event.title)
    title = svg.shortened(mark.event.title, _TITLE_ROOM, width)
    time = svg.text(mark.event.time, left, mark.y - 4, font_size=TEXT_SIZE - 1, fill=palette.INK2)
    return (
        event_sign(mark.event.kind, mark.x, mark.y, _RADIUS)
        + time
        + svg.text(title, left, mark.y + 11, font_size=TEXT_SIZE, fill=palette.INK)
    )
