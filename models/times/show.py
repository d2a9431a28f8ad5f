"""How an instant is written on the screen and on paper, the same on every machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from models.times.zones import offset_at, zone_from
from models.values import Precision

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TO = "\u2013"
"""The dash between the two ends of a span."""
PRECISION_SIGNS = {
    Precision.EXACT: "",
    Precision.ABOUT: "~",
    Precision.BEFORE: "<",
    Precision.AFTER: ">",
    Precision.UNKNOWN: "?",
}
PRECISION_WORDS = {
    Precision.EXACT: "",
    Precision.ABOUT: "about",
    Precision.BEFORE: "before",
    Precision.AFTER: "after",
    Precision.UNKNOWN: "at an unknown time",
}


def show_time(
    at: datetime | None,
    zone: str,
    precision: Precision = Precision.EXACT,
    *,
    seconds: bool = False,
) -> str:
    """Write a time as in the event list: `23:26`, `~22:40`, `<14:00`, `>14:00` or `?`."""
    if at is None or precision is Precision.UNKNOWN:
        return "?"
    return PRECISION_SIGNS[precision] + clock(at, zone, seconds=seconds)


def show_span(
    at: datetime | None,
    at_end: datetime | None,
    zone: str,
    precision: Precision = Precision.EXACT,
) -> str:
    """Write a time with its end, where it has one: `14:05-14:20`, `23:50-1 Feb 00:10`."""
    start = show_time(at, zone, precision)
    if at is None or at_end is None:
        return start
    same_day = local(at, zone).date() == local(at_end, zone).date()
    end = clock(at_end, zone)
    return start + TO + (end if same_day else f"{short_day(at_end, zone)} {end}")


def spoken_time(at: datetime | None, zone: str, precision: Precision = Precision.EXACT) -> str:
    """Write a time for a screen reader or a sentence: `about 22:40`, `at an unknown time`."""
    if at is None or precision is Precision.UNKNOWN:
        return PRECISION_WORDS[Precision.UNKNOWN]
    return f"{PRECISION_WORDS[precision]} {clock(at, zone)}".strip()


def clock(at: datetime, zone: str, *, seconds: bool = False) -> str:
    """Write the time of day in a zone."""
    return f"{local(at, zone):%H:%M:%S}" if seconds else f"{local(at, zone):%H:%M}"


def short_day(at: datetime, zone: str) -> str:
    """Write the day without its year: `31 Jan`."""
    return short_date(local(at, zone).date())


def short_date(day: date) -> str:
    """Write a date without its year: `31 Jan`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def day_in_words(at: datetime, zone: str) -> str:
    """Write the day without its year, in full: `31 January`."""
    day = local(at, zone)
    return f"{day.day} {MONTHS[day.month - 1]}"


def full_date(day: date) -> str:
    """Write a date in full: `31 January 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_heading(at: datetime, zone: str) -> str:
    """Write the heading above the events of a day: `Tuesday 31 January 2017`."""
    day = local(at, zone).date()
    return f"{WEEKDAYS[day.weekday()]} {full_date(day)}"


def full_time(at: datetime, zone: str) -> str:
    """Write an instant so that it stands alone: `31 January 2017, 23:26 UTC+1`."""
    return f"{full_date(local(at, zone).date())}, {clock(at, zone)} {zone_words(at, zone)}"


def zone_words(at: datetime, zone: str) -> str:
    """Write how far a zone is from UTC at an instant: `UTC`, `UTC+1`, `UTC-3:30`."""
    offset = offset_at(at, zone)
    if offset == "+00:00":
        return "UTC"
    hours, minutes = int(offset[1:3]), offset[4:]
    return f"UTC{offset[0]}{hours}" + ("" if minutes == "00" else f":{minutes}")


def zone_place(zone: str) -> str:
    """Write the place a zone is named after: `Amsterdam`; an offset or UTC stays as it is."""
    return zone.rsplit("/", 1)[-1].replace("_", " ") if "/" in zone else zone or "UTC"


def utc_clock(at: datetime, zone: str) -> str:
    """Write the time in UTC where the zone shown is another one, else nothing."""
    same = local(at, zone).utcoffset() == timedelta()
    return "" if same else f"{clock(at, 'UTC')} UTC"


def personal_clock(at: datetime, zone: str, who: str, place: str = "") -> str:
    """Write a person's own time: `00:26 for the Database engineer in Amsterdam`.

    Empty where the person's zone is not known.
    """
    if not zone:
        return ""
    where = place or zone_place(zone)
    return f"{clock(at, zone)} for the {who} in {where}"


def duration_words(span: timedelta) -> str:
    """Write a length of time: `45 s`, `45 min`, `1 h 30 min`, `2 days 3 h`."""
    seconds = int(abs(span).total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    minutes, hours, days = seconds // 60 % 60, seconds // 3600 % 24, seconds // 86400
    if days:
        parts = [f"{days} day{'s' if days > 1 else ''}", f"{hours} h" if hours else ""]
    else:
        parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    return " ".join(part for part in parts if part)


def local(at: datetime, zone: str) -> datetime:
    """Return an aware instant on the clock of a zone; a naive one is taken as UTC."""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return aware.astimezone(zone_from(zone))
