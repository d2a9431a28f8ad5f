"""From the lines of a section to its entries: what belongs together as one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from importers.limits import LINE_CHARS
from importers.notes.lines import Line, LineKind
from importers.notes.sections import Section
from importers.notes.stamp import Stamp, read_stamp
from importers.notes.statements import Statement, read_statement, zone_in_cell, zone_in_heading
from importers.notes.tables import read_row, time_heading

_WRAP_WIDTH = 60
"""A line of prose at least this long, without a full stop, goes on in the next one."""

_WRAP_LIMIT = 200
"""A line of prose longer than this was never wrapped, so that nothing of it is on the next one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record to be: where it begins, its time as written, its words."""

    line: int
    stamp: Stamp | None
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is no record, and why."""

    line: int
    reason: str


Item: TypeAlias = Entry | Statement | LeftOut


class _Draft:
    """An entry that still takes lines."""

    def __init__(self, line: Line, stamp: Stamp | None, text: str, *, takes_all: bool) -> None:
        self.line = line
        self.stamp = stamp
        self.parts = [text] if text else []
        self.takes_all = takes_all
        """A heading or a time that stands alone: everything up to the next time is its words."""
        self.last = line

    def add(self, line: Line, *, after_blank: bool) -> None:
        """Append a line as it was written, without the indent of the entry."""
        cut = min(line.indent, self.line.indent + 2)
        if self.parts and after_blank:
            self.parts.append("")
        self.parts.append(line.raw.expandtabs(4)[cut:].rstrip())
        self.last = line

    def entry(self) -> Entry | LeftOut | None:
        """Close the draft."""
        text = "\n".join(self.parts).strip()
        if text:
            return Entry(self.line.number, self.stamp, text)
        if self.stamp is not None and self.stamp.clock is not None:
            return LeftOut(self.line.number, "a time without words")
        return Entry(self.line.number, self.stamp, "") if self.stamp is not None else None


