"""How much work an action is, read from what people write: `2-5`, `half a day`, `1 week`."""

from __future__ import annotations

import re

_NUMBER = r"(\d+(?:[.,]\d+)?|half|½)"
_RANGE = re.compile(
    rf"^(?:about |~)?{_NUMBER}(?:\s*(?:-|\u2013|to|or)\s*{_NUMBER})?\s*(?:an? )?"
    r"(h|hours?|d|days?|w|weeks?|months?)?(?: of work)?$",
    re.IGNORECASE,
)
_DAYS = {"h": 1 / 8, "d": 1.0, "w": 5.0, "m": 20.0}
EFFORT_QUESTION = "How many working days, at least and at most? Write it like 2 to 5."


def read_effort(text: str) -> tuple[float | None, float | None] | None:
    """Return the least and the most working days; None where the text is no effort.

    A week has 5 working days, a month 20, a day 8 hours.
    """
    plain = " ".join(text.lower().split())
    if not plain:
        return None, None
    found = _RANGE.match(plain)
    if found is None:
        return None
    unit = _DAYS[(found[3] or "d")[0]]
    low = _number(found[1]) * unit
    high = _number(found[2]) * unit if found[2] else low
    return min(low, high), max(low, high)


def effort_words(low: float | None, high: float | None) -> str:
    """Write an effort so that it is read back: `2 to 5 days`, `1 day`."""
    ends = [each for each in (low, high) if each is not None]
    if not ends:
        return ""
    least, most = f"{ends[0]:g}", f"{ends[-1]:g}"
    if least == most:
        return f"{most} day{'' if most == '1' else 's'}"
    return f"{least} to {most} days"


def _number(text: str) -> float:
    return 0.5 if text in ("half", "½") else float(text.replace(",", "."))
