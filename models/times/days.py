"""A typed day to a date, leaning forward: `3 Mar`, `Friday`, `tomorrow`, `+2w`, `in 10 days`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from models.times.dates import Anchor, read_days
from models.times.reading import Asked, Doubt, TimeQuestion
from models.times.show import WEEKDAYS, short_date

_AHEAD = re.compile(r"^(?:\+|in\s+)\s*(\d{1,4})\s*(d|days?|w|weeks?|m|months?)$", re.IGNORECASE)
_LEAN = timedelta(days=150)
"""A day without a year is looked for around this far ahead, so that few are taken as past."""


def parse_day(text: str, today: date) -> date | TimeQuestion:
    """Read a day as people write it; ask back where it has no meaning or two."""
    plain = " ".join(text.split()).rstrip(".")
    named = _named(plain, today)
    if named is not None:
        return named
    try:
        days = read_days(plain, Anchor(before=today + _LEAN, today=today))
    except Asked as asked:
        return asked.question
    if days is None:
        sentence = f"“{plain}” is no day yet. Write it like 3 Mar, Friday or +2w."
        return TimeQuestion(sentence, Doubt.NOT_A_TIME)
    if len(days) > 1:
        both = " or ".join(short_date(day) for day in days)
        return TimeQuestion(f"Is “{plain}” {both}? Write the month as a word.", Doubt.WHICH_DATE)
    return days[0]


def _named(text: str, today: date) -> date | None:
    low = text.lower()
    if low in ("today", "tomorrow"):
        return today + timedelta(days=low == "tomorrow")
    ahead = _AHEAD.match(low)
    if ahead:
        return _ahead(int(ahead[1]), ahead[2][0], today)
    for number, name in enumerate(WEEKDAYS):
        if low in (name.lower(), name[:3].lower(), f"next {name.lower()}"):
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _ahead(count: int, unit: str, today: date) -> date | None:
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + count
    for day in range(today.day, 27, -1):
        try:
            return date(months // 12, months % 12 + 1, day)
        except ValueError:
            continue
    return date(months // 12, months % 12 + 1, min(today.day, 28))
