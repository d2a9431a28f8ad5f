"""Counting in working days: Monday to Friday, on a local calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models.times.zones import zone_from


def is_working_day(day: date) -> bool:
    """Tell whether a day is Monday to Friday."""
    return day.weekday() < 5


def add_working_days(day: date, days: int) -> date:
    """Return the day so many working days later; weekends are stepped over."""
    left = days
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def moment_after(moment: datetime, days: int, zone: str) -> datetime:
    """Return the same time of day so many working days later, on the clock of a zone."""
    local = moment.astimezone(zone_from(zone))
    later = add_working_days(local.date(), days)
    return datetime.combine(later, local.timetz())