class _Assembly:
    """Goes over the lines of one section and puts its entries together."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.items: list[Item] = []
        self.draft: _Draft | None = None
        self.after_blank = False
        self.header_due = True

    def run(self) -> list[Item]:
        """Return statements, entries and what is left out, in order."""
        self._open_heading()
        lines = self.section.lines
        for fenced, group in groupby(lines, key=lambda line: line.kind is LineKind.FENCED):
            if fenced:
                self._take_fence(list(group))
                continue
            for line in group:
                self._take(line)
        self._close()
        return self.items

    def _open_heading(self) -> None:
        heading = self.section.heading
        if heading is None:
            return
        zone = zone_in_heading(heading.text) if self._names_zone() else None
        statement = read_statement(heading.text)
        if zone is not None:
            self.items.append(Statement(zone))
        elif statement is not None and statement.zone is not None:
            self.items.append(Statement(statement.zone))
        if self.section.stamp is not None:
            stamp = self.section.stamp
            self.draft = _Draft(heading, stamp, stamp.rest, takes_all=True)

    def _names_zone(self) -> bool:
        section = self.section
        return section.says_timeline or section.is_day or section.level == 1

    def _take(self, line: Line) -> None:
        if line.kind is LineKind.BLANK:
            self.after_blank = True
            self.header_due = True
            return
        if len(line.raw) > LINE_CHARS:
            self._close()
            self.items.append(LeftOut(line.number, "a line longer than 64 KB"))
        elif line.kind is LineKind.ROW:
            self._take_row(line)
        elif line.kind is LineKind.SEPARATOR:
            self._take_separator()
        else:
            self._take_words(line)
        self.after_blank = False

    def _take_words(self, line: Line) -> None:
        stamp = None if self._goes_on(line) else read_stamp(line.text)
        if stamp is not None and stamp.is_template:
            self._leave_out(line)
        elif stamp is not None:
            self._open(line, stamp, stamp.rest, takes_all=not stamp.rest)
        elif (statement := self._statement(line)) is not None:
            self._close()
            self.items.append(statement)
        elif self.draft is not None and self._belongs(self.draft, line):
            self.draft.add(line, after_blank=self.after_blank)
        else:
            self._open(line, None, line.text)

    def _statement(self, line: Line) -> Statement | None:
        """Read a line about all times; a day deep inside an entry is about something else."""
        found = read_statement(line.text)
        deep = self.draft is not None and line.indent > self.draft.line.indent
        return None if deep and found is not None and found.zone is None else found

    def _goes_on(self, line: Line) -> bool:
        """Whether a line of prose is the wrapped rest of the one above, whatever it begins with."""
        if self.draft is None or self.after_blank or line.kind is not LineKind.TEXT or line.part:
            return False
        above = self.draft.last
        is_prose = self.draft.stamp is None or above is not self.draft.line
        words = above.raw.rstrip()
        return is_prose and _WRAP_WIDTH <= len(words) <= _WRAP_LIMIT and words[-1] not in ".!?:;|"

    def _belongs(self, draft: _Draft, line: Line) -> bool:
        if draft.takes_all or (line.quoted and not draft.line.quoted):
            return True
        if line.part:
            return False
        if line.indent > draft.line.indent:
            return True
        if line.kind is LineKind.BULLET or self.after_blank:
            return False
        if draft.line.kind is LineKind.BULLET or line.text[:1].islower():
            return True
        return draft.stamp is None and len(draft.last.raw) >= _WRAP_WIDTH

    def _take_fence(self, lines: list[Line]) -> None:
        """Code belongs to the entry above; where there is none, it may be the timeline itself."""
        inner = [line for line in lines if not line.text.startswith(("```", "~~~"))]
        above = self.draft is not None and (self.draft.stamp is not None or self.draft.takes_all)
        if not above and any(read_stamp(line.text) for line in inner):
            for line in inner:
                self._take(Line(line.number, _kind_of(line), line.text, line.raw, line.indent))
        else:
            for line in lines:
                if self.draft is None:
                    self._open(line, None, line.raw)
                else:
                    self.draft.add(line, after_blank=self.after_blank)
                self.after_blank = False
        self.after_blank = False

    def _take_row(self, line: Line) -> None:
        row = read_row(line.text)
        if row.stamp is None and not row.text:
            self.after_blank = True
        elif row.stamp is not None and row.stamp.is_template:
            self._leave_out(line)
        elif row.stamp is None and self.header_due and time_heading(line.text):
            self._close()
            zone = zone_in_cell(time_heading(line.text))
            if zone is not None:
                self.items.append(Statement(zone))
        else:
            words = row.text
            self._open(line, row.stamp, words, takes_all=row.stamp is not None and not words)
        self.header_due = False

    def _take_separator(self) -> None:
        """Drop the row above a rule: it is the head of a table, not a record."""
        draft = self.draft
        if draft is not None and draft.line.kind is LineKind.ROW and draft.stamp is None:
            self.draft = None

    def _leave_out(self, line: Line) -> None:
        self._close()
        self.items.append(LeftOut(line.number, "a line of the form that nobody filled in"))

    def _open(self, line: Line, stamp: Stamp | None, text: str, *, takes_all: bool = False) -> None:
        self._close()
        self.draft = _Draft(line, stamp, text, takes_all=takes_all)

    def _close(self) -> None:
        closed = self.draft.entry() if self.draft is not None else None
        if closed is not None:
            self.items.append(closed)
        self.draft = None


def read_entries(section: Section) -> list[Item]:
    """Return what a section holds, in order."""
    return _Assembly(section).run()


def timed(items: list[Item]) -> Iterator[Entry]:
    """Yield the entries that carry a time or a day and say something."""
    return (item for item in items if isinstance(item, Entry) and item.stamp and item.text)


def _kind_of(line: Line) -> LineKind:
    return LineKind.TEXT if line.text else LineKind.BLANK
