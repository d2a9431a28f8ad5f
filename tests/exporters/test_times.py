from __future__ import annotations

from datetime import date, timedelta

import pytest

from exporters.times import date_and_clock, event_clock, length, near_date, zone_name
from models.values import Precision
from tests.exporters.factories import at, event


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "21:00"),
        ({"precision": Precision.ABOUT}, "about 21:00"),
        ({"precision": Precision.BEFORE}, "before 21:00"),
        ({"at": at(0.25)}, "21:00:15"),
        ({"at_end": at(20)}, "21:00 to 21:20"),
        ({"precision": Precision.UNKNOWN, "time_text": "that evening"}, "that evening"),
        ({"at": None}, "not known"),
    ],
)
def test_a_time_is_said_with_its_precision(given, expected) -> None:
    assert event_clock(event("x", **given), "UTC") == expected


def test_dates_and_lengths_are_words() -> None:
    assert near_date(date(2026, 3, 3), 2026) == "3 March"
    assert near_date(date(2027, 1, 3), 2026) == "3 January 2027"
    assert date_and_clock(at(0), "Europe/Amsterdam") == "3 March 2026, 22:00"
    assert zone_name("Europe/Amsterdam", at(0)) == "Amsterdam time (UTC+1)"
    assert zone_name("UTC", at(0)) == "UTC"
    assert length(timedelta(hours=18, minutes=33)) == "18 hours and 33 minutes"
    assert length(timedelta(seconds=5)) == "under a minute"
    assert length(timedelta(days=2)) == "2 days"
    assert length(timedelta(days=1)) == "24 hours"
