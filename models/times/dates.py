"""The day in a typed text: `3 Mar`, `31 Jan 2017`, `2017-01-31`, `31/01/2017`, `yesterday`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from models.times.reading import Doubt, ask
from models.times.show import MONTHS, WEEKDAYS, full_date

_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=\S)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DAY_NAME = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?(?:[\s,-]+(\d{4}))?$", re.I)
_NAME_DAY = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:[\s,]+(\d{4}))?$", re.I)
_DOTTED = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})?$")
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})$")
_FROM_NOW = {"yesterday": -1, "today": 0}
_FROM_BEFORE = {"same day": 0, "next day": 1, "the next day": 1}

RELATIVE_DAYS = (*_FROM_NOW, *_FROM_BEFORE)
"""The words that name a day by its distance."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a day without its year, or named by its distance, counts from."""

    before: date | None
    """Day of the event before it, or of the incident."""
    today: date | None


def read_days(text: str, anchor: Anchor) -> tuple[date, ...] | None:
    """Return the day a text names, two where day and month could be swapped, or None for no day.

    Raises a question where the text looks like a day that no calendar has.
    """
    plain = _WEEKDAY.sub("", text.strip())
    days = _relative(plain.lower(), anchor)
    for pattern, reader in _READERS:
        found = pattern.match(plain)
        if days is None and found:
            days = reader(found, anchor)
    if days is not None:
        _check_weekday(text.strip(), days)
    return days


def _relative(text: str, anchor: Anchor) -> tuple[date, ...] | None:
    if text in _FROM_NOW:
        base, days = anchor.today, _FROM_NOW[text]
    elif text in _FROM_BEFORE:
        base, days = anchor.before, _FROM_BEFORE[text]
    else:
        return None
    if base is None:
        raise ask(Doubt.WHICH_DATE, f"Which day is meant by “{text}”? Write it like 3 Mar 14:05.")
    return (base + timedelta(days=days),)


def _year_first(found: re.Match[str], _anchor: Anchor) -> tuple[date, ...] | None:
    return (_date(int(found[1]), int(found[2]), int(found[3])),)


def _day_name(found: re.Match[str], anchor: Anchor) -> tuple[date, ...] | None:
    return _named(found[2], int(found[1]), found[3], anchor)


def _name_day(found: re.Match[str], anchor: Anchor) -> tuple[date, ...] | None:
    return _named(found[1], int(found[2]), found[3], anchor)


def _dotted(found: re.Match[str], anchor: Anchor) -> tuple[date, ...] | None:
    day, month = int(found[1]), int(found[2])
    return (_date(int(found[3]), month, day) if found[3] else _nearest(month, day, anchor),)


def _slashed(found: re.Match[str], _anchor: Anchor) -> tuple[date, ...] | None:
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if first > 12 or first == second:
        return (_date(year, second, first),)
    if second > 12:
        return (_date(year, first, second),)
    return (_date(year, second, first), _date(year, first, second))


_Reader = Callable[[re.Match[str], Anchor], "tuple[date, ...] | None"]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_YEAR_FIRST, _year_first),
    (_DAY_NAME, _day_name),
    (_NAME_DAY, _name_day),
    (_DOTTED, _dotted),
    (_SLASHED, _slashed),
)


def _named(month: str, day: int, year: str | None, anchor: Anchor) -> tuple[date, ...] | None:
    number = _month(month)
    if number is None:
        return None
    return (_date(int(year), number, day) if year else _nearest(number, day, anchor),)


def _month(word: str) -> int | None:
    short = word.lower().removesuffix(".")
    short = "sep" if short == "sept" else short
    fits = [n for n, name in enumerate(MONTHS, 1) if short in (name.lower(), name[:3].lower())]
    return fits[0] if fits else None


def _nearest(month: int, day: int, anchor: Anchor) -> date:
    base = anchor.before or anchor.today
    if base is None:
        name = f"{day} {MONTHS[month - 1]}" if 1 <= month <= 12 else f"{day}.{month}."
        raise ask(Doubt.WHICH_DATE, f"Which year was {name}? Write it like 3 Mar 2017 14:05.")
    years = [_maybe(base.year + step, month, day) for step in (-1, 0, 1)]
    fits = [found for found in years if found is not None]
    if not fits:
        return _date(base.year, month, day)
    return min(fits, key=lambda found: abs(found - base))


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date:
    found = _maybe(year, month, day)
    if found is None:
        name = MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"
        sentence = f"The calendar has no {day} {name} {year}. Which day was it?"
        raise ask(Doubt.NO_SUCH_DATE, sentence)
    return found


def _check_weekday(text: str, days: tuple[date, ...]) -> None:
    found = _WEEKDAY.match(text)
    if found is None or any(
        WEEKDAYS[day.weekday()].lower().startswith(found[1].lower()) for day in days
    ):
        return
    day = days[0]
    said = next(name for name in WEEKDAYS if name.lower().startswith(found[1].lower()))
    sentence = f"{full_date(day)} was a {WEEKDAYS[day.weekday()]}, not a {said}. Which day was it?"
    raise ask(Doubt.NO_SUCH_DATE, sentence)
