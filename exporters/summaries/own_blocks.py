"""The facilitator's own paragraphs, hidden and reworded blocks, laid over a fresh summary.

They are held by the key of a block, so they survive every new making of the summary. Nothing the
facilitator wrote is lost: where its block is gone, an own paragraph moves to the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.document import Block, Document, Origin, TextBlock, block_text
from exporters.markdown_text import blocks, inline
from models.rows import SummaryBlockRow

START = ""
"""Anchor of own paragraphs that stand before everything else."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The document with own words, and what the facilitator may want to look at again."""

    document: Document
    notes: tuple[str, ...]


def merge(document: Document, changes: Iterable[SummaryBlockRow]) -> Merged:
    """Return the document with own paragraphs set in, and generated blocks hidden or reworded."""
    rows = sorted(changes, key=lambda row: row.rank)
    own: dict[str, list[SummaryBlockRow]] = {}
    for row in rows:
        if row.is_own and not row.hidden and row.text.strip():
            own.setdefault(row.anchor, []).append(row)
    reworded = {row.anchor: row for row in rows if not row.is_own}
    notes: list[str] = []
    merged: list[Block] = list(_own_blocks(own.pop(START, [])))
    for block in document.blocks:
        merged += _changed(block, reworded.get(block.key), notes)
        merged += _own_blocks(own.pop(block.key, []))
    for left in own.values():
        merged += _own_blocks(left)
        notes.append("A paragraph of yours stood after a part that is gone; it is at the end now.")
    return Merged(replace(document, blocks=tuple(merged)), tuple(notes))


def _own_blocks(rows: Sequence[SummaryBlockRow]) -> Iterator[Block]:
    for row in rows:
        yield from blocks(row.text, f"own.{row.id}", Origin.OWN)


def _changed(block: Block, row: SummaryBlockRow | None, notes: list[str]) -> Iterator[Block]:
    if row is None:
        yield block
        return
    if row.hidden:
        return
    if not row.text.strip():
        yield block
        return
    if row.generated_text and row.generated_text != block_text(block):
        notes.append(f"The review has changed since you reworded “{_short(row.text)}”.")
    yield from _reworded(block, row.text)


def _reworded(block: Block, text: str) -> Iterator[Block]:
    """Keep what a block is (a claim stays a claim, with its number) and change what it says.

    Tables, pictures and lists become paragraphs.
    """
    if isinstance(block, TextBlock) and "\n\n" not in text.strip():
        yield replace(block, runs=inline(text), origin=Origin.OWN)
    else:
        yield from blocks(text, block.key, Origin.OWN)


def _short(text: str) -> str:
    line = text.strip().splitlines()[0]
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"
