"""The time at the beginning of a line, and what the line says after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from importers import limits
from importers.notes.clocks import ClockTime, before_noon_like, read_clock
from importers.notes.days import Day, read_day, read_weekday
from importers.record import ZoneSource
from importers.zones import PATTERN, Zone, zone_of
from models.values import Precision

_HEDGES = {
    "~": Precision.ABOUT,
    "\u2248": Precision.ABOUT,
    "c": Precision.ABOUT,
    "ca": Precision.ABOUT,
    "circa": Precision.ABOUT,
    "approx": Precision.ABOUT,
    "approximately": Precision.ABOUT,
    "about": Precision.ABOUT,
    "around": Precision.ABOUT,
    "roughly": Precision.ABOUT,
    "between": Precision.ABOUT,
    "<": Precision.BEFORE,
    "\u2264": Precision.BEFORE,
    "before": Precision.BEFORE,
    ">": Precision.AFTER,
    "\u2265": Precision.AFTER,
    "after": Precision.AFTER,
}
_OPEN = re.compile(r"(?:\s|\*\*|__|[*_`\[(])*")
_HEDGE = re.compile(
    r"(?:(?P<at>at)\s+)?(?:(?P<sign>[~\u2248<>\u2264\u2265])\s?"
    r"|(?P<word>ca?\.|circa|approx(?:imately)?\.?|about|around|roughly|between|before|after|from"
    r"|at|on)\s+)?",
    re.IGNORECASE,
)
_TO_CLOCK = re.compile(r"[Tt](?=\d)|:(?=\d\d:)|\s*(?:,|@|\bat\b|[-\u2013\u2014:|])?\s*(?:~\s?)?")
_RANGE = re.compile(r"\s?(?:[-\u2013\u2014]|->|\u2192|\bto\b|\buntil\b|\btill\b|\band\b)\s?")
_ZONE = re.compile(rf"\s?\(?({PATTERN}|(?i:utc|gmt)\b)\)?")
_STRANGE_ZONE = re.compile(r"\s?\(([A-Z]{2,4}T)\)")
_WORDLIKE_ZONES = frozenset({"WEST", "WET", "ACT", "WAT", "EAST", "HST", "CT", "MT", "PT"})
_BESIDE = re.compile(r"\s?[(/]\s?")
_DAY_AFTER = re.compile(r"\s?(?:\(|,\s?|\bon\s)\s?")
_UNSURE = re.compile(r"\s?(?:ish\b|\?)")
_CLOSE = re.compile(r"\*\*|__|[*_`\])]")
_DELIMITER = re.compile(r"=>|->|[:\-\u2013\u2014|\u2022,;.](?!\d)")
_LINK = re.compile(r"\((https?://[^\s()]+)\)")
_SPACED_OFFSET = re.compile(r"\s[+-]\d\d:?\d\d(?!\d)")
_SAYS_ABOUT = re.compile(r"\((?:approx|about|roughly|ca\.|circa|maybe|not sure)", re.I)


_REMARK_ONLY = re.compile(r"\([^()]{1,60}\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A written time. At least one of `day` and `clock` is there."""

    written: str
    rest: str
    """What the line says."""
    day: Day | None = None
    clock: ClockTime | None = None
    end: ClockTime | None = None
    zone: Zone | None = None
    precision: Precision = Precision.EXACT
    link: str = ""

    @property
    def is_template(self) -> bool:
        """Whether this is the placeholder of a form that nobody filled in."""
        return self.clock is not None and self.clock.is_template


