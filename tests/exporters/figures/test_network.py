from __future__ import annotations

from dataclasses import replace

from lxml import etree

from exporters.figures.metrics import arial_width
from exporters.figures.network import NODE_HEIGHT, NODE_WIDTH, TargetEvent, describe, network
from exporters.figures.network_svg import network_svg
from models.rows import FactorLinkRow
from models.values import EventKind, LinkKind
from tests.exporters.rich import FACTORS, LINKS

WIDTH = arial_width(11)


def overlapping(nodes) -> bool:
    return any(
        abs(one.x - other.x) < NODE_WIDTH and abs(one.y - other.y) < NODE_HEIGHT
        for one in nodes
        for other in nodes
        if one is not other
    )


def test_nodes_stand_where_the_facilitator_put_them() -> None:
    moved = [
        replace(factor, x=100.0 * number, y=50.0 * number) for number, factor in enumerate(FACTORS)
    ]
    shown = network(moved, LINKS, WIDTH)
    assert (shown.nodes[0].x, shown.nodes[0].y) == (0, 0)
    assert (shown.nodes[2].x, shown.nodes[2].y) == (200, 100)


def test_untouched_nodes_stand_apart_with_what_enables_before_what_it_enables() -> None:
    shown = network(FACTORS, LINKS, WIDTH)
    places = {node.code: node for node in shown.nodes}
    assert not overlapping(shown.nodes)
    assert places["F4"].x < places["F1"].x < places["F2"].x
    assert places["R1"].y > places["F3"].y


def test_many_factors_in_a_circle_still_stand_apart() -> None:
    factors = [replace(FACTORS[0], id=f"n{number}", number=number) for number in range(12)]
    links = [
        FactorLinkRow(
            id=f"k{number}",
            review_id="r",
            from_factor_id=f"n{number}",
            to_factor_id=f"n{(number + 1) % 12}",
            kind=LinkKind.ENABLES,
        )
        for number in range(12)
    ]
    assert not overlapping(network(factors, links, WIDTH).nodes)


def test_links_run_from_edge_to_edge_and_only_between_factors() -> None:
    shown = network(FACTORS, LINKS, WIDTH)
    assert [link.kind for link in shown.links] == [
        LinkKind.ENABLES,
        LinkKind.INTERACTS,
        LinkKind.MASKS,
        LinkKind.DAMPENS,
    ]


def test_the_network_is_told_in_words() -> None:
    assert describe(FACTORS, LINKS) == (
        "4 conditions and 2 sources of resilience. F1 enables F2; F2 interacts with F3; "
        "F4 masks F1; R1 dampens F3."
    )


def test_one_of_a_kind_is_told_as_one() -> None:
    held = next(factor for factor in FACTORS if factor.is_resilience)
    assert describe([FACTORS[0], held], []) == "1 condition and 1 source of resilience."


def test_the_picture_is_well_formed() -> None:
    svg = etree.fromstring(network_svg(network(FACTORS, LINKS, WIDTH)))
    assert "".join(svg.itertext()).count("F1") == 1


def test_an_event_that_a_factor_acts_at_is_drawn_beside_it() -> None:
    event = TargetEvent(
        event_id="event", kind=EventKind.DECISION, time="23:26", title="Directory removed"
    )
    acts = FactorLinkRow(
        id="acts",
        review_id="review",
        from_factor_id=FACTORS[0].id,
        to_event_id="event",
        kind=LinkKind.ACTS_AT,
    )
    shown = network(FACTORS, [*LINKS, acts], WIDTH, [event])
    assert [mark.event.title for mark in shown.marks] == ["Directory removed"]
    assert len(shown.links) == 5
    words = "".join(etree.fromstring(network_svg(shown)).itertext())
    assert "23:26" in words
    assert "acts at" in words
