"""Geometry of the factor network: nodes where the facilitator put them, links between them.

Where nobody has moved a node yet, conditions stand in columns: what enables others first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from exporters.figures.axis import TextWidth
from exporters.figures.network_places import is_placed
from exporters.markdown_text import plain_words
from models.rows import FactorLinkRow, FactorRow
from models.values import LinkKind

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
    """A link between two nodes, from edge to edge."""

    link_id: str
    kind: LinkKind
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPicture:
    """All nodes and links, moved so that the picture starts at 0, 0."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    links: tuple[NetworkLink, ...]


def network(
    factors: Sequence[FactorRow], links: Sequence[FactorLinkRow], metrics: TextWidth
) -> NetworkPicture:
    """Lay out factors and the links among them; links to events are not drawn."""
    between = [link for link in links if link.to_factor_id]
    spots = places(factors, between)
    left = min((x for x, _ in spots.values()), default=0.0)
    top = min((y for _, y in spots.values()), default=0.0)
    nodes = [_node(factor, spots[factor.id], metrics) for factor in factors]
    nodes = [replace(node, x=node.x - left, y=node.y - top) for node in nodes]
    by_id = {node.factor_id: node for node in nodes}
    return NetworkPicture(
        width=max((node.x + NODE_WIDTH for node in nodes), default=0.0),
        height=max((node.y + NODE_HEIGHT for node in nodes), default=0.0),
        nodes=tuple(nodes),
        links=tuple(_drawn(between, by_id)),
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
    count = f"{len(factors) - held} conditions and {held} sources of resilience"
    return f"{count}. {'; '.join(said)}." if said else f"{count}."


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


def _drawn(links: Iterable[FactorLinkRow], nodes: dict[str, Node]) -> Iterable[NetworkLink]:
    for link in links:
        source, target = nodes.get(link.from_factor_id), nodes.get(link.to_factor_id or "")
        if source is None or target is None or source is target:
            continue
        x0, y0 = _edge(source, target.middle)
        x1, y1 = _edge(target, source.middle)
        yield NetworkLink(link_id=link.id, kind=link.kind, x0=x0, y0=y0, x1=x1, y1=y1)


def _edge(node: Node, towards: tuple[float, float]) -> tuple[float, float]:
    """Return where the line from the middle of a node to a point leaves the node."""
    x, y = node.middle
    dx, dy = towards[0] - x, towards[1] - y
    if not dx and not dy:
        return x, y
    parts = [
        (NODE_WIDTH / 2 + 3) / abs(dx) if dx else float("inf"),
        (NODE_HEIGHT / 2 + 3) / abs(dy) if dy else float("inf"),
    ]
    part = min(parts)
    return x + dx * part, y + dy * part
