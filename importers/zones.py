"""Time zones as people write them: IANA names, offsets, abbreviations, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from importers.record import ZoneSource


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as written; `name` is what is stored, empty where the words can mean several."""

    written: str
    name: str
    source: ZoneSource
    home: str = ""
    """For an abbreviation, the IANA zone it is used in."""

    @property
    def is_known(self) -> bool:
        """Whether the words mean one zone only."""
        return bool(self.name)

    @property
    def clock(self) -> tzinfo:
        """The clock of this zone; only for a known one."""
        return clock_of(self.name)


_NY, _CHI = "America/New_York", "America/Chicago"
_DEN, _LA = "America/Denver", "America/Los_Angeles"
_ABBREVIATIONS: dict[str, tuple[str, str]] = {
    "EST": ("-05:00", _NY),
    "EDT": ("-04:00", _NY),
    "CDT": ("-05:00", _CHI),
    "MST": ("-07:00", _DEN),
    "MDT": ("-06:00", _DEN),
    "PST": ("-08:00", _LA),
    "PDT": ("-07:00", _LA),
    "AKST": ("-09:00", "America/Anchorage"),
    "AKDT": ("-08:00", "America/Anchorage"),
    "HST": ("-10:00", "Pacific/Honolulu"),
    "WET": ("+00:00", "Europe/Lisbon"),
    "WEST": ("+01:00", "Europe/Lisbon"),
    "BST": ("+01:00", "Europe/London"),
    "CET": ("+01:00", "Europe/Berlin"),
    "CEST": ("+02:00", "Europe/Berlin"),
    "MEZ": ("+01:00", "Europe/Berlin"),
    "MESZ": ("+02:00", "Europe/Berlin"),
    "EET": ("+02:00", "Europe/Helsinki"),
    "EEST": ("+03:00", "Europe/Helsinki"),
    "MSK": ("+03:00", "Europe/Moscow"),
    "SAST": ("+02:00", "Africa/Johannesburg"),
    "SGT": ("+08:00", "Asia/Singapore"),
    "HKT": ("+08:00", "Asia/Hong_Kong"),
    "JST": ("+09:00", "Asia/Tokyo"),
    "KST": ("+09:00", "Asia/Seoul"),
    "AWST": ("+08:00", "Australia/Perth"),
    "AEST": ("+10:00", "Australia/Sydney"),
    "AEDT": ("+11:00", "Australia/Sydney"),
    "NZST": ("+12:00", "Pacific/Auckland"),
    "NZDT": ("+13:00", "Pacific/Auckland"),
}
"""Abbreviation -> offset and the zone that uses it."""

_HOMES = {"ET": _NY, "CT": _CHI, "MT": _DEN, "PT": _LA}
_UNIVERSAL = frozenset({"UTC", "GMT", "Z", "UT"})
_SEVERAL = frozenset({"IST", "CST", "AST", "GST", "ECT", "PYT", "SST", "ADT", "WAT", "ACT", "PKT"})
_WORDS = {
    "coordinated universal time": "UTC",
    "universal time": "UTC",
    "greenwich mean time": "UTC",
    "eastern standard time": "EST",
    "eastern daylight time": "EDT",
    "eastern time": "ET",
    "eastern": "ET",
    "central daylight time": "CDT",
    "central time": "CT",
    "mountain time": "MT",
    "pacific standard time": "PST",
    "pacific daylight time": "PDT",
    "pacific time": "PT",
    "pacific": "PT",
    "british summer time": "BST",
    "central european time": "CET",
    "central european summer time": "CEST",
    "india standard time": "Asia/Kolkata",
    "indian standard time": "Asia/Kolkata",
}

_WORD_CHOICE = "|".join(sorted(_WORDS, key=len, reverse=True))
PATTERN = (
    rf"(?:(?:UTC|GMT)\s?[+\-\u2212]\d{{1,2}}(?::?\d{{2}})?|[+\-\u2212]\d{{2}}:?\d{{2}}"
    rf"|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+){{1,2}}|(?i:{_WORD_CHOICE})\b"
    rf"|[A-Z]{{2,5}}(?![A-Za-z0-9])|Z(?![A-Za-z0-9]))"
)
"""What may stand where a zone is written; `zone_of` tells whether it is one."""

_OFFSET_PARTS = re.compile(r"(?:UTC|GMT)?\s?([+\-\u2212])(\d{1,2}):?(\d{2})?$")


@lru_cache(maxsize=1)
def _iana() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


@lru_cache(maxsize=512)
def clock_of(name: str) -> tzinfo:
    """Return the clock of a stored zone name: an IANA name or an offset such as `+02:00`."""
    found = _OFFSET_PARTS.match(name)
    if found is None:
        return ZoneInfo(name)
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timezone(timedelta(minutes=-minutes if found[1] != "+" else minutes))


@lru_cache(maxsize=512)
def zone_of(written: str) -> Zone | None:
    """Return the zone that words mean; unknown name where several share it, None where none."""
    words = written.strip(" ()")
    upper = words.upper()
    if upper in _UNIVERSAL:
        source = ZoneSource.OFFSET if upper == "Z" else ZoneSource.EXPLICIT
        return Zone(words, "UTC", source)
    if upper in _SEVERAL:
        return Zone(words, "", ZoneSource.NONE)
    if upper in _ABBREVIATIONS:
        offset, home = _ABBREVIATIONS[upper]
        return Zone(words, offset, ZoneSource.EXPLICIT, home)
    if upper in _HOMES:
        return Zone(words, _HOMES[upper], ZoneSource.EXPLICIT)
    if words.lower() in _WORDS:
        return zone_of(_WORDS[words.lower()])
    return _offset(words) or _named(words)


def stored_name(zone: Zone, at: datetime) -> str:
    """Return the name to store: for an abbreviation its home, where that showed the same then."""
    if not zone.home:
        return zone.name
    same = clock_of(zone.home).utcoffset(at) == zone.clock.utcoffset(None)
    return zone.home if same else zone.name


def _offset(words: str) -> Zone | None:
    found = _OFFSET_PARTS.match(words)
    if found is None or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return None
    sign = "+" if found[1] == "+" else "-"
    return Zone(words, f"{sign}{int(found[2]):02}:{found[3] or '00'}", ZoneSource.OFFSET)


def _named(words: str) -> Zone | None:
    name = _iana().get(words.lower())
    if name is None or "/" not in name:
        return None
    return Zone(words, name, ZoneSource.EXPLICIT)
