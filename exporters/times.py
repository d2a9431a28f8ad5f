"""Dates, times and lengths of time as a page says them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models.phrases import listed
from models.rows import EventRow
from models.times.show import (
    MONTHS,
    PRECISION_WORDS,
    full_date,
    local,
    zone_place,
    zone_words,
)
from models.times.show import clock as clock_of
from models.values import Precision


def near_date(day: date, year: int) -> str:
    """Return `3 March`, with its year where that is not `year`."""
    return f"{day.day} {MONTHS[day.month - 1]}" if day.year == year else full_date(day)


def clock(at: datetime, zone: str) -> str:
    """Return `23:05`, with seconds where there are any."""
    return clock_of(at, zone, seconds=bool(at.second))


def event_clock(event: EventRow, zone: str) -> str:
    """Return the time of an event with its precision: `about 22:30`, `22:30 to 22:40`."""
    if event.at is None or event.precision is Precision.UNKNOWN:
        return event.time_text or "not known"
    until = f" to {clock(event.at_end, zone)}" if event.at_end else ""
    return f"{PRECISION_WORDS[event.precision]} {clock(event.at, zone)}{until}".strip()


def date_and_clock(at: datetime, zone: str) -> str:
    """Return `31 January 2017, 23:26`."""
    return f"{full_date(local(at, zone).date())}, {clock(at, zone)}"


def zone_name(zone: str, at: datetime | None) -> str:
    """Return how readers know the zone: `UTC`, or `Amsterdam time (UTC+1)`."""
    place = zone_place(zone)
    if at is None or place.upper().startswith("UTC"):
        return place
    return f"{place} time ({zone_words(at, zone)})"


def length(span: timedelta) -> str:
    """Return `18 hours and 33 minutes`; `under a minute` below one."""
    minutes = round(span.total_seconds() / 60)
    days, rest = divmod(minutes, 1440) if minutes >= 2 * 1440 else (0, minutes)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    said = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts if count]
    return listed(said[:2]) or "under a minute"
