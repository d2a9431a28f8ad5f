"""The time of day in a typed text: `14:05`, `14:05:30`, `10:55 pm`, `14h05`."""

from __future__ import annotations

import re
from datetime import time

from models.times.reading import Doubt, ask

CLOCK_PATTERN = (
    r"(?:\d{1,2}(?:[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?:\s?[ap]\.?m\.?)?"
    r"|\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\.?)"
)
"""What a time of day looks like, for finding it in a longer text (ignoring case)."""

_PARTS = re.compile(
    r"^(?P<hour>\d{1,2})(?:[:h.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d+))?)?)?"
    r"\s?(?P<half>[ap])?\.?m?\.?$",
    re.IGNORECASE,
)


def read_clock(text: str) -> time:
    """Return the time of day that a text matching CLOCK_PATTERN names, or ask."""
    found = _PARTS.match(text)
    if found is None:
        raise ask(Doubt.NOT_A_TIME, not_a_time(text))
    hour = _hour(int(found["hour"]), (found["half"] or "").lower(), text)
    part = (found["part"] or "")[:6].ljust(6, "0")
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0), int(part))
    except ValueError:
        raise _no_such(text) from None


def not_a_time(text: str) -> str:
    """Return the sentence for a text that holds no time."""
    return f"“{text}” does not read as a time. Write it like 14:05, 3 Mar 14:05 or +12m."


def _hour(hour: int, half: str, text: str) -> int:
    if not half or hour > 12:
        if half == "a" and hour > 12:
            raise _no_such(text)
        return hour
    if hour == 0:
        raise _no_such(text)
    return hour % 12 + (12 if half == "p" else 0)


def _no_such(text: str) -> Exception:
    sentence = f"No clock shows {text}. Write a time from 00:00 to 23:59."
    return ask(Doubt.NO_SUCH_TIME, sentence)
