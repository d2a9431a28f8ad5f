"""A whole text of notes, read into records in order."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from importers.notes.dating import Calendar, Dated
from importers.notes.days import day_order
from importers.notes.entries import Entry, Item, LeftOut, read_entries, timed
from importers.notes.lines import LineKind, read_lines
from importers.notes.sections import Section, in_timeline, read_sections
from importers.notes.statements import Statement
from importers.record import Answers, ImportedRecord, Skipped
from importers.zones import Zone
from models.values import RecordKind

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A section with what was found in it."""

    section: Section
    items: list[Item]
    inside: bool
    is_timed: bool

    @property
    def is_told(self) -> bool:
        """Whether it has something to tell: times, or a heading that promises them."""
        return self.is_timed or self.section.says_timeline or self.section.is_day


class Notes:
    """A cleaned text; iterate `records` once, then read `remarks`."""

    def __init__(self, text: str, answers: Answers) -> None:
        sections = read_sections(read_lines(text))
        found = [read_entries(section) for section in sections]
        self._parts = [
            _Part(section, items, inside, any(True for _ in timed(items)))
            for section, items, inside in zip(sections, found, in_timeline(sections), strict=True)
        ]
        self._is_report = any(part.inside and part.is_timed for part in self._parts)
        fallback, self._fallback_note = self._fallback_zone()
        self._calendar = Calendar(answers, day_order(text), fallback)
        self._seen: Counter[str] = Counter()
        self._position = 0

    @property
    def has_times(self) -> bool:
        """Whether any entry carries a time or a day."""
        return any(part.is_timed for part in self._parts)

    @property
    def remarks(self) -> tuple[str, ...]:
        """How the text was read, where a reader might wonder; complete after `records`."""
        note = (self._fallback_note,) if self._calendar.used_fallback else ()
        return (*note, *self._calendar.notes)

    def records(self) -> Iterator[ImportedRecord | Skipped]:
        """Yield records and what is left out, in the order of the text."""
        for part in self._parts:
            if part.is_told and (part.inside or not self._is_report):
                yield from self._told(part)
            else:
                yield from self._passed_over(part)

    def _told(self, part: _Part) -> Iterator[ImportedRecord | Skipped]:
        if part.section.day is not None and part.section.stamp is None:
            self._calendar.enter_day(part.section.day)
        for item in part.items:
            if isinstance(item, Statement):
                self._calendar.hear(item)
            elif isinstance(item, LeftOut):
                yield Skipped(place=f"line {item.line}", reason=item.reason)
            else:
                yield from self._record(item)

    def _record(self, entry: Entry) -> Iterator[ImportedRecord]:
        dated = self._calendar.date_of(entry.stamp) if entry.stamp is not None else Dated()
        if not entry.text:
            return
        written = entry.stamp.written if entry.stamp is not None else ""
        yield ImportedRecord(
            identity=self._identity(written, entry.text),
            position=self._position,
            text=entry.text,
            at=dated.at,
            at_end=dated.at_end,
            time_text=written,
            zone=dated.zone,
            zone_source=dated.zone_source,
            precision=dated.precision,
            missing=dated.missing,
            doubt=dated.doubt,
            kind=RecordKind.NOTES,
            link=entry.stamp.link if entry.stamp is not None else "",
            place=f"line {entry.line}",
        )
        self._position += 1

    def _identity(self, written: str, text: str) -> str:
        """Return the hash of the normalised line with its occurrence (product.md)."""
        normal = _SPACE.sub(" ", f"{written} {text}").strip().casefold()
        key = hashlib.sha256(normal.encode()).hexdigest()[:24]
        self._seen[key] += 1
        return f"{key}.{self._seen[key]}"

    def _passed_over(self, part: _Part) -> Iterator[Skipped]:
        section = part.section
        for item in part.items:
            if isinstance(item, Statement):
                self._calendar.hear_outside(item, f"line {_first_line(section)}")
        if section.day is not None and section.heading is not None:
            place = f"line {section.heading.number}, \u201c{section.title[:60]}\u201d"
            self._calendar.enter_day(section.day, outside=place)
        numbers = [line.number for line in section.lines if line.kind is not LineKind.BLANK]
        if numbers:
            yield Skipped(place=_span(numbers), reason=self._why_not(part))

    def _why_not(self, part: _Part) -> str:
        if not self._is_report:
            return "no time in this part"
        if part.inside:
            return "no time in this part of the timeline"
        if part.is_timed:
            return "outside the timeline, though it holds times"
        return "outside the timeline"

    def _fallback_zone(self) -> tuple[Zone | None, str]:
        """Return the one zone that the text names anywhere, for times that stand before it."""
        items = [item for part in self._parts for item in part.items]
        stated = {item.zone for item in items if isinstance(item, Statement) and item.zone}
        if stated:
            only = _only(stated)
            return (
                only,
                f"All times are read as {only.written}, which the text names." if only else "",
            )
        beside = {entry.stamp.zone for entry in timed(items) if entry.stamp and entry.stamp.zone}
        only = _only(beside)
        if only is None:
            return None, ""
        return only, f"Times without a zone are read as {only.written}, like the ones beside them."


def _only(zones: set[Zone]) -> Zone | None:
    known = {zone.name for zone in zones}
    return next(iter(zones)) if len(known) == 1 else None


def _first_line(section: Section) -> int:
    first = section.heading or (section.lines[0] if section.lines else None)
    return first.number if first is not None else 1


def _span(numbers: list[int]) -> str:
    first, last = numbers[0], numbers[-1]
    return f"line {first}" if first == last else f"lines {first}-{last}"
