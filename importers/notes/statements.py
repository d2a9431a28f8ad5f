"""What a text says about all its times: `All times in UTC`, `(times in BST)`, `Date: 4 March`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.notes.days import Day, find_day
from importers.zones import PATTERN, Zone, zone_of

_ABOUT_TIMES = re.compile(
    r"(?:^|[(\[])[\W_]*(?:note:?\s+|please note\W+)?"
    r"(?:(?:all|the|these|following|dates?|and|&|local)\s+)*"
    r"(?:time\s?zone|times?(?:tamps?)?|tz)\b(?P<tail>[^|\n]{0,100})",
    re.IGNORECASE,
)
_ZONE = re.compile(rf"(?<![\w/+\-])(?:{PATTERN}|(?i:utc|gmt)\b)")
_IN_HEADING = re.compile(rf"(?:\(|\bin )\s*(?:in )?({PATTERN}|(?i:utc|gmt)\b)\s*\)?")
_DATE_LINE = re.compile(r"\W*(?:incident\s+)?(?:date|day)\W{1,6}", re.IGNORECASE)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Statement:
    """A zone and a day that hold for the times below."""

    zone: Zone | None = None
    day: Day | None = None


def read_statement(text: str) -> Statement | None:
    """Read a line that speaks about all times; None for any other line."""
    if len(text) > _LONGEST:
        return None
    found = _ABOUT_TIMES.search(text)
    if found is not None and _names_zone(found["tail"]):
        return Statement(_only_zone(found["tail"]), find_day(found["tail"]))
    dated = _DATE_LINE.match(text)
    if dated is not None and (day := find_day(text[dated.end() :])) is not None:
        return Statement(None, day)
    return None


def zone_in_heading(text: str) -> Zone | None:
    """Return the zone that a heading or the head of a time column names."""
    found = _ABOUT_TIMES.search(text)
    if found is not None and (zone := _only_zone(found["tail"])) is not None:
        return zone
    named = _IN_HEADING.search(text)
    return zone_of(named[1]) if named is not None else None


def zone_in_cell(text: str) -> Zone | None:
    """Return the one zone that the head of a time column names, `UTC` or `Time (UTC)`."""
    return _only_zone(text)


def _names_zone(text: str) -> bool:
    return any(zone_of(word) is not None for word in _ZONE.findall(text))


def _only_zone(text: str) -> Zone | None:
    """Return the zone that all zone words of a text agree on; None where they differ."""
    zones = [zone for word in _ZONE.findall(text) if (zone := zone_of(word)) is not None]
    if not zones or any(zone.name != zones[0].name for zone in zones):
        return None
    return zones[0]
