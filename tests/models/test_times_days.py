from __future__ import annotations

from datetime import date

import pytest

from models.times.days import parse_day
from models.times.reading import TimeQuestion

TUESDAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tomorrow", date(2026, 3, 11)),
        ("Friday", date(2026, 3, 13)),
        ("tue", date(2026, 3, 17)),
        ("+2w", date(2026, 3, 24)),
        ("in 10 days", date(2026, 3, 20)),
        ("in 1 month", date(2026, 4, 10)),
        ("3 Mar", date(2026, 3, 3)),
        ("31 Jan", date(2027, 1, 31)),
        ("2026-05-01", date(2026, 5, 1)),
        ("1 May 2028", date(2028, 5, 1)),
    ],
)
def test_a_day_is_read_as_people_write_it_and_leans_forward(typed, day):
    assert parse_day(typed, TUESDAY) == day


def test_the_last_of_a_month_stays_within_the_month():
    assert parse_day("+1m", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize("typed", ["someday", "30 Feb", "3/4/2026", "Monday 3 March 2026"])
def test_a_day_with_no_meaning_or_two_is_asked_about(typed):
    found = parse_day(typed, TUESDAY)
    assert isinstance(found, TimeQuestion)
    assert found.sentence.endswith((".", "?"))
