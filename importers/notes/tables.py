"""Rows of a Markdown table: which cell is the time, and what the others say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.notes.stamp import Stamp, read_stamp

_CELL_END = re.compile(r"(?<!\\)\|")
_TIME_COLUMN = re.compile(r"\b(?:time|date|when|timestamp|utc|gmt|hour|day|zeit)\b", re.IGNORECASE)
_BREAK = re.compile(r"\s?<br\s?/?>\s?", re.IGNORECASE)
_LONGEST_REMARK = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The time of a row, where it has one, and the words of the other cells."""

    stamp: Stamp | None
    text: str


def split_row(row: str) -> list[str]:
    """Return the cells of a row, without the outer pipes."""
    inner = row.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.replace("\\|", "|").strip() for cell in _CELL_END.split(inner)]


def read_row(row: str) -> Row:
    """Read a data row: the first cell that is a time, joined with a day in the cell before it."""
    cells = split_row(row)
    for place, cell in enumerate(cells[:4]):
        stamp, used = _stamp_at(cells, place, cell)
        if stamp is not None:
            return Row(stamp, _words([*cells[:place], *cells[place + used :]]))
    return Row(None, _words(cells))


def time_heading(header: str) -> str:
    """Return the words above the time column of a table, for the zone they may name."""
    return next((cell for cell in split_row(header) if _TIME_COLUMN.search(cell)), "")


def _stamp_at(cells: list[str], place: int, cell: str) -> tuple[Stamp | None, int]:
    stamp = read_stamp(cell)
    if stamp is None or len(stamp.rest) > _LONGEST_REMARK:
        return None, 0
    if stamp.clock is None and place + 1 < len(cells):
        both = read_stamp(f"{cell} {cells[place + 1]}")
        if both is not None and both.clock is not None and not both.rest:
            return both, 2
    return (stamp, 1) if not stamp.rest or stamp.clock is not None else (None, 0)


def _words(cells: list[str]) -> str:
    return " \u2014 ".join(_BREAK.sub("\n", cell) for cell in cells if cell)
