from __future__ import annotations

import pytest

from exporters.figures.network_routes import Box, event_spots, label_spot, mark_box, route

LEFT = Box(0, 0, 184, 64)
RIGHT = Box(252, 0, 184, 64)
BELOW = Box(0, 108, 184, 64)


def test_a_link_leaves_and_meets_sideways_where_there_is_room():
    way = route(LEFT, RIGHT)
    assert way.start == (184, 32)
    assert way.end == (248, 32)
    assert route(RIGHT, LEFT).end == (188, 32)


def test_a_link_between_factors_above_each_other_runs_upright():
    assert route(LEFT, BELOW).end == (92, 104)
    assert route(BELOW, LEFT).start == (92, 108)


def test_a_curve_begins_and_ends_at_its_ends():
    way = route(LEFT, Box(300, 200, 184, 64))
    assert way.at(0) == way.start
    assert way.at(1) == way.end


def test_the_word_of_a_link_stands_beside_every_node():
    between = Box(200, 0, 20, 64)
    x, _ = label_spot(route(LEFT, RIGHT), (24, 16), [LEFT, RIGHT, between])
    assert not Box(x - 12, 24, 24, 16).meets(between) or x == route(LEFT, RIGHT).at(0.5)[0]
    assert label_spot(route(LEFT, RIGHT), (40, 16), [LEFT, RIGHT]) == pytest.approx((216, 32))


def test_an_event_stands_right_of_its_factors_and_level_with_one():
    nodes = {"a": LEFT, "b": Box(0, 108, 184, 64), "c": Box(0, 216, 184, 64)}
    spots = event_spots(nodes, [("a", "e"), ("b", "e"), ("c", "e")])
    assert spots == {"e": (344.0, 140.0)}


def test_no_straight_link_to_an_event_runs_behind_another_factor():
    nodes = {"a": LEFT, "b": RIGHT, "c": BELOW}
    (spot,) = event_spots(nodes, [("a", "e")]).values()
    assert spot not in [(596.0, 32.0), (92.0, 248.0)]


def test_events_cover_neither_factors_nor_each_other():
    nodes = {
        f"f{place}": Box(252 * (place % 3), 108 * (place // 3), 184, 64) for place in range(12)
    }
    links = [(factor, f"e{place % 7}") for place, factor in enumerate(nodes)]
    spots = event_spots(nodes, links)
    boxes = [*nodes.values(), *(mark_box(spot) for spot in spots.values())]
    assert len(spots) == 7
    for place, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[:place])


def test_where_a_factor_is_gone_its_event_is_not_drawn():
    assert event_spots({"a": LEFT}, [("gone", "e")]) == {}
