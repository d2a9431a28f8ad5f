"""The time-boxed agenda of a meeting, in which the walk through the timeline gets at least half.

Stored one chapter a line, `minutes|title`; a line whose title starts with `- ` is a part of the
chapter above it, and its minutes are within that chapter's (P14).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.phrases import shortened
from models.rows import EventRow

WALK = "Walk the timeline"
_WALK_WORDS = re.compile(r"\b(?:walk|timeline|story)\b", re.IGNORECASE)
_LINE = re.compile(r"^\s*(\d{1,3})\s*\|\s*(- )?\s*(\S.*?)\s*$")
_MOST_CHAPTERS = 5
_LEAST_WALK = 0.5


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the meeting; `part` where it lies within the chapter above it."""

    minutes: int
    title: str
    part: bool = False

    @property
    def is_walk(self) -> bool:
        """Whether this is the walk through the timeline."""
        return not self.part and bool(_WALK_WORDS.search(self.title))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The chapters of a meeting in their order."""

    chapters: tuple[Chapter, ...] = ()

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(chapter.minutes for chapter in self.chapters if not chapter.part)

    @property
    def walk_minutes(self) -> int:
        """How long the walk through the timeline takes."""
        return sum(chapter.minutes for chapter in self.chapters if chapter.is_walk)

    @property
    def walk_gets_half(self) -> bool:
        """Whether the walk gets at least half of the time (P14)."""
        return self.minutes > 0 and self.walk_minutes >= _LEAST_WALK * self.minutes

    @property
    def text(self) -> str:
        """The agenda as it is stored."""
        lines = (f"{c.minutes}|{'- ' if c.part else ''}{c.title}" for c in self.chapters)
        return "\n".join(lines)


def read_agenda(text: str) -> Agenda:
    """Read a stored agenda; lines without minutes are taken as chapters of no length."""
    chapters = []
    for line in filter(str.strip, text.splitlines()):
        found = _LINE.match(line)
        if found:
            chapters.append(Chapter(int(found[1]), found[3], part=bool(found[2])))
        else:
            chapters.append(Chapter(0, line.strip().lstrip("|").strip()))
    return Agenda(tuple(chapters))


def suggested_agenda(minutes: int, events: Sequence[EventRow] = ()) -> Agenda:
    """Return the agenda of an hour (5, 36, 12, 7 minutes) cut to a length, with its chapters."""
    opening, themes, closing = (max(1, round(minutes * share / 60)) for share in (5, 12, 7))
    walk = max(1, minutes - opening - themes - closing)
    return Agenda(
        (
            Chapter(opening, "Open"),
            Chapter(walk, WALK),
            *walk_chapters(events, walk),
            Chapter(themes, "Themes"),
            Chapter(closing, "Close"),
        )
    )


def walk_chapters(events: Sequence[EventRow], minutes: int) -> tuple[Chapter, ...]:
    """Cut the timeline into at most five chapters around its decisions, minutes by weight."""
    groups = _groups(events)
    if len(groups) < 2:
        return ()
    weights = [sum(3 if event.is_decision else 1 for event in group) for group in groups]
    shares = [max(1, int(minutes * weight / sum(weights))) for weight in weights]
    shares[weights.index(max(weights))] += minutes - sum(shares)
    named = zip(shares, groups, strict=True)
    return tuple(Chapter(share, _title(group), part=True) for share, group in named if share > 0)


def _groups(events: Sequence[EventRow]) -> list[list[EventRow]]:
    count = min(_MOST_CHAPTERS, max(1, len(events) // 3))
    timed = [place for place in range(1, len(events)) if _pause(events, place) is not None]
    longest = sorted(timed, key=lambda place: _pause(events, place) or 0, reverse=True)
    cuts = [0, *sorted(longest[: count - 1]), len(events)]
    return [list(events[a:b]) for a, b in pairwise(cuts) if b > a]


def _pause(events: Sequence[EventRow], place: int) -> float | None:
    before, after = events[place - 1].at, events[place].at
    return (after - before).total_seconds() if before and after else None


def _title(group: Sequence[EventRow]) -> str:
    event = next((event for event in group if event.is_decision), group[0])
    return shortened(event.title)
