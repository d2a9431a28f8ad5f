"""Lines of a text, each with what Markdown says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from importers.limits import LINE_CHARS

BOLD_LEVEL = 7
"""A bold line that stands alone ranks below every heading."""

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s(.*)$")
_BOLD = re.compile(r"\s{0,3}(?:\*\*([^*]+)\*\*|__([^_]+)__)\s*:?\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*$")
_BULLET = re.compile(
    r"(?P<indent>\s*)(?:[-*+\u2022\u25e6\u2023\u2013]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?P<text>.*)$"
)
_FENCE = re.compile(r"\s*(?:[-*+]\s+)?(`{3,}|~{3,})")
_SEPARATOR = re.compile(r"(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_QUOTE = re.compile(r"\s{0,3}((?:>\s?)+)(.*)$")
_COMMENT = re.compile(r"\s*<!--.*-->\s*$")
_INNER_ENTRY = re.compile(r"(?<=[.!?])\s+(?=\d{1,2}:\d{2}(?:\s(?:UTC|GMT))?\s[-\u2013\u2014]\s\S)")


class LineKind(Enum):
    """What a line is."""

    BLANK = auto()
    HEADING = auto()
    BULLET = auto()
    ROW = auto()
    SEPARATOR = auto()
    FENCED = auto()
    """Inside a code fence; the fence marks themselves too."""
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `text` is without list mark, heading mark or quote mark."""

    number: int
    """From 1."""
    kind: LineKind
    text: str
    raw: str
    indent: int = 0
    level: int = 0
    """Of a heading: 1 to 6, or BOLD_LEVEL."""
    quoted: bool = False
    part: int = 0
    """Above 0 for a further entry inside the same line."""


def read_lines(text: str) -> list[Line]:
    """Split a cleaned text into lines and tell what each one is."""
    lines: list[Line] = []
    fence = ""
    for number, raw in enumerate(text.split("\n"), start=1):
        if len(raw) > LINE_CHARS:
            lines.append(Line(number, LineKind.TEXT, raw.strip(), raw))
            continue
        mark = _FENCE.match(raw)
        if fence or mark:
            lines.append(Line(number, LineKind.FENCED, raw.strip(), raw, _indent(raw)))
            fence = _next_fence(fence, mark)
        elif _UNDERLINE.match(raw) and lines and _can_be_title(lines[-1]):
            level = 1 if raw.strip().startswith("=") else 2
            lines[-1] = replace(lines[-1], kind=LineKind.HEADING, level=level)
        else:
            lines.extend(_inner_entries(_line(number, raw)))
    return _with_open_tables(lines)


def _with_open_tables(lines: list[Line]) -> list[Line]:
    """Mark the rows of tables written without outer pipes: known by the rule below their head."""
    in_table = False
    for place, line in enumerate(lines):
        under = lines[place + 1] if place + 1 < len(lines) else None
        heads = under is not None and under.kind is LineKind.SEPARATOR and "|" in under.raw
        in_table = heads or (in_table and (_is_open_row(line) or line.kind is LineKind.SEPARATOR))
        if in_table and _is_open_row(line):
            lines[place] = replace(line, kind=LineKind.ROW, text=line.raw.strip())
    return lines


def _is_open_row(line: Line) -> bool:
    return line.kind is LineKind.TEXT and "|" in line.raw


def _next_fence(fence: str, mark: re.Match[str] | None) -> str:
    if not fence:
        return mark[1][:3] if mark else ""
    return "" if mark and mark[1].startswith(fence) else fence


def _can_be_title(line: Line) -> bool:
    return line.kind is LineKind.TEXT and not line.indent and len(line.text) <= 80


def _line(number: int, raw: str) -> Line:
    if not raw.strip() or _COMMENT.match(raw):
        return Line(number, LineKind.BLANK, "", raw)
    if (heading := _HEADING.match(raw)) is not None:
        words = heading[2].strip().rstrip("#").rstrip()
        return Line(number, LineKind.HEADING, words, raw, level=len(heading[1]))
    if (bold := _BOLD.match(raw)) is not None:
        words = (bold[1] or bold[2]).strip()
        return Line(number, LineKind.HEADING, words, raw, level=BOLD_LEVEL)
    if _SEPARATOR.match(raw.strip()) and ("|" in raw or "--" in raw):
        return Line(number, LineKind.SEPARATOR, "", raw)
    if raw.lstrip().startswith("|"):
        return Line(number, LineKind.ROW, raw.strip(), raw, _indent(raw))
    return _listed_or_text(number, raw)


def _listed_or_text(number: int, raw: str) -> Line:
    quote = _QUOTE.match(raw)
    quoted = quote is not None and not re.match(r"\s*>\s?\d", raw)
    body = quote[2] if quoted and quote is not None else raw
    bullet = _BULLET.match(body)
    if bullet is not None:
        indent = _indent(body)
        return Line(number, LineKind.BULLET, bullet["text"].strip(), raw, indent, quoted=quoted)
    return Line(number, LineKind.TEXT, body.strip(), raw, _indent(body), quoted=quoted)


def _inner_entries(line: Line) -> Iterator[Line]:
    """Part a line of prose where a further entry begins inside it: `... . 18:30 - then`."""
    if line.kind not in {LineKind.TEXT, LineKind.BULLET} or len(line.text) < 20:
        yield line
        return
    for part, text in enumerate(_INNER_ENTRY.split(line.text)):
        yield replace(line, text=text, part=part)


def _indent(raw: str) -> int:
    expanded = raw.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
