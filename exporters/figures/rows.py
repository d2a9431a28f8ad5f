"""Which sub-row a mark takes, and on which side its label finds room.

Marks never move in time. A label takes the first row where it touches nothing, to the right of
its mark, or to the left where it would leave the view. Where no row is free the label hides;
where even the mark would cover another, the two become one cluster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_AIR = 6.0


@dataclass(frozen=True, slots=True)
class Sized:
    """A mark to be placed: its position, the width of its words, whether it is a decision."""

    x: float
    label: float
    keeps_label: bool = False


@dataclass(slots=True)
class Placed:
    """Where a mark ended up; `members` are indices into what was given, several for a cluster."""

    x: float
    row: int
    members: list[int]
    label_x: float = 0.0
    label_width: float = 0.0
    label_shown: bool = False
    on_left: bool = False
    keeps_label: bool = False


@dataclass(slots=True)
class _Row:
    mark_end: float = float("-inf")
    label_end: float = float("-inf")
    last: Placed | None = None
    items: list[Placed] = field(default_factory=list)

    @property
    def end(self) -> float:
        return max(self.mark_end, self.label_end)


def place(
    marks: Sequence[Sized], *, right: float, radius: float, gap: float, max_rows: int
) -> list[Placed]:
    """Place marks given in time order; returns them in the same order, clusters merged."""
    rows = [_Row() for _ in range(max_rows)]
    placed: list[Placed] = []
    for index, mark in enumerate(marks):
        item = Placed(mark.x, 0, [index], label_width=mark.label, keeps_label=mark.keeps_label)
        if not (
            _with_label(item, rows, right, radius, gap)
            or _over_a_label(item, rows, radius)
            or _bare(item, rows, radius)
        ):
            _into_cluster(item, rows, radius)
            continue
        placed.append(item)
    return placed


def _with_label(item: Placed, rows: list[_Row], right: float, radius: float, gap: float) -> bool:
    fits_right = item.x + radius + gap + item.label_width <= right
    item.on_left = not fits_right
    if fits_right:
        item.label_x = item.x + radius + gap
        start, end = item.x - radius, item.label_x + item.label_width
    else:
        item.label_x = item.x - radius - gap - item.label_width
        start, end = item.label_x, item.x + radius
    for number, row in enumerate(rows):
        if row.end + _AIR <= start and start >= 0:
            item.label_shown = True
            _take(item, number, row, radius, label_end=end)
            return True
    return False


def _bare(item: Placed, rows: list[_Row], radius: float) -> bool:
    for number, row in enumerate(rows):
        if row.end + _AIR <= item.x - radius:
            _take(item, number, row, radius)
            return True
    return False


def _over_a_label(item: Placed, rows: list[_Row], radius: float) -> bool:
    """Hide an earlier label for a decision, or for a mark that no row has room for."""
    free = any(row.end + _AIR <= item.x - radius for row in rows)
    if free and not item.keeps_label:
        return False
    hidable = [
        (row.label_end, number)
        for number, row in enumerate(rows)
        if row.last is not None
        and not row.last.keeps_label
        and row.last.label_shown
        and row.mark_end + _AIR <= item.x - radius
    ]
    if not hidable:
        return False
    _, number = min(hidable)
    row = rows[number]
    if row.last is not None:
        row.last.label_shown = False
    label_end = item.label_x + item.label_width if not item.on_left else item.x + radius
    item.label_shown = item.keeps_label and (not item.on_left or row.mark_end <= item.label_x)
    _take(item, number, row, radius, label_end=label_end if item.label_shown else None)
    return True


def _take(
    item: Placed, number: int, row: _Row, radius: float, label_end: float | None = None
) -> None:
    item.row = number
    row.mark_end = item.x + radius
    row.label_end = row.mark_end if label_end is None else label_end
    row.last = item


def _into_cluster(item: Placed, rows: list[_Row], radius: float) -> None:
    """Merge into the nearest mark; the cluster stays where its first event happened."""
    taken = [row for row in rows if row.last is not None]
    row = max(taken, key=lambda row: row.mark_end)
    last = row.last
    if last is None:
        return
    last.members.extend(item.members)
    last.label_shown = False
    row.label_end = row.mark_end = max(row.mark_end, last.x + radius * 1.6)
