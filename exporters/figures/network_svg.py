"""The factor network as a picture for a page."""

from __future__ import annotations

from math import atan2, degrees

from exporters import palette
from exporters.figures import svg
from exporters.figures.metrics import arial_width
from exporters.figures.network import (
    NODE_HEIGHT,
    NODE_WIDTH,
    NetworkLink,
    NetworkPicture,
    Node,
    link_words,
)
from models.values import LinkKind

TEXT_SIZE = 11.0
_DASHES = {LinkKind.MASKS: "4 3", LinkKind.DELAYS: "0.1 3.5"}
_WIDTHS = {LinkKind.AMPLIFIES: 2.6, LinkKind.DELAYS: 2.2}


def network_svg(shown: NetworkPicture) -> str:
    """Return the picture in its own units, with a little air around it."""
    lines = [_line(link) for link in shown.links]
    nodes = [_node(node) for node in shown.nodes]
    inner = "".join([*lines, *nodes, *(_kind(link) for link in shown.links)])
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
    line = svg.element(
        "line",
        x1=link.x0,
        y1=link.y0,
        x2=link.x1,
        y2=link.y1,
        stroke=colour,
        stroke_width=_WIDTHS.get(link.kind, 1.5),
        stroke_dasharray=_DASHES.get(link.kind, "none"),
        stroke_linecap="round",
    )
    return line + _end(link, colour)


def _kind(link: NetworkLink) -> str:
    said = link_words(link.kind)
    x, y = (link.x0 + link.x1) / 2, (link.y0 + link.y1) / 2
    half = arial_width(TEXT_SIZE - 1)(said) / 2
    paper = svg.element(
        "rect", x=x - half - 2, y=y - 8, width=2 * half + 4, height=14, rx=3, fill=palette.PAPER
    )
    words = svg.text(
        said, x, y + 3, font_size=TEXT_SIZE - 1, fill=palette.INK2, text_anchor="middle"
    )
    return paper + words


def _end(link: NetworkLink, colour: str) -> str:
    """Return the end of a link: an arrow, a bar for dampens, nothing for interacts."""
    if link.kind is LinkKind.INTERACTS:
        return ""
    turn = degrees(atan2(link.y1 - link.y0, link.x1 - link.x0))
    shape = "M0 -6V6" if link.kind is LinkKind.DAMPENS else "M-8 -4.5L0 0L-8 4.5"
    path = svg.element("path", d=shape, fill="none", stroke=colour, stroke_width=1.8)
    return f'<g transform="translate({link.x1:.2f} {link.y1:.2f}) rotate({turn:.1f})">{path}</g>'
