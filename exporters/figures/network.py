"""Geometry of the factor network: nodes where the facilitator put them, links between them.

Where nobody has moved a node yet, conditions stand in columns: what enables others first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from exporters.figures.axis import TextWidth
from exporters.figures.network_places import is_placed
from exporters.figures.network_routes import Box, Route, event_spots, mark_box, route, spot_box
from exporters.markdown_text import plain_words
from models.rows import FactorLinkRow, FactorRow
from models.values import EventKind, LinkKind

NODE_WIDTH, NODE_HEIGHT = 190.0, 66.0
_GAP_X, _GAP_Y = 64.0, 30.0
_COLUMNS = 3
_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One factor; `x`, `y` are its left and upper edge."""

    factor_id: str
    code: str
    lines: tuple[str, ...]
    x: float
    y: float
    held: bool

    @property
    def middle(self) -> tuple[float, float]:
        """Return the centre of the node."""
        return self.x + NODE_WIDTH / 2, self.y + NODE_HEIGHT / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLink:
    """A link from a node to a node or a mark, from edge to edge."""

    link_id: str
    kind: LinkKind
    way: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEvent:
    """An event that factors may act at, in the words of its readers."""

    event_id: str
    kind: EventKind
    time: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An event in the network, around its centre."""

    event: TargetEvent
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPicture:
    """All nodes and links, moved so that the picture starts at 0, 0."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    links: tuple[NetworkLink, ...]
    marks: tuple[Mark, ...] = ()


def network(
    factors: Sequence[FactorRow],
    links: Sequence[FactorLinkRow],
    metrics: TextWidth,
    events: Sequence[TargetEvent] = (),
) -> NetworkPicture:
    """Lay out factors, those of the events that they act at, and the links among them."""
    between = [link for link in links if link.to_factor_id]
    spots = places(factors, between)
    boxes = {key: Box(*spot, NODE_WIDTH, NODE_HEIGHT) for key, spot in spots.items()}
    known = {event.event_id: event for event in events}
    pairs = [(link.from_factor_id, link.to_event_id or "") for link in links]
    centres = event_spots(boxes, [pair for pair in pairs if pair[1] in known])
    every = [*boxes.values(), *(spot_box(centre) for centre in centres.values())]
    left, top = min((box.x for box in every), default=0), min((box.y for box in every), default=0)
    boxes = {key: replace(box, x=box.x - left, y=box.y - top) for key, box in boxes.items()}
    centres = {key: _moved(centre, left, top) for key, centre in centres.items()}
    ends = boxes | {key: mark_box(centre) for key, centre in centres.items()}
    return NetworkPicture(
        width=max((box.x + box.width for box in every), default=left) - left,
        height=max((box.y + box.height for box in every), default=top) - top,
        nodes=tuple(_node(row, (boxes[row.id].x, boxes[row.id].y), metrics) for row in factors),
        links=tuple(_drawn(links, ends)),
        marks=tuple(Mark(event=known[key], x=x, y=y) for key, (x, y) in centres.items()),
    )


def places(
    factors: Sequence[FactorRow], links: Sequence[FactorLinkRow]
) -> dict[str, tuple[float, float]]:
    """Return the left and upper edge of each node by its factor's id, in units of the design."""
    if is_placed(factors):
        return {factor.id: (factor.x, factor.y) for factor in factors}
    return _columns(factors, [link for link in links if link.to_factor_id])


def describe(factors: Sequence[FactorRow], links: Sequence[FactorLinkRow]) -> str:
    """Return the network in words: how many nodes, and each link."""
    codes = {factor.id: factor.code for factor in factors}
    held = sum(factor.is_resilience for factor in factors)
    said = [
        f"{codes[link.from_factor_id]} {link_words(link.kind)} {codes[link.to_factor_id]}"
        for link in links
        if link.from_factor_id in codes and link.to_factor_id in codes
    ]
    conditions = _some(len(factors) - held, "condition", "conditions")
    count = f"{conditions} and {_some(held, 'source', 'sources')} of resilience"
    return f"{count}. {'; '.join(said)}." if said else f"{count}."


def _some(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def link_words(kind: LinkKind) -> str:
    """Return a link as a verb between two codes."""
    special = {LinkKind.INTERACTS: "interacts with", LinkKind.ACTS_AT: "acts at"}
    return special.get(kind, kind.value)


def wrapped(text: str, room: float, lines: int, metrics: TextWidth) -> tuple[str, ...]:
    """Return the text in at most `lines` lines of width `room`, the last one cut where needed."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and metrics(longer) > room:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found = [*found[: lines - 1], f"{found[lines - 1]}…"]
    return tuple(found)


def _node(factor: FactorRow, place: tuple[float, float], metrics: TextWidth) -> Node:
    said = plain_words(factor.condition)
    return Node(
        factor_id=factor.id,
        code=factor.code,
        lines=wrapped(said, NODE_WIDTH - 52, _LINES, metrics),
        x=place[0],
        y=place[1],
        held=factor.is_resilience,
    )


def _columns(
    factors: Sequence[FactorRow], links: Sequence[FactorLinkRow]
) -> dict[str, tuple[float, float]]:
    """Return places in columns, conditions above, what held below them."""
    depth = _depths([factor.id for factor in factors], links)
    places: dict[str, tuple[float, float]] = {}
    top = 0
    for held in (False, True):
        group = [factor for factor in factors if factor.is_resilience is held]
        taken = [0] * _COLUMNS
        most = -(-len(group) // _COLUMNS) + (0 if held else len(group) > _COLUMNS)
        for factor in sorted(group, key=lambda factor: depth[factor.id]):
            column = _free_column(depth[factor.id], taken, most)
            row = top + taken[column]
            places[factor.id] = (column * (NODE_WIDTH + _GAP_X), row * (NODE_HEIGHT + _GAP_Y))
            taken[column] += 1
        top += max(taken)
    return places


def _free_column(wanted: int, taken: list[int], most: int) -> int:
    open_columns = [column for column in range(_COLUMNS) if taken[column] < max(most, 1)]
    nearest = min(wanted, _COLUMNS - 1)
    return min(open_columns, key=lambda column: (abs(column - nearest), column))


def _depths(ids: Sequence[str], links: Sequence[FactorLinkRow]) -> dict[str, int]:
    """Return how many links lead to each factor at most; partners that interact share a depth.

    What dampens stands under what it dampens. Cycles end with the number of rounds.
    """
    depth = dict.fromkeys(ids, 0)
    for _ in range(_COLUMNS):
        for link in links:
            source, target = link.from_factor_id, link.to_factor_id
            if source not in depth or target not in depth:
                continue
            if link.kind is LinkKind.INTERACTS:
                depth[source] = depth[target] = max(depth[source], depth[target])
            elif link.kind is LinkKind.DAMPENS:
                depth[source] = depth[target]
            else:
                depth[target] = max(depth[target], min(depth[source] + 1, _COLUMNS))
    return depth


def _drawn(links: Iterable[FactorLinkRow], boxes: dict[str, Box]) -> Iterable[NetworkLink]:
    for link in links:
        source = boxes.get(link.from_factor_id)
        target = boxes.get(link.to_factor_id or link.to_event_id or "")
        if source is not None and target is not None and source is not target:
            yield NetworkLink(link_id=link.id, kind=link.kind, way=route(source, target))


def _moved(spot: tuple[float, float], left: float, top: float) -> tuple[float, float]:
    return spot[0] - left, spot[1] - top
