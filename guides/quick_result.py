"""What comes of a quick event line: an event, or a question about a part of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from guides.quick_parts import Part
from models.times.reading import TimeChoice, TimeContext, TimeReading
from models.values import EventKind, Mark


@dataclass(frozen=True, slots=True)
class Chip:
    """A recognised part of the line, by the characters it takes, and how it was read."""

    part: Part
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickContext:
    """What a line leans on: the event before it, and the lanes the review already has."""

    time: TimeContext = field(default_factory=TimeContext)
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickEvent:
    """What a line says, ready to become an event; `gap` is an open question about it."""

    time: TimeReading
    title: str
    detail: str = ""
    lane: str = ""
    kind: EventKind = EventKind.NORMAL
    marks: frozenset[Mark] = frozenset()
    gap: str = ""
    chips: tuple[Chip, ...] = ()
    words: str = ""
    """How the line was read, for the small line below the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickQuestion:
    """What to ask back; `start` and `end` are the characters in doubt."""

    sentence: str
    start: int = 0
    end: int = 0
    times: tuple[TimeChoice, ...] = ()
    """Meanings of the time, where that is what is asked."""
    replacements: tuple[str, ...] = ()
    """Texts that could stand in place of the characters in doubt."""
    chips: tuple[Chip, ...] = ()
