"""Which zone a name means: UTC, a place, an offset, or an abbreviation with one meaning."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from models.errors import ReviewError
from models.phrases import either

_OFFSET = re.compile(r"^(?:UTC|GMT)?\s*([+\-\u2212])(\d{1,2})(?::?(\d{2}))?$", re.IGNORECASE)
_UTC_NAMES = frozenset({"", "utc", "z", "gmt", "zulu", "etc/utc", "etc/gmt", "uct"})
_FURTHEST = timedelta(hours=14)

ABBREVIATIONS: dict[str, str] = {
    "WET": "+00:00",
    "WEST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "MSK": "+03:00",
    "SGT": "+08:00",
    "HKT": "+08:00",
    "AWST": "+08:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "NZST": "+12:00",
    "NZDT": "+13:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "AKST": "-09:00",
    "AKDT": "-08:00",
    "HST": "-10:00",
}
"""Abbreviations with one meaning in practice, and the offset each of them names."""

AMBIGUOUS: dict[str, tuple[tuple[str, str], ...]] = {
    "IST": (("India", "+05:30"), ("Ireland", "+01:00"), ("Israel", "+02:00")),
    "CST": (("Central North America", "-06:00"), ("China", "+08:00")),
    "BST": (("British summer time", "+01:00"), ("Bangladesh", "+06:00")),
    "AST": (("Atlantic Canada", "-04:00"), ("Arabia", "+03:00")),
    "GST": (("the Gulf", "+04:00"), ("South Georgia", "-02:00")),
}
"""Abbreviations that several places use, each with the place and its offset."""


class UnknownZoneError(ReviewError):
    """The name stands for no zone."""


class AmbiguousZoneError(ReviewError):
    """The abbreviation stands for several zones; `choices` are pairs of place and offset."""

    def __init__(self, name: str) -> None:
        self.choices = AMBIGUOUS[name.upper()]
        places = either(f"{place} (UTC{offset})" for place, offset in self.choices)
        super().__init__(f"{name} is used in several places: {places}. Which one is meant?")


def zone_from(name: str) -> tzinfo:
    """Return the zone that a name stands for; raise UnknownZoneError or AmbiguousZoneError."""
    return _zone(name.strip())


def zone_key(name: str) -> str:
    """Return how a zone is stored: `UTC`, an IANA name or an offset such as `+02:00`."""
    zone = zone_from(name)
    if zone is UTC:
        return "UTC"
    if isinstance(zone, ZoneInfo):
        return zone.key
    return _offset_key(zone.utcoffset(None) or timedelta())


@lru_cache(maxsize=1)
def list_zones() -> tuple[str, ...]:
    """Return UTC and every place name of the zone database, for a chooser."""
    regions = {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
    places = (key for key in available_timezones() if key.partition("/")[0] in regions)
    return ("UTC", *sorted(key for key in places if "/" in key))


def is_zone_suffix(token: str) -> bool:
    """Tell whether a word after a time is meant as its zone.

    Stricter than `zone_from`: a title may go on with "met" or "Japan", so that places need their
    region (`Asia/Tokyo`) and abbreviations their capitals.
    """
    if token.lower() in {"utc", "gmt", "z"} or token in ABBREVIATIONS or token in AMBIGUOUS:
        return True
    if _OFFSET.match(token):
        return _is_offset(token)
    return "/" in token and token.lower() in _by_lower_case()


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo:
    if name.lower() in _UTC_NAMES:
        return UTC
    if _OFFSET.match(name):
        return _offset_zone(name)
    if name.upper() in AMBIGUOUS:
        raise AmbiguousZoneError(name)
    if name.upper() in ABBREVIATIONS:
        return _offset_zone(ABBREVIATIONS[name.upper()])
    key = _by_lower_case().get(name.lower().replace(" ", "_")) or _by_city(name)
    if key is None:
        raise UnknownZoneError(
            f"“{name}” is not a zone this app knows. "
            "Choose a place such as Europe/Amsterdam, or an offset such as +02:00."
        )
    return ZoneInfo(key)


def _is_offset(name: str) -> bool:
    try:
        _offset_zone(name)
    except UnknownZoneError:
        return False
    return True


def _offset_zone(name: str) -> tzinfo:
    found = _OFFSET.match(name)
    if found is None:
        raise UnknownZoneError(f"“{name}” is not an offset. Write it like +02:00.")
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if offset > _FURTHEST or int(minutes or 0) > 59:
        raise UnknownZoneError(f"No place is {name} from UTC. Write an offset like +02:00.")
    if not offset:
        return UTC
    return timezone(offset if sign == "+" else -offset)


def _offset_key(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    sign = "+" if minutes >= 0 else "-"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@lru_cache(maxsize=1)
def _by_lower_case() -> dict[str, str]:
    return {key.lower(): key for key in available_timezones()}


def _by_city(name: str) -> str | None:
    city = name.lower().replace(" ", "_")
    found = {key for key in list_zones() if key.lower().rsplit("/", 1)[-1] == city}
    return found.pop() if len(found) == 1 else None


def offset_at(instant: datetime, zone: str) -> str:
    """Return how far a zone is from UTC at an instant, as `+02:00`."""
    return _offset_key(instant.astimezone(zone_from(zone)).utcoffset() or timedelta())
