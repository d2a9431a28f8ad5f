"""The network as it is drawn: nodes, marks of events and links, read from a snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.figures.network import describe, places
from exporters.figures.network_routes import (
    Box,
    Point,
    Route,
    event_spots,
    mark_box,
    route,
)
from guides.network import says_something
from models.rows import EventRow, FactorRow
from models.snapshot import Snapshot
from models.times.show import show_time
from models.values import EventKind, LinkKind, Precision

NODE_WIDTH, NODE_HEIGHT = 184.0, 64.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """A factor as its node shows it; lengths are those of the design at 100 %."""

    factor_id: str
    code: str
    statement: str
    count: int
    """How many pieces of evidence it has."""
    held: bool
    box: Box

    @property
    def spoken(self) -> str:
        """The node in words."""
        shown = f"shown by {self.count}" if self.count else "not shown by anything yet"
        return f"{self.code}, {self.statement or 'not worded yet'}, {shown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """An event that factors act at, around its centre."""

    event_id: str
    kind: EventKind
    about: bool
    sourced: bool
    time: str
    title: str
    spot: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link with its way from edge to edge."""

    link_id: str
    kind: LinkKind
    ends: tuple[str, str]
    """Ids of the factor it leaves and of the factor or event it meets."""
    way: Route
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """Everything on the canvas."""

    nodes: tuple[NodeView, ...] = ()
    marks: tuple[MarkView, ...] = ()
    links: tuple[LinkView, ...] = ()
    said: str = ""
    """The network in words."""

    def node(self, factor_id: str) -> NodeView | None:
        """Return the node of a factor."""
        return next((node for node in self.nodes if node.factor_id == factor_id), None)

    def link(self, link_id: str) -> LinkView | None:
        """Return a link."""
        return next((link for link in self.links if link.link_id == link_id), None)

    def boxes(self) -> dict[str, Box]:
        """Return the box of every node and mark by its id."""
        found = {node.factor_id: node.box for node in self.nodes}
        return found | {mark.event_id: mark_box(mark.spot) for mark in self.marks}


def network_view(snapshot: Snapshot, moved: dict[str, Point] | None = None) -> NetworkView:
    """Read the network; `moved` are places of nodes that are being dragged."""
    spots = places(snapshot.factors, snapshot.factor_links) | (moved or {})
    nodes = tuple(_node(factor, spots[factor.id], snapshot) for factor in snapshot.factors)
    boxes = {node.factor_id: node.box for node in nodes}
    marks = _marks(snapshot, boxes)
    view = NetworkView(nodes=nodes, marks=marks)
    return NetworkView(
        nodes=nodes,
        marks=marks,
        links=_links(snapshot, view.boxes()),
        said=describe(snapshot.factors, snapshot.factor_links),
    )


def evidence_count(factor_id: str, snapshot: Snapshot) -> int:
    """Return how many pieces of evidence a factor has."""
    return sum(row.factor_id == factor_id and says_something(row) for row in snapshot.evidence)


def _node(factor: FactorRow, spot: Point, snapshot: Snapshot) -> NodeView:
    return NodeView(
        factor_id=factor.id,
        code=factor.code,
        statement=" ".join(factor.condition.split()),
        count=evidence_count(factor.id, snapshot),
        held=factor.is_resilience,
        box=Box(*spot, NODE_WIDTH, NODE_HEIGHT),
    )


def _marks(snapshot: Snapshot, boxes: dict[str, Box]) -> tuple[MarkView, ...]:
    events = {event.id: event for event in snapshot.events}
    pairs = [
        (link.from_factor_id, link.to_event_id)
        for link in snapshot.factor_links
        if link.to_event_id in events
    ]
    spots = event_spots(boxes, [(source, target or "") for source, target in pairs])
    zone = snapshot.review.zone
    recorded = {row.event_id for row in snapshot.event_records}
    return tuple(_mark(events[key], spot, zone, key in recorded) for key, spot in spots.items())


def _mark(event: EventRow, spot: Point, zone: str, recorded: bool) -> MarkView:  # noqa: FBT001
    return MarkView(
        event_id=event.id,
        kind=event.kind,
        about=event.precision is Precision.ABOUT,
        sourced=recorded or event.source_id is not None or event.told_by_id is not None,
        time=show_time(event.at, zone, event.precision),
        title=" ".join(event.title.split()),
        spot=spot,
    )


def _links(snapshot: Snapshot, boxes: dict[str, Box]) -> tuple[LinkView, ...]:
    found: list[LinkView] = []
    for link in snapshot.factor_links:
        source, target = link.from_factor_id, link.to_factor_id or link.to_event_id or ""
        if source in boxes and target in boxes and source != target:
            way = route(boxes[source], boxes[target])
            ends = (source, target)
            found.append(
                LinkView(link_id=link.id, kind=link.kind, ends=ends, way=way, text=link.text)
            )
    return tuple(found)
