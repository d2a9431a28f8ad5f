from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from models.times import show
from models.values import Precision

LATE = datetime(2017, 1, 31, 23, 26, 5, tzinfo=UTC)


def test_a_time_shows_how_well_it_is_known():
    shown = [show.show_time(LATE, "UTC", precision) for precision in Precision]
    assert shown == ["23:26", "~23:26", "<23:26", ">23:26", "?"]
    assert show.show_time(None, "UTC") == "?"
    assert show.show_time(LATE, "UTC", seconds=True) == "23:26:05"


def test_a_time_can_be_read_aloud():
    assert show.spoken_time(LATE, "UTC", Precision.ABOUT) == "about 23:26"
    assert show.spoken_time(LATE, "UTC") == "23:26"
    assert show.spoken_time(None, "UTC") == "at an unknown time"


def test_a_span_over_midnight_names_the_day():
    later = LATE + timedelta(minutes=20)
    assert show.show_span(LATE, later, "UTC") == "23:26\u201323:46"
    after = LATE + timedelta(hours=1)
    assert show.show_span(LATE, after, "UTC", Precision.ABOUT) == "~23:26\u20131 Feb 00:26"
    assert show.show_span(LATE, None, "UTC") == "23:26"


def test_days_are_written_for_people():
    assert show.short_day(LATE, "UTC") == "31 Jan"
    assert show.short_day(LATE, "Europe/Amsterdam") == "1 Feb"
    assert show.day_in_words(LATE, "UTC") == "31 January"
    assert show.day_heading(LATE, "UTC") == "Tuesday 31 January 2017"
    assert show.full_date(date(2017, 3, 3)) == "3 March 2017"
    assert show.full_time(LATE, "Europe/Amsterdam") == "1 February 2017, 00:26 UTC+1"


def test_a_person_sees_their_own_clock():
    own = show.personal_clock(LATE, "Europe/Amsterdam", "Database engineer")
    assert own == "00:26 for the Database engineer in Amsterdam"
    assert show.personal_clock(LATE, "", "Database engineer") == ""
    assert show.personal_clock(LATE, "+01:00", "Guest", "Oslo") == "00:26 for the Guest in Oslo"


def test_utc_is_added_only_where_the_zone_differs():
    assert show.utc_clock(LATE, "Europe/Amsterdam") == "23:26 UTC"
    assert show.utc_clock(LATE, "UTC") == ""


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("UTC", "UTC"),
        ("Europe/Amsterdam", "UTC+1"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/St_Johns", "UTC-3:30"),
    ],
)
def test_a_zone_says_how_far_it_is_from_utc(zone: str, words: str):
    assert show.zone_words(LATE, zone) == words


def test_a_zone_is_named_after_its_place():
    assert show.zone_place("America/New_York") == "New York"
    assert show.zone_place("UTC") == "UTC"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=45), "45 s"),
        (timedelta(minutes=45), "45 min"),
        (timedelta(hours=1, minutes=30), "1 h 30 min"),
        (timedelta(hours=18), "18 h"),
        (timedelta(days=2, hours=3), "2 days 3 h"),
    ],
)
def test_a_length_of_time_is_short(span: timedelta, words: str):
    assert show.duration_words(span) == words
