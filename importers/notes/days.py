"""Days as people write them, with and without a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b"
)
_YEAR = r"(?P<year>\d{4})(?!\d|:\d)"
_NTH = r"(?:st|nd|rd|th)?"
_DASH = r"[-\u2010\u2011/.]"
_LEAD = rf"(?:{_WEEKDAY}[,.]?\s+)?(?:the\s+)?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}}){_DASH}(?P<num>\d{{1,2}}){_DASH}(?P<day>\d{{1,2}})(?!\d)",
        rf"{_LEAD}{_MONTH}\s+(?P<day>\d{{1,2}}){_NTH}(?:\s?[-\u2013]\s?\d{{1,2}}{_NTH})?(?!\d|:\d)"
        rf"(?:,?\s+{_YEAR})?",
        rf"{_LEAD}(?P<day>\d{{1,2}}){_NTH}\.?(?:\s+(?:of\s+)?|[-/]){_MONTH}(?:(?:,?\s+|[-/]){_YEAR}"
        rf"|/(?P<logyear>\d{{4}})(?=:))?",
        rf"{_LEAD}(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep)(?P<year>\d{{4}})"
        rf"(?!\d)",
    )
)
_WEEKDAY_TAIL = re.compile(rf",?\s*\(?{_WEEKDAY}\)?", re.IGNORECASE)
_WEEKDAY_ONLY = re.compile(rf"\W*({_WEEKDAY})\W*$", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"({_WEEKDAY}),?(?=\s+\d{{1,2}}:\d\d)", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([-/])(\d{1,2})\2\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written. `either` marks 3/4/2021, where month and day may be the other way round."""

    year: int | None = None
    month: int = 0
    day: int = 0
    either: bool = False
    weekday: int | None = None
    """For a weekday that stands alone: 0 is Monday."""


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether numeric days begin with the day or the month; None where the text does not show."""

    day_first: bool | None = None


def read_day(text: str, start: int = 0) -> tuple[Day, int] | None:
    """Read a day at a place in a text; return it with the place behind it."""
    for form in _FORMS:
        found = form.match(text, start)
        if found is not None:
            return _day_of(found), _behind_weekday(text, found.end())
    return None


def read_weekday(text: str, start: int = 0) -> tuple[Day, int] | None:
    """Read a weekday that stands before a time of day: `Mon 14:02`."""
    found = _WEEKDAY_BEFORE.match(text, start)
    if found is None:
        return None
    return Day(weekday=_WEEKDAYS.index(found[1][:3].lower())), found.end()


def find_day(text: str) -> Day | None:
    """Return the first day written anywhere in a heading, or a weekday that stands alone."""
    alone = _WEEKDAY_ONLY.match(text)
    if alone is not None:
        return Day(weekday=_WEEKDAYS.index(alone[1][:3].lower()))
    found = [match for form in _FORMS if (match := _first(form, text)) is not None]
    return _day_of(min(found, key=lambda match: match.start())) if found else None


def day_order(text: str) -> DayOrder:
    """Tell from all numeric days of a text which number is the day."""
    first = second = False
    for found in _NUMERIC.finditer(text):
        first = first or int(found[1]) > 12
        second = second or int(found[3]) > 12
    return DayOrder() if first == second else DayOrder(first)


def settle(day: Day, near: date | None, order: DayOrder) -> date | None:
    """Return the calendar day meant, or None where it cannot be told.

    Without a year it is the one nearest to `near`. Raises ValueError for a day that does not
    exist, such as 31 February.
    """
    if day.weekday is not None:
        return near + timedelta(days=(day.weekday - near.weekday()) % 7) if near else None
    readings = _readings(day, near, order)
    if near is None:
        return readings[0] if len(readings) == 1 else None
    return min(readings, key=lambda each: abs((each - near).days))


def _readings(day: Day, near: date | None, order: DayOrder) -> list[date]:
    if day.year is None:
        if near is None:
            date(2000, day.month, day.day)
            return []
        return _existing([(near.year + step, day.month, day.day) for step in (-1, 0, 1)])
    straight, swapped = (day.year, day.month, day.day), (day.year, day.day, day.month)
    if not day.either or order.day_first is True:
        return [date(*straight)]
    return [date(*swapped)] if order.day_first is False else _existing([straight, swapped])


def _existing(parts: list[tuple[int, int, int]]) -> list[date]:
    days = []
    for each in parts:
        try:
            days.append(date(*each))
        except ValueError:
            continue
    if not days:
        raise ValueError(parts)
    return days


def _first(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(
        (each for each in form.finditer(text) if each.start() == 0 or _is_edge(text, each.start())),
        None,
    )


def _is_edge(text: str, place: int) -> bool:
    return not (text[place - 1].isalnum() or text[place - 1] in "-/.")


def _behind_weekday(text: str, place: int) -> int:
    tail = _WEEKDAY_TAIL.match(text, place)
    return tail.end() if tail else place


def _day_of(found: re.Match[str]) -> Day:
    part = found.groupdict()
    year = part.get("year") or part.get("logyear")
    if part.get("first"):
        first, second = int(part["first"]), int(part["second"])
        either = part["sep"] != "." and first <= 12 and second <= 12 and first != second
        if second > 12:
            first, second = second, first
        return Day(int(part["year"]), second, first, either)
    month = part.get("month")
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(part["num"])
    return Day(int(year) if year else None, number, int(part["day"]))
