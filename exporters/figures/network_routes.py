"""Routes of links between the boxes of a network, and free spots for the events they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]

GAP = 4.0
"""Between the end of a link and the box it leads to."""
MARK_HALF = 14.0
_LABEL_WIDTH, _LABEL_HALF = 150.0, 20.0
_AIR_ACROSS, _AIR_DOWN = 12.0, 19.0
_STEP = 8.0
_FAR = 160.0
_NEXT_COLUMN = 252.0
_STRAIGHT_BONUS = 60.0
_BACKWARDS = 200.0
_THROUGH = 400.0
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its left and upper edge and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Return its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, across: float, down: float) -> Box:
        """Return the box with air on all sides."""
        width, height = self.width + 2 * across, self.height + 2 * down
        return Box(self.x - across, self.y - down, width, height)

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share any area."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """A cubic curve from edge to edge."""

    start: Point
    bend: Point
    bend_back: Point
    end: Point

    def at(self, part: float) -> Point:
        """Return the point of the curve at a part of its way, 0 to 1."""
        rest = 1 - part
        weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
        points = (self.start, self.bend, self.bend_back, self.end)
        pairs = list(zip(weights, points, strict=True))
        return sum(w * x for w, (x, _) in pairs), sum(w * y for w, (_, y) in pairs)


def mark_box(spot: Point) -> Box:
    """Return the box of an event's mark around its centre."""
    return Box(spot[0] - MARK_HALF, spot[1] - MARK_HALF, 2 * MARK_HALF, 2 * MARK_HALF)


def route(start: Box, end: Box) -> Route:
    """Return the curve that leaves one box and meets the other, sideways where there is room."""
    if end.x >= start.x + start.width:
        return _sideways(start, end, 1)
    if start.x >= end.x + end.width:
        return _sideways(start, end, -1)
    return _upright(start, end, 1 if end.y >= start.y else -1)


def label_spot(way: Route, size: tuple[float, float], boxes: Sequence[Box]) -> Point:
    """Return where the word of a link stands: on the curve, beside every box if it can."""
    width, height = size
    for part in _ALONG:
        x, y = way.at(part)
        label = Box(x - width / 2, y - height / 2, width, height)
        if not any(label.meets(box) for box in boxes):
            return x, y
    return way.at(0.5)


def event_spots(nodes: Mapping[str, Box], links: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """Return a free centre for each event that factors act at; `links` are (factor, event) ids.

    Those with most links choose first: near their factors, to the right of them, and level with
    one of them where that is possible.
    """
    sources: dict[str, list[Box]] = {}
    for factor_id, event_id in links:
        if factor_id in nodes:
            sources.setdefault(event_id, []).append(nodes[factor_id])
    taken = [box.grown(_AIR_ACROSS, _AIR_DOWN) for box in nodes.values()]
    spots: dict[str, Point] = {}
    for event_id in sorted(sources, key=lambda each: (-len(sources[each]), each)):
        spot = _best_spot(sources[event_id], list(nodes.values()), taken)
        spots[event_id] = spot
        taken.append(spot_box(spot).grown(_AIR_ACROSS, _AIR_DOWN))
    return spots


def _best_spot(sources: Sequence[Box], nodes: Sequence[Box], taken: Sequence[Box]) -> Point:
    """Return the cheapest candidate that is free, else a spot below everything."""
    columns = sorted({box.middle[0] for box in nodes})
    columns.append(columns[-1] + _NEXT_COLUMN)
    levels = [box.middle[1] for box in sources]
    top, bottom = min(levels) - _FAR, max(levels) + _FAR
    heights = [top + _STEP * row for row in range(int((bottom - top) / _STEP) + 1)] + levels
    middles = [box.middle for box in sources]
    lines = _lines(nodes)
    candidates = {(x, y) for x in columns for y in heights}
    for spot in sorted(candidates, key=lambda each: (_cost(each, middles, lines), each)):
        if not any(spot_box(spot).meets(box) for box in taken):
            return spot
    return columns[-1], max(box.y + box.height for box in taken) + _FAR


@dataclass(frozen=True, slots=True)
class _Lines:
    """Middles of nodes that stand in one column or in one row, to see what lies between."""

    columns: Mapping[float, Sequence[float]]
    rows: Mapping[float, Sequence[float]]

    def cross(self, start: Point, end: Point) -> bool:
        """Tell whether a straight link would run through another node."""
        if start[0] == end[0]:
            return _is_between(start[1], end[1], self.columns.get(end[0], ()))
        if start[1] == end[1]:
            return _is_between(start[0], end[0], self.rows.get(end[1], ()))
        return False


def _lines(nodes: Sequence[Box]) -> _Lines:
    columns: dict[float, list[float]] = {}
    rows: dict[float, list[float]] = {}
    for x, y in (box.middle for box in nodes):
        columns.setdefault(x, []).append(y)
        rows.setdefault(y, []).append(x)
    return _Lines(columns, rows)


def _is_between(one: float, other: float, places: Sequence[float]) -> bool:
    low, high = min(one, other), max(one, other)
    return any(low < place < high for place in places)


def _cost(spot: Point, sources: Sequence[Point], lines: _Lines) -> float:
    """Weigh the way, links that lead back, and links that run straight through another node."""
    cost = 0.0
    for x, y in sources:
        cost += abs(spot[0] - x) + abs(spot[1] - y)
        if spot[0] < x - 1:
            cost += _BACKWARDS
        if lines.cross((x, y), spot):
            cost += _THROUGH
    level = any(abs(spot[1] - y) < 1 for _, y in sources)
    return cost - (_STRAIGHT_BONUS if level else 0)


def spot_box(spot: Point) -> Box:
    """Return the box of an event's mark with its words."""
    wide = 2 * MARK_HALF + _LABEL_WIDTH
    return Box(spot[0] - MARK_HALF, spot[1] - _LABEL_HALF, wide, 2 * _LABEL_HALF)


def _sideways(start: Box, end: Box, turn: int) -> Route:
    right = turn > 0
    x0 = start.x + start.width if right else start.x
    x1 = (end.x if right else end.x + end.width) - turn * GAP
    y0, y1 = start.middle[1], end.middle[1]
    pull = turn * max(abs(x1 - x0) / 2, 24.0)
    return Route((x0, y0), (x0 + pull, y0), (x1 - pull, y1), (x1, y1))


def _upright(start: Box, end: Box, turn: int) -> Route:
    down = turn > 0
    y0 = start.y + start.height if down else start.y
    y1 = (end.y if down else end.y + end.height) - turn * GAP
    x0, x1 = start.middle[0], end.middle[0]
    pull = turn * max(abs(y1 - y0) / 2, 8.0)
    return Route((x0, y0), (x0, y0 + pull), (x1, y1 - pull), (x1, y1))
