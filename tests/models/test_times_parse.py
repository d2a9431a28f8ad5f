from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.times import Doubt, TimeContext, TimeQuestion, TimeReading, parse_time_input
from models.times.show import show_time
from models.values import Precision


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


EVENING = TimeContext(
    zone="UTC",
    previous=utc("2017-01-31 21:00"),
    incident_date=date(2017, 1, 31),
    now=utc("2017-02-02 09:00"),
)
AMSTERDAM = TimeContext(
    zone="Europe/Amsterdam",
    previous=utc("2017-01-31 21:00"),
    now=utc("2017-02-02 09:00"),
)
FIRST = TimeContext(zone="UTC", incident_date=date(2017, 3, 3))
BARE = TimeContext(zone="UTC")

READ = [
    ("21:05", EVENING, "2017-01-31 21:05:00", "exact"),
    ("21:05:30", EVENING, "2017-01-31 21:05:30", "exact"),
    ("21:05:30.250", EVENING, "2017-01-31 21:05:30.250000", "exact"),
    (" 21:05 ", EVENING, "2017-01-31 21:05:00", "exact"),
    ("9:05 pm", EVENING, "2017-01-31 21:05:00", "exact"),
    ("10:55 pm", EVENING, "2017-01-31 22:55:00", "exact"),
    ("10:55PM", EVENING, "2017-01-31 22:55:00", "exact"),
    ("10.55 p.m.", EVENING, "2017-01-31 22:55:00", "exact"),
    ("11pm", EVENING, "2017-01-31 23:00:00", "exact"),
    ("12:10 am", EVENING, "2017-02-01 00:10:00", "exact"),
    ("12:10 pm", FIRST, "2017-03-03 12:10:00", "exact"),
    ("22h15", EVENING, "2017-01-31 22:15:00", "exact"),
    ("20:30", EVENING, "2017-01-31 20:30:00", "exact"),
    ("15:00", EVENING, "2017-01-31 15:00:00", "exact"),
    ("14:59", EVENING, "2017-02-01 14:59:00", "exact"),
    ("00:10", EVENING, "2017-02-01 00:10:00", "exact"),
    ("14:05", FIRST, "2017-03-03 14:05:00", "exact"),
    ("~22:40", EVENING, "2017-01-31 22:40:00", "about"),
    ("~ 22:40", EVENING, "2017-01-31 22:40:00", "about"),
    ("about 22:40", EVENING, "2017-01-31 22:40:00", "about"),
    ("around 22:40", EVENING, "2017-01-31 22:40:00", "about"),
    ("ca. 22:40", EVENING, "2017-01-31 22:40:00", "about"),
    ("<22:00", EVENING, "2017-01-31 22:00:00", "before"),
    ("before 22:00", EVENING, "2017-01-31 22:00:00", "before"),
    (">22:00", EVENING, "2017-01-31 22:00:00", "after"),
    ("after 10 pm", EVENING, "2017-01-31 22:00:00", "after"),
    ("+12m", EVENING, "2017-01-31 21:12:00", "exact"),
    ("+12 min", EVENING, "2017-01-31 21:12:00", "exact"),
    ("+1h30m", EVENING, "2017-01-31 22:30:00", "exact"),
    ("+1h 30m", EVENING, "2017-01-31 22:30:00", "exact"),
    ("+45s", EVENING, "2017-01-31 21:00:45", "exact"),
    ("+1d", EVENING, "2017-02-01 21:00:00", "exact"),
    ("-5m", EVENING, "2017-01-31 20:55:00", "exact"),
    ("~+2h", EVENING, "2017-01-31 23:00:00", "about"),
    ("3 Mar 14:05", EVENING, "2017-03-03 14:05:00", "exact"),
    ("3 march 14:05", EVENING, "2017-03-03 14:05:00", "exact"),
    ("Mar 3 14:05", EVENING, "2017-03-03 14:05:00", "exact"),
    ("March 3rd, 2017 14:05", BARE, "2017-03-03 14:05:00", "exact"),
    ("31 Dec 23:00", EVENING, "2016-12-31 23:00:00", "exact"),
    ("31 Jan 2017 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("31 Jan 2017, 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("31-Jan-2017 22:00:01", BARE, "2017-01-31 22:00:01", "exact"),
    ("Tue 31 Jan 2017 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("31.01.2017 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("31/01/2017 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("1/31/2017 10:00 pm", BARE, "2017-01-31 22:00:00", "exact"),
    ("2017-01-31 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("2017/01/31 22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("2017-01-31T22:00", BARE, "2017-01-31 22:00:00", "exact"),
    ("2017-01-31T22:00:00Z", BARE, "2017-01-31 22:00:00", "exact"),
    ("2017-01-31T22:00:00.5Z", BARE, "2017-01-31 22:00:00.500000", "exact"),
    ("2017-01-31T22:00:00+01:00", BARE, "2017-01-31 21:00:00", "exact"),
    ("2017-01-31T22:00-0500", BARE, "2017-02-01 03:00:00", "exact"),
    ("2017-01-31 22:00:00-05", BARE, "2017-02-01 03:00:00", "exact"),
    ("yesterday 14:00", EVENING, "2017-02-01 14:00:00", "exact"),
    ("today 08:00", EVENING, "2017-02-02 08:00:00", "exact"),
    ("next day 02:00", EVENING, "2017-02-01 02:00:00", "exact"),
    ("same day 02:00", EVENING, "2017-01-31 02:00:00", "exact"),
    ("14:05 yesterday", EVENING, "2017-02-01 14:05:00", "exact"),
    ("14:05 on 3 Mar 2017", BARE, "2017-03-03 14:05:00", "exact"),
    ("22:10 UTC", AMSTERDAM, "2017-01-31 22:10:00", "exact"),
    ("22:10Z", AMSTERDAM, "2017-01-31 22:10:00", "exact"),
    ("22:10 (UTC)", AMSTERDAM, "2017-01-31 22:10:00", "exact"),
    ("22:10", AMSTERDAM, "2017-01-31 21:10:00", "exact"),
    ("22:10 CET", EVENING, "2017-01-31 21:10:00", "exact"),
    ("22:10 PST", EVENING, "2017-02-01 06:10:00", "exact"),
    ("22:10 +02:00", EVENING, "2017-01-31 20:10:00", "exact"),
    ("22:10 -05:00", EVENING, "2017-02-01 03:10:00", "exact"),
    ("22:10 UTC+2", EVENING, "2017-01-31 20:10:00", "exact"),
    ("22:10 Asia/Tokyo", EVENING, "2017-02-01 13:10:00", "exact"),
    ("22:10 europe/amsterdam", EVENING, "2017-01-31 21:10:00", "exact"),
    ("~31 Jan 22:40 UTC", AMSTERDAM, "2017-01-31 22:40:00", "about"),
]


@pytest.mark.parametrize(("text", "context", "instant", "precision"), READ)
def test_a_typed_time_is_read(text: str, context: TimeContext, instant: str, precision: str):
    found = parse_time_input(text, context)
    assert isinstance(found, TimeReading), found
    assert found.at == utc(instant)
    assert found.precision == precision
    assert found.text == " ".join(text.split())


SPANS = [
    ("21:05-21:20", "2017-01-31 21:05", "2017-01-31 21:20"),
    ("21:05 - 21:20", "2017-01-31 21:05", "2017-01-31 21:20"),
    ("21:05 to 21:20", "2017-01-31 21:05", "2017-01-31 21:20"),
    ("21:05\u201321:20 UTC", "2017-01-31 21:05", "2017-01-31 21:20"),
    ("23:50-00:10", "2017-01-31 23:50", "2017-02-01 00:10"),
    ("10:00 pm - 11:30 pm", "2017-01-31 22:00", "2017-01-31 23:30"),
    ("31 Jan 22:00 - 1 Feb 02:00", "2017-01-31 22:00", "2017-02-01 02:00"),
    ("22:00-+45m", "2017-01-31 22:00", "2017-01-31 22:45"),
    ("2017-01-31 22:00-02:00", "2017-01-31 22:00", "2017-02-01 02:00"),
]


@pytest.mark.parametrize(("text", "start", "end"), SPANS)
def test_a_span_has_a_start_and_an_end(text: str, start: str, end: str):
    found = parse_time_input(text, EVENING)
    assert isinstance(found, TimeReading), found
    assert (found.at, found.at_end) == (utc(start), utc(end))


ASKED = [
    ("soon", EVENING, Doubt.NOT_A_TIME),
    ("the usual", EVENING, Doubt.NOT_A_TIME),
    ("14", EVENING, Doubt.NOT_A_TIME),
    ("25:00", EVENING, Doubt.NO_SUCH_TIME),
    ("14:75", EVENING, Doubt.NO_SUCH_TIME),
    ("14:00 am", EVENING, Doubt.NO_SUCH_TIME),
    ("31 Feb 14:00", EVENING, Doubt.NO_SUCH_DATE),
    ("2017-13-01 14:00", EVENING, Doubt.NO_SUCH_DATE),
    ("Mon 31 Jan 2017 22:00", EVENING, Doubt.NO_SUCH_DATE),
    ("31 Jan", EVENING, Doubt.WHICH_HOUR),
    ("3 Mar 14:05", BARE, Doubt.WHICH_DATE),
    ("14:05", BARE, Doubt.WHICH_DATE),
    ("yesterday 14:05", BARE, Doubt.WHICH_DATE),
    ("1/2/2017 14:05", BARE, Doubt.WHICH_DATE),
    ("+12m", BARE, Doubt.NOTHING_BEFORE),
    ("+99999999999d", EVENING, Doubt.NO_SUCH_DATE),
    ("0001-01-01 00:00 +14:00", EVENING, Doubt.NO_SUCH_DATE),
    ("14:05 IST", EVENING, Doubt.WHICH_ZONE),
    ("3 Mar 22:00 - 2 Mar 21:00", EVENING, Doubt.NO_SUCH_TIME),
]


@pytest.mark.parametrize(("text", "context", "doubt"), ASKED)
def test_what_cannot_be_known_is_asked(text: str, context: TimeContext, doubt: Doubt):
    found = parse_time_input(text, context)
    assert isinstance(found, TimeQuestion), found
    assert found.doubt is doubt
    assert found.sentence.endswith(("?", "."))


@pytest.mark.parametrize("text", ["", "  ", "?", "unknown"])
def test_an_unknown_time_is_welcome(text: str):
    found = parse_time_input(text, EVENING)
    assert isinstance(found, TimeReading)
    assert (found.at, found.precision) == (None, Precision.UNKNOWN)


def test_a_bare_time_past_midnight_says_that_it_is_the_next_day():
    found = parse_time_input("00:10", EVENING)
    assert isinstance(found, TimeReading)
    assert found.next_day


def test_the_zone_it_was_written_in_is_kept():
    zones = {}
    for text in ("22:10", "22:10 UTC", "22:10 CET", "22:10 Asia/Tokyo"):
        found = parse_time_input(text, AMSTERDAM)
        assert isinstance(found, TimeReading)
        zones[text] = found.zone
    assert list(zones.values()) == ["Europe/Amsterdam", "UTC", "+01:00", "Asia/Tokyo"]


def test_an_hour_that_came_twice_is_asked_about():
    context = TimeContext(zone="Europe/Amsterdam", incident_date=date(2017, 10, 29))
    found = parse_time_input("02:30", context)
    assert isinstance(found, TimeQuestion)
    assert found.sentence == "This hour came twice. Which one?"
    assert [choice.words for choice in found.choices] == [
        "The first 02:30, UTC+2",
        "The second 02:30, UTC+1",
    ]
    assert [choice.reading.at for choice in found.choices] == [
        utc("2017-10-29 00:30"),
        utc("2017-10-29 01:30"),
    ]


def test_an_hour_that_never_was_is_asked_about():
    context = TimeContext(zone="Europe/Amsterdam", incident_date=date(2017, 3, 26))
    found = parse_time_input("~02:30", context)
    assert isinstance(found, TimeQuestion)
    assert found.doubt is Doubt.SKIPPED
    assert [choice.words for choice in found.choices] == [
        "26 March 2017, 01:30 UTC+1",
        "26 March 2017, 03:30 UTC+2",
    ]
    assert {choice.reading.precision for choice in found.choices} == {Precision.ABOUT}


def test_an_offset_settles_the_hour_that_came_twice():
    context = TimeContext(zone="Europe/Amsterdam", incident_date=date(2017, 10, 29))
    found = parse_time_input("02:30 +01:00", context)
    assert isinstance(found, TimeReading)
    assert found.at == utc("2017-10-29 01:30")


def test_a_span_in_the_hour_that_came_twice_offers_both_as_spans():
    context = TimeContext(zone="Europe/Amsterdam", incident_date=date(2017, 10, 29))
    found = parse_time_input("02:10-02:20", context)
    assert isinstance(found, TimeQuestion)
    lengths = [c.reading.at_end - c.reading.at for c in found.choices if c.reading.at_end]
    assert lengths == [timedelta(minutes=10)] * 2


def test_each_meaning_of_a_zone_name_is_a_choice():
    found = parse_time_input("14:05 IST", FIRST)
    assert isinstance(found, TimeQuestion)
    assert [choice.words for choice in found.choices] == [
        "India, UTC+05:30",
        "Ireland, UTC+01:00",
        "Israel, UTC+02:00",
    ]
    assert found.choices[0].reading.at == utc("2017-03-03 08:35")


def test_day_and_month_that_could_be_swapped_are_both_offered():
    found = parse_time_input("1/2/2017 14:05", BARE)
    assert isinstance(found, TimeQuestion)
    assert [choice.words for choice in found.choices] == ["1 February 2017", "2 January 2017"]


def test_a_wrong_weekday_is_pointed_out():
    found = parse_time_input("Mon 31 Jan 2017 22:00", BARE)
    assert isinstance(found, TimeQuestion)
    assert found.sentence == "31 January 2017 was a Tuesday, not a Monday. Which day was it?"


INSTANTS = st.datetimes(
    min_value=datetime(1990, 1, 1),
    max_value=datetime(2040, 1, 1),
    timezones=st.just(UTC),
)
ZONES = st.sampled_from(["UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "+05:45"])


@given(INSTANTS)
def test_iso_text_comes_back_as_the_same_instant(at: datetime):
    found = parse_time_input(at.isoformat())
    assert isinstance(found, TimeReading)
    assert found.at == at


@given(INSTANTS, ZONES)
def test_a_bare_time_is_never_far_before_the_event_before_it(at: datetime, zone: str):
    found = parse_time_input("14:05", TimeContext(zone=zone, previous=at))
    choices = [found] if isinstance(found, TimeReading) else [c.reading for c in found.choices]
    for reading in choices:
        assert reading.at is not None
        assert timedelta(hours=-7) <= reading.at - at <= timedelta(hours=25)
        assert show_time(reading.at, zone) == "14:05"


@given(st.one_of(st.text(max_size=40), st.text("0123456789:-+~<>? apmUTCZh./,JanFeb", max_size=25)))
def test_any_text_gets_a_reading_or_a_question(text: str):
    assert isinstance(parse_time_input(text, EVENING), TimeReading | TimeQuestion)
