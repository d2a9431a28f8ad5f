"""Where the parts of a quick event line begin and end: lane, kind, mark, gap, detail, title.

A part starts with its sign at the start of a word: `@` lane, `#` kind, `!` mark, `?` gap, `->`
detail. A lane of several words is written `@"Database engineer"`, or plainly where the review
knows it. `#123` is a ticket and stays text; a backslash before a sign keeps it as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a stretch of the line is."""

    TIME = "time"
    TITLE = "title"
    LANE = "lane"
    KIND = "kind"
    MARK = "mark"
    GAP = "gap"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line, its sign included in `start` and left out of `text`."""

    part: Part
    start: int
    end: int
    text: str
    quoted: bool = False


_SIGNS = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<lane>@)(?=[\w\"])|(?P<kind>#)(?=[A-Za-z])|(?P<mark>!)(?=[A-Za-z])"
    r"|(?P<gap>\?)(?=\w)|(?P<detail>->|\u2192))"
)
_QUOTED = re.compile(r'"([^"]*)"?')
_WORD = re.compile(r"[\w\-./]+")
_ESCAPED = re.compile(r"\\(?=[@#!?\-\u2192])")
_RUNNING = (Part.GAP, Part.DETAIL)
"""Parts that run on until the next sign; the others are one word, and the title goes on."""


def split_parts(line: str, start: int, lanes: Sequence[str]) -> Iterator[Span]:
    """Yield the parts of a line from `start`, in order; the title and detail may be in pieces."""
    text_part, begin = Part.TITLE, start
    for found in _SIGNS.finditer(line, start):
        if found.start() < begin:
            continue
        yield from _plain(line, text_part, begin, found.start())
        part = Part(found.lastgroup or "title")
        if part in _RUNNING:
            text_part, begin = part, found.start()
            continue
        span = _word(line, part, found, lanes)
        yield span
        text_part = Part.DETAIL if text_part is Part.DETAIL else Part.TITLE
        begin = span.end
    yield from _plain(line, text_part, begin, len(line))


def _plain(line: str, part: Part, start: int, end: int) -> Iterator[Span]:
    stretch = line[start:end]
    bare = re.sub(r"^(?:->|\u2192|\?(?=\w))", "", stretch) if part in _RUNNING else stretch
    text = _ESCAPED.sub("", bare).strip()
    if text:
        indent = len(stretch) - len(stretch.lstrip())
        yield Span(part, start + indent, start + len(stretch.rstrip()), text)


def _word(line: str, part: Part, found: re.Match[str], lanes: Sequence[str]) -> Span:
    begin = found.end()
    if part is Part.LANE:
        quoted = _QUOTED.match(line, begin)
        if quoted:
            return Span(part, found.start(), quoted.end(), quoted[1].strip(), quoted=True)
        known = _known_lane(line[begin:], lanes)
        if known:
            return Span(part, found.start(), begin + len(known), known)
    word = _WORD.match(line, begin)
    end = word.end() if word else begin
    text = line[begin:end].rstrip(".")
    return Span(part, found.start(), begin + len(text), text)


def _known_lane(rest: str, lanes: Sequence[str]) -> str:
    lower = rest.lower()
    for lane in sorted(lanes, key=len, reverse=True):
        after = lower[len(lane) : len(lane) + 1]
        if lane and lower.startswith(lane.lower()) and not (after.isalnum() or after in {"_", "-"}):
            return rest[: len(lane)]
    return ""
