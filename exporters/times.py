"""Dates, times and lengths of time as words on a page, always in English whatever the machine."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from models.errors import ReviewError
from models.rows import EventRow, ReviewRow
from models.values import Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PREFIX = {
    Precision.ABOUT: "about ",
    Precision.BEFORE: "before ",
    Precision.AFTER: "after ",
}


def zone_of(review: ReviewRow) -> ZoneInfo:
    """Return the zone that a review speaks; ReviewError where this machine does not know it."""
    try:
        return ZoneInfo(review.zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError) as problem:
        sentence = (
            f"The zone “{review.zone}” of “{review.title}” is not known on this machine; "
            "choose another one under Prepare."
        )
        raise ReviewError(sentence) from problem


def long_date(day: date) -> str:
    """Return `31 January 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def near_date(day: date, year: int) -> str:
    """Return `3 March`, with its year where that is not `year`."""
    return f"{day.day} {MONTHS[day.month - 1]}" + ("" if day.year == year else f" {day.year}")


def short_month(day: date) -> str:
    """Return `31 Jan`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def clock(at: datetime, zone: ZoneInfo) -> str:
    """Return `23:05`, with seconds where there are any."""
    local = at.astimezone(zone)
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def event_clock(event: EventRow, zone: ZoneInfo) -> str:
    """Return the time of an event with its precision: `about 22:30`, `22:30 to 22:40`."""
    if event.at is None:
        return event.time_text or "not known"
    if event.precision is Precision.UNKNOWN:
        return "not known"
    until = f" to {clock(event.at_end, zone)}" if event.at_end else ""
    return f"{_PREFIX.get(event.precision, '')}{clock(event.at, zone)}{until}"


def date_and_clock(at: datetime, zone: ZoneInfo) -> str:
    """Return `31 January 2017, 23:26`."""
    return f"{long_date(at.astimezone(zone).date())}, {clock(at, zone)}"


def zone_name(zone: ZoneInfo, at: datetime | None) -> str:
    """Return how readers know the zone: `UTC`, or `Europe/Amsterdam (CET)`."""
    if at is None or zone.key == "UTC":
        return zone.key
    short = at.astimezone(zone).tzname() or ""
    return f"{zone.key} ({short})" if short.isalpha() else zone.key


def length(span: timedelta) -> str:
    """Return `18 hours 33 minutes`; `under a minute` below one."""
    minutes = round(span.total_seconds() / 60)
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    said = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts if number]
    return " ".join(said[:2]) or "under a minute"
