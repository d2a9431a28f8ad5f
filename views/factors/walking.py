"""Which node or mark lies next in a direction: what the arrow keys of the canvas ask."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.figures.network_routes import Box, Point

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
_ASIDE = 2.5
"""How much a step aside counts against a step in the direction."""


def next_in(boxes: Mapping[str, Box], here: str, direction: tuple[int, int]) -> str:
    """Return the id of the box that lies next in a direction; `here` where there is none."""
    if here not in boxes:
        return min(boxes, key=lambda key: _reading_order(boxes[key]), default="")
    start = boxes[here].middle
    ahead = {
        key: cost
        for key, box in boxes.items()
        if key != here and (cost := _cost(start, box.middle, direction)) is not None
    }
    return min(ahead, key=lambda key: (ahead[key], key), default=here)


def nearest(boxes: Mapping[str, Box], here: str) -> str:
    """Return the id of the box that lies nearest in any direction."""
    x, y = boxes[here].middle
    far = {
        key: abs(box.middle[0] - x) + abs(box.middle[1] - y)
        for key, box in boxes.items()
        if key != here
    }
    return min(far, key=lambda key: (far[key], key), default="")


def _cost(start: Point, end: Point, direction: tuple[int, int]) -> float | None:
    across, down = end[0] - start[0], end[1] - start[1]
    onward = across * direction[0] + down * direction[1]
    aside = abs(across * direction[1]) + abs(down * direction[0])
    if onward < 1:
        return None
    return onward + _ASIDE * aside


def _reading_order(box: Box) -> Point:
    return box.y, box.x
