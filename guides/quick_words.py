"""How a quick event line was read, said in words: its chips and the small line below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guides.kinds import KIND_TITLES, MARK_TITLES, kinds_starting, marks_starting
from guides.quick_parts import Part, Span
from guides.quick_result import Chip, QuickEvent
from models.times.reading import TimeReading
from models.times.show import PRECISION_WORDS, clock, day_in_words, zone_words
from models.values import Mark


def chip(span: Span, lanes: Sequence[str]) -> Chip | None:
    """Return the chip of a part, or None for plain text and for what has to be asked about."""
    words = _chip_words(span, lanes)
    return Chip(span.part, span.start, span.end, words) if words else None


def _chip_words(span: Span, lanes: Sequence[str]) -> str:
    if span.part is Part.KIND:
        kinds = kinds_starting(span.text)
        return KIND_TITLES[kinds[0]] if len(kinds) == 1 else ""
    if span.part is Part.MARK:
        marks = marks_starting(span.text)
        return f"marked {MARK_TITLES[marks[0]].lower()}" if len(marks) == 1 else ""
    if span.part is Part.LANE:
        return f"lane {lane_of(span, lanes)}"
    if span.part is Part.GAP:
        return f"gap: {as_question(span.text)}"
    return "detail" if span.part is Part.DETAIL else ""


def time_words(reading: TimeReading, zone: str) -> str:
    """Say how a time was read: `about 14:05 UTC, 3 March`."""
    if reading.at is None:
        return "time unknown, behind the event before it"
    about = PRECISION_WORDS[reading.precision]
    span = f" to {clock(reading.at_end, zone)}" if reading.at_end else ""
    day = day_in_words(reading.at, zone) + (" (next day)" if reading.next_day else "")
    said = f"{about} {clock(reading.at, zone)}{span} {zone_words(reading.at, zone)}, {day}"
    return said.strip()


def event_words(event: QuickEvent, zone: str, *, shows_kind: bool) -> str:
    """Say how a whole line was read: `14:05 UTC, 3 March \u00b7 lane Checkout \u00b7 Detection`."""
    parts = [
        time_words(event.time, zone),
        f"lane {event.lane}" if event.lane else "",
        KIND_TITLES[event.kind] if shows_kind else "",
        *(f"marked {MARK_TITLES[mark].lower()}" for mark in Mark if mark in event.marks),
        f"gap: {event.gap}" if event.gap else "",
    ]
    return " \u00b7 ".join(part for part in parts if part)


def lane_of(span: Span, lanes: Sequence[str]) -> str:
    """Return the lane a part names: a known one, also by its beginning, or a new one."""
    typed, plain = span.text, _lane_key(span.text)
    same = [lane for lane in lanes if _lane_key(lane) == plain]
    begun = [] if span.quoted else [lane for lane in lanes if _lane_key(lane).startswith(plain)]
    if same:
        return same[0]
    if len(begun) == 1:
        return begun[0]
    plain_word = typed.isalpha() and typed.islower() and not span.quoted
    return typed.capitalize() if plain_word else typed


def as_question(text: str) -> str:
    """Return a gap as a question with its capital and its question mark."""
    if not text:
        return ""
    return text[0].upper() + text[1:].rstrip("?. ") + "?"


def _lane_key(lane: str) -> str:
    return re.sub(r"[\s_\-]+", " ", lane).strip().lower()
