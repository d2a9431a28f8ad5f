"""Times of day as people write them: `14:05`, `2:54 PM`, `14h05`, `1830 UTC`, `14:??`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

_COLON = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d|:\d)(?:\s?([AaPp])\.?[Mm]\b\.?)?"
)
_MERIDIAN = re.compile(r"(\d{1,2})()()()\s?([AaPp])\.?[Mm]\b\.?")
_HOUR_LETTER = re.compile(r"(\d{1,2})[hH](\d{2})\b()()()")
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})()()()(?=\s?(?:Z|UTC|GMT)\b)|(?!)")
_FORMS = (_COLON, _MERIDIAN, _HOUR_LETTER, _FOUR_DIGITS)
_UNREADABLE = re.compile(r"(?=[^\s|]*[?xX-])[\dXx?-]{1,2}:[\dXx?-]{2}(?::[\dXx?-]{2})?(?![\w?])")
_TEMPLATE = re.compile(r"(?:hh|HH):(?:mm|MM)(?::(?:ss|SS))?(?!\w)")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day since midnight; `since` is None for one that cannot be read."""

    since: timedelta | None
    meridian: str = ""
    has_seconds: bool = False
    is_template: bool = False
    """The placeholder of a form, `HH:mm`."""


def read_clock(text: str, start: int = 0) -> tuple[ClockTime, int] | None:
    """Read a time of day at a place in a text; return it with the place behind it."""
    for form in _FORMS:
        found = form.match(text, start)
        if found is not None and found[1]:
            return _clock_of(found), found.end()
    found = _TEMPLATE.match(text, start)
    if found is not None:
        return ClockTime(None, is_template=True), found.end()
    found = _UNREADABLE.match(text, start)
    return (ClockTime(None), found.end()) if found is not None else None


def before_noon_like(first: ClockTime, end: ClockTime) -> ClockTime:
    """Return `2:54` of `2:54-3:10 PM` in the half of the day that its end names."""
    if first.since is None or end.since is None or first.meridian or not end.meridian:
        return first
    later = first.since + timedelta(hours=12)
    if first.since >= timedelta(hours=12) or later > end.since:
        return first
    return ClockTime(later, end.meridian, first.has_seconds)


def _clock_of(found: re.Match[str]) -> ClockTime:
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    half = (found[5] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else hour
    micro = int((found[4] or "").ljust(6, "0")[:6])
    at_midnight = hour == 24 and minute == second == 0
    if (hour > 23 and not at_midnight) or minute > 59 or second > 60:
        return ClockTime(None)
    since = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
    return ClockTime(since, half, bool(found[3]))
