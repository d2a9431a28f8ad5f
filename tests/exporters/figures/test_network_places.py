from __future__ import annotations

from exporters.figures.network_places import free_place


def test_the_first_factor_stands_at_the_beginning():
    assert free_place([]) == (0.0, 0.0)


def test_a_new_factor_stands_below_all_others():
    assert free_place([(20.0, 40.0), (272.0, 148.0)]) == (20.0, 256.0)


def test_beside_a_chosen_factor_the_nearest_free_place_is_taken():
    taken = [(0.0, 0.0), (0.0, 108.0), (0.0, -108.0)]
    x, y = free_place(taken, near=(0.0, 0.0))
    assert abs(y) == 216.0
    assert x == 0.0