class _Reader:
    """Walks over the beginning of a line, taking what it recognises."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.day: Day | None = None
        self.clock: ClockTime | None = None
        self.end: ClockTime | None = None
        self.zone: Zone | None = None
        self.hedge = ""
        self.precision = Precision.EXACT
        self.opened = ""
        self.start = 0

    def read(self) -> bool:
        """Take everything up to the end of the time; tell whether there was one."""
        self.opened = self._take(_OPEN)
        self.start = self.place
        self._take_hedge()
        if self._take_day():
            self._take_clock_after_day()
        elif self._take_clock():
            self._take_end()
            self._take_day_after()
            self._close_angle()
        return self._is_acceptable()

    def _take(self, form: re.Pattern[str]) -> str:
        found = form.match(self.text, self.place)
        if found is None:
            return ""
        self.place = found.end()
        return found[0]

    def _take_hedge(self) -> None:
        found = _HEDGE.match(self.text, self.place)
        if found is None or not found[0]:
            return
        self.place = found.end()
        self.hedge = (found["sign"] or found["word"] or found["at"] or "").lower().rstrip(".")
        self.precision = _HEDGES.get(self.hedge, Precision.EXACT)

    def _take_day(self) -> bool:
        found = read_day(self.text, self.place) or read_weekday(self.text, self.place)
        if found is None:
            return False
        self.day, self.place = found
        return True

    def _take_clock_after_day(self) -> None:
        before = self.place
        joint = self._take(_TO_CLOCK)
        if "~" in joint:
            self.precision = Precision.ABOUT
        if not joint or not self._take_clock(is_iso=joint in {"T", "t", ":"}):
            self.place = before
            return
        self._take_end()

    def _take_clock(self, *, is_iso: bool = False) -> bool:
        found = read_clock(self.text, self.place)
        if found is None:
            return False
        self.clock, self.place = found
        if self._take(_UNSURE):
            self.precision = Precision.ABOUT
        if is_iso or self.clock.has_seconds or self._spaced_offset_follows():
            self.zone = self._take_zone()
        return True

    def _spaced_offset_follows(self) -> bool:
        return _SPACED_OFFSET.match(self.text, self.place) is not None

    def _take_end(self) -> None:
        if not self._take_range():
            self.zone = self.zone or self._take_zone()
            self._take_range()
        self._take_beside()

    def _take_range(self) -> bool:
        before = self.place
        if self._take(_RANGE) and self.clock is not None:
            found = read_clock(self.text, self.place)
            if found is not None and found[0].since is not None:
                self.end, self.place = found
                self.clock = before_noon_like(self.clock, self.end)
                self.zone = self.zone or self._take_zone()
                return True
        self.place = before
        return False

    def _take_zone(self) -> Zone | None:
        found = _ZONE.match(self.text, self.place)
        zone = zone_of(found[1]) if found is not None else None
        if found is not None and zone is not None and self._is_no_word(found):
            self.place = found.end()
            return zone
        strange = _STRANGE_ZONE.match(self.text, self.place)
        if strange is None:
            return None
        self.place = strange.end()
        return Zone(strange[1], "", ZoneSource.NONE)

    def _is_no_word(self, found: re.Match[str]) -> bool:
        return found[1] not in _WORDLIKE_ZONES or found[0].lstrip().startswith("(")

    def _take_beside(self) -> None:
        """Pass over the same moment in another zone: `13:14 EDT (17:14 UTC)`."""
        before = self.place
        if self._take(_BESIDE):
            found = read_clock(self.text, self.place)
            if found is not None:
                self.place = found[1]
                if self._take_zone() is not None:
                    self._take(re.compile(r"\s?\)"))
                    return
        self.place = before

    def _take_day_after(self) -> None:
        before = self.place
        if self._take(_DAY_AFTER) and self._take_day():
            self._take(re.compile(r"\s?\)"))
            return
        self.place = before

    def _close_angle(self) -> None:
        """Take `<14:02>`, as chat logs write it, for a time in brackets."""
        if self.hedge == "<" and self.text.startswith(">", self.place):
            self.precision = Precision.EXACT
            self.place += 1

    def _is_acceptable(self) -> bool:
        behind = self.text[self.place : self.place + 1]
        if behind.isalnum():
            return False
        if self.clock is None:
            return self._is_acceptable_day(behind)
        if self.hedge in {"at", "on"} and self.day is None:
            return False
        return self.end is not None or self.hedge not in {"from", "between"}

    def _is_acceptable_day(self, behind: str) -> bool:
        if self.day is None or self.hedge not in {"", "~"}:
            return False
        after = self.text[self.place :].lstrip()
        spaced = behind in {"", " ", "\t"} and self.day.year is not None
        return spaced or not after or bool(_DELIMITER.match(after) or _CLOSE.match(after))


def read_stamp(text: str) -> Stamp | None:
    """Read the time at the beginning of a line without its list mark; None where there is none."""
    head = text[: 3 * limits.TIME_CHARS]
    reader = _Reader(head)
    if not reader.read() or reader.place > 2 * limits.TIME_CHARS:
        return None
    rest, link = _rest_of(text, reader.place, reader.opened)
    stamp = Stamp(
        written=text[reader.start : reader.place].strip(),
        rest=rest,
        day=reader.day,
        clock=reader.clock,
        end=reader.end,
        zone=reader.zone,
        precision=reader.precision,
        link=link,
    )
    return _with_remark(stamp)


def _with_remark(stamp: Stamp) -> Stamp:
    """Take a doubt written behind a time, `22:52 (maybe earlier?)`, as part of the time."""
    if _SAYS_ABOUT.match(stamp.rest) is None:
        return stamp
    alone = _REMARK_ONLY.match(stamp.rest) is not None
    return replace(
        stamp,
        written=f"{stamp.written} {stamp.rest}" if alone else stamp.written,
        rest="" if alone else stamp.rest,
        precision=Precision.ABOUT if stamp.precision is Precision.EXACT else stamp.precision,
    )


def _rest_of(text: str, place: int, opened: str) -> tuple[str, str]:
    """Return what follows a time, without its closing marks, and the address the time linked to."""
    open_marks = [mark[0] for mark in re.finditer(r"\*\*|__|[*_`\[(]", opened)]
    rest, link, delimited = text[place:], "", False
    while rest:
        closing = _CLOSE.match(rest)
        if rest[0].isspace():
            rest = rest.lstrip()
        elif closing and open_marks and _closes(open_marks[-1], closing[0]):
            open_marks.pop()
            rest = rest[closing.end() :]
            linked = _LINK.match(rest) if closing[0] == "]" else None
            if linked:
                link, rest = linked[1], rest[linked.end() :]
        elif not delimited and (mark := _DELIMITER.match(rest)):
            delimited, rest = True, rest[mark.end() :]
        else:
            break
    unclosed = "".join(mark for mark in open_marks if mark in {"**", "__", "*", "_", "`"})
    return (unclosed + rest if rest else ""), link


def _closes(opened: str, closing: str) -> bool:
    return {"[": "]", "(": ")"}.get(opened, opened) == closing
