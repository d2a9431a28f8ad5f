"""The parts of a report, and which of them tell the story in time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from importers.notes.days import Day, find_day
from importers.notes.lines import BOLD_LEVEL, Line, LineKind
from importers.notes.stamp import Stamp, read_stamp

_TIMELINE = re.compile(
    r"\b(?:time\s?-?line|chronology|sequence of events|log of events|event log|incident log"
    r"|order of events)\b",
    re.IGNORECASE,
)

_TITLE_CHARS = 100


@dataclass(slots=True)
class Section:
    """A heading and the lines up to the next one; the first section may have no heading."""

    heading: Line | None = None
    stamp: Stamp | None = None
    """The time a heading carries: `### 20:15`."""
    day: Day | None = None
    """The day a heading names."""
    lines: list[Line] = field(default_factory=list)

    @property
    def says_timeline(self) -> bool:
        """Whether the heading announces a timeline."""
        return self.heading is not None and bool(_TIMELINE.search(self.heading.text))

    @property
    def is_day(self) -> bool:
        """Whether the heading begins with a day."""
        return self.day is not None and self.stamp is None and read_stamp(self.title) is not None

    @property
    def title(self) -> str:
        """The words of the heading."""
        return self.heading.text if self.heading is not None else ""

    @property
    def level(self) -> int:
        """The level of the heading, 0 for none."""
        return self.heading.level if self.heading is not None else 0


def read_sections(lines: list[Line]) -> list[Section]:
    """Part the lines at each heading."""
    sections = [Section()]
    title = _plain_title(lines)
    for line in lines:
        if line is title:
            sections.append(_headed(replace(line, level=1), is_title=True))
        elif line.kind is not LineKind.HEADING and _is_bare_day(line):
            sections.append(_headed(replace(line, level=BOLD_LEVEL), is_title=False))
        elif line.kind is LineKind.HEADING:
            sections.append(_headed(line, is_title=not _has_heading(sections)))
        else:
            sections[-1].lines.append(line)
    return sections


def in_timeline(sections: list[Section]) -> list[bool]:
    """Tell which sections stand under a heading that announces a timeline.

    Headings that are a day or a time belong to it at whatever level they are written.
    """
    inside: list[bool] = []
    level = 0
    for section in sections:
        timed = section.stamp is not None or section.is_day
        if level and section.heading is not None and section.level <= level and not timed:
            level = 0
        if not level and section.says_timeline:
            level = section.level
        inside.append(bool(level))
    return inside


def _plain_title(lines: list[Line]) -> Line | None:
    """Return a first line that names the day and stands apart: `Checkout, 4 March 2026 (UTC)`."""
    words = [line for line in lines[:20] if line.kind is not LineKind.BLANK]
    if not words or words[0].kind is not LineKind.TEXT or len(words[0].text) > _TITLE_CHARS:
        return None
    first = words[0]
    place = lines.index(first)
    apart = place + 1 < len(lines) and lines[place + 1].kind is LineKind.BLANK
    said = first.text.rstrip()[-1:] not in ".,;:" and read_stamp(first.text) is None
    return first if apart and said and find_day(first.text) is not None else None


def _has_heading(sections: list[Section]) -> bool:
    return any(section.heading is not None for section in sections)


def _is_bare_day(line: Line) -> bool:
    if line.kind is not LineKind.TEXT or line.indent or len(line.text) > 60:
        return False
    day = find_day(line.text)
    if day is None or day.weekday is not None:
        return day is not None
    stamp = read_stamp(line.text.rstrip(":"))
    return stamp is not None and stamp.clock is None and not stamp.rest


def _headed(line: Line, *, is_title: bool) -> Section:
    stamp = read_stamp(line.text)
    is_entry = stamp is not None and stamp.clock is not None
    if is_title and line.level == 1 and stamp is not None and stamp.rest:
        is_entry = False
    day = stamp.day if stamp is not None and is_entry else find_day(line.text)
    return Section(line, stamp if is_entry else None, day)
