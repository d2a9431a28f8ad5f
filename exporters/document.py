"""A summary as format-neutral blocks: what every writer and the preview start from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self, TypeAlias


class Origin(StrEnum):
    """Who wrote a block: the app from the review, or the facilitator."""

    GENERATED = "generated"
    OWN = "own"


class Voice(StrEnum):
    """How a paragraph speaks: running text, or a small line of evidence below it."""

    BODY = "body"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. `ref` is the anchor of an entry (F2); `link` an address."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    ref: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it has no look and leads nowhere."""
        return not (self.bold or self.italic or self.code or self.link or self.ref)


Runs: TypeAlias = tuple[Run, ...]
Change: TypeAlias = Callable[[Runs], Runs]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseBlock:
    """What every block has; `key` stays the same each time the summary is made."""

    key: str
    origin: Origin = Origin.GENERATED

    def texts(self) -> tuple[Runs, ...]:
        """Return every group of runs that the block shows, in reading order."""
        return self._texts()

    def changed(self, change: Change) -> Self:
        """Return the block with each of its texts changed, those for screen readers included."""
        return self._changed(change)

    def _texts(self) -> tuple[Runs, ...]:
        return ()

    def _changed(self, change: Change) -> Self:  # noqa: ARG002
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(BaseBlock):
    """A block with one group of runs."""

    runs: Runs

    def _texts(self) -> tuple[Runs, ...]:
        return (self.runs,)

    def _changed(self, change: Change) -> Self:
        return replace(self, runs=change(self.runs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(TextBlock):
    """A heading of level 1 or 2; its number, if any, is counted by the document."""

    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(TextBlock):
    """Running text."""

    voice: Voice = Voice.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list, `depth` 0 for the outermost."""

    runs: Runs
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(BaseBlock):
    """A bulleted or a numbered list."""

    items: tuple[ListItem, ...]
    ordered: bool = False

    def _texts(self) -> tuple[Runs, ...]:
        return tuple(item.runs for item in self.items)

    def _changed(self, change: Change) -> Self:
        items = tuple(replace(item, runs=change(item.runs)) for item in self.items)
        return replace(self, items=items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(BaseBlock):
    """Lines kept as they were written."""

    text: str

    def _texts(self) -> tuple[Runs, ...]:
        return (words(self.text),)

    def _changed(self, change: Change) -> Self:
        return replace(self, text=plain(change(words(self.text))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(TextBlock):
    """Someone's own words; `attribution` names the role, never the person."""

    attribution: Runs = ()

    def _texts(self) -> tuple[Runs, ...]:
        return (self.runs, self.attribution)

    def _changed(self, change: Change) -> Self:
        return replace(self, runs=change(self.runs), attribution=change(self.attribution))


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight(TextBlock):
    """The one sentence that the summary starts with (S02)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(TextBlock):
    """A numbered statement with the entries that carry it (S05)."""

    number: int
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(TextBlock):
    """A statement that others refer to by its code: F2, R1, Q3, E7. The code is its anchor."""

    code: str
    shown_by: Runs = ()
    held: bool = False
    """Whether it is a source of resilience, which has its own colour."""

    def _texts(self) -> tuple[Runs, ...]:
        return (self.runs, self.shown_by)

    def _changed(self, change: Change) -> Self:
        return replace(self, runs=change(self.runs), shown_by=change(self.shown_by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; `share` is its part of the width, `voice` sets sentences in serif."""

    title: str
    share: float = 1.0
    voice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row: a cell per column, or one cell across all where `spans` (a date)."""

    cells: tuple[Runs, ...]
    anchor: str = ""
    spans: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(BaseBlock):
    """A table with a header row that repeats on each page."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]

    def _texts(self) -> tuple[Runs, ...]:
        titles = tuple(words(column.title) for column in self.columns)
        return titles + tuple(cell for row in self.rows for cell in row.cells)

    def _changed(self, change: Change) -> Self:
        rows = tuple(
            replace(row, cells=tuple(change(cell) for cell in row.cells)) for row in self.rows
        )
        columns = tuple(
            replace(column, title=plain(change(words(column.title)))) for column in self.columns
        )
        return replace(self, rows=rows, columns=columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(BaseBlock):
    """A picture with words for those who do not see it; sizes in points."""

    number: int
    png: bytes
    svg: str = ""
    width: float
    height: float
    alt_text: str
    caption: Runs

    def _texts(self) -> tuple[Runs, ...]:
        return (words(self.alt_text), self.caption)

    def _changed(self, change: Change) -> Self:
        alt_text = plain(change(words(self.alt_text)))
        return replace(self, alt_text=alt_text, caption=change(self.caption))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(BaseBlock):
    """The next block starts a page."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | ItemList
    | Code
    | Quote
    | Insight
    | Claim
    | Entry
    | Table
    | Figure
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a file says about itself in its properties; nothing else is written there (R43)."""

    title: str
    subject: str = ""
    keywords: str = ""
    language: str = "en-GB"
    made_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One summary: a title, lines for the head and foot of each page, and its blocks."""

    title: str
    header_left: str
    header_right: str
    footer: str
    blocks: tuple[Block, ...]
    properties: Properties
    numbered: bool = False
    """Whether headings carry numbers."""


def words(text: str, *, bold: bool = False) -> Runs:
    """Return plain text as runs; nothing for an empty text."""
    return (Run(text, bold=bold),) if text else ()


def plain(runs: Iterable[Run]) -> str:
    """Return the text of runs without their look."""
    return "".join(run.text for run in runs)


def block_text(block: Block) -> str:
    """Return what a block says, a line per group of runs."""
    return "\n".join(text for runs in block.texts() if (text := plain(runs)))


def anchors(document: Document) -> frozenset[str]:
    """Return the codes that a reference in this document can lead to."""
    found: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Entry):
            found.add(block.code)
        elif isinstance(block, Table):
            found.update(row.anchor for row in block.rows if row.anchor)
    return frozenset(found)


def heading_numbers(document: Document) -> dict[str, str]:
    """Return the printed number of each heading by its key; empty where none are numbered."""
    if not document.numbered:
        return {}
    numbers: dict[str, str] = {}
    first = second = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            first, second = (first + 1, 0) if block.level == 1 else (first, second + 1)
            numbers[block.key] = str(first) if block.level == 1 else f"{first}.{second}"
    return numbers


def map_runs(document: Document, change: Change) -> Document:
    """Return the document with every text changed: blocks, page head and foot, properties."""

    def line(text: str) -> str:
        return plain(change(words(text)))

    properties = replace(
        document.properties,
        title=line(document.properties.title),
        subject=line(document.properties.subject),
        keywords=line(document.properties.keywords),
    )
    return replace(
        document,
        title=line(document.title),
        header_left=line(document.header_left),
        header_right=line(document.header_right),
        footer=line(document.footer),
        properties=properties,
        blocks=tuple(block.changed(change) for block in document.blocks),
    )
