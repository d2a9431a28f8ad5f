from __future__ import annotations

from collections.abc import Callable

import pytest

from bench import edit, importing, opening, searching, start, words
from bench.measure import Row
from bench.page import page

MEASURED: dict[str, Callable[[], list[Row]]] = {
    "start": lambda: start.measure(reviews=3, rounds=1),
    "edit": lambda: edit.measure(edits=5, rounds=1),
    "opening": lambda: opening.measure(events=40, rounds=1),
    "searching": lambda: searching.measure(reviews=3, rounds=1),
    "importing": lambda: importing.measure(messages=600, rounds=1),
    "words": lambda: words.measure(sizes=(5,), rounds=1),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MEASURED)
def test_every_part_compares_us_with_another_way(name: str) -> None:
    rows = MEASURED[name]()
    assert rows
    for row in rows:
        assert row.ratio > 0
        assert row.what in page({"Part": [row]}, 1)


def test_the_page_says_which_goal_is_not_reached() -> None:
    met = Row(what="Quick", beside="x", ours_ms=30, beside_ms=20, ratio=1.5, goal=1.5)
    missed = Row(what="Slow", beside="x", ours_ms=31.6, beside_ms=20, ratio=1.58, goal=1.5)
    told = page({"Starting": [met, missed]}, minutes=3)
    assert "| Quick | x | **1.50** | 1.5 | 30 / 20 |" in told
    assert "| Slow | x | **1.58** | 1.5, not reached | 32 / 20 |" in told
