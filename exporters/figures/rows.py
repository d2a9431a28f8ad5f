"""Which sub-row a mark takes, and on which side its label finds room.

Marks never move in time. Decisions are placed first, so that nothing covers or swallows them.
A label takes the first row where it touches nothing, to the right of its mark, or to the left
where it would leave the view. Where no row is free the label hides; where even the mark would
cover another, the two become one cluster.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_AIR = 6.0


@dataclass(frozen=True, slots=True)
class Sized:
    """A mark to be placed: its position, the width of its words, whether it is a decision."""

    x: float
    label: float
    is_decision: bool = False


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
    is_decision: bool = False


@dataclass(slots=True)
class _Row:
    """What is taken in one row: stretches that do not overlap, in order, and whose they are."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    owners: list[Placed] = field(default_factory=list)

    def is_free(self, start: float, end: float) -> bool:
        place = bisect_right(self.starts, start)
        before = place == 0 or self.ends[place - 1] + _AIR <= start
        return before and (place == len(self.starts) or end + _AIR <= self.starts[place])

    def take(self, start: float, end: float, owner: Placed) -> None:
        place = bisect_right(self.starts, start)
        self.starts.insert(place, start)
        self.ends.insert(place, end)
        self.owners.insert(place, owner)

    def in_the_way(self, start: float, end: float) -> list[int]:
        """Return the places of everything that touches a stretch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return [
            place
            for place in range(first, bisect_right(self.starts, end + _AIR))
            if self.ends[place] + _AIR > start
        ]

    def neighbours(self, x: float) -> Iterator[Placed]:
        place = bisect_right(self.starts, x)
        yield from self.owners[max(0, place - 1) : place + 1]


def place(
    marks: Sequence[Sized], *, right: float, radius: float, gap: float, max_rows: int
) -> list[Placed]:
    """Place marks given in time order; returns them in that order, clusters merged."""
    placer = _Placer(right, radius, gap, [_Row() for _ in range(max_rows)])
    order = sorted(range(len(marks)), key=lambda index: (not marks[index].is_decision, index))
    for index in order:
        placer.add(index, marks[index])
    return sorted(placer.placed, key=lambda item: item.x)


class _Placer:
    """Finds a place for one mark after the other."""

    def __init__(self, right: float, radius: float, gap: float, rows: list[_Row]) -> None:
        self._right = right
        self._radius = radius
        self._gap = gap
        self._rows = rows
        self.placed: list[Placed] = []

    def add(self, index: int, mark: Sized) -> None:
        item = Placed(mark.x, 0, [index], label_width=mark.label, is_decision=mark.is_decision)
        if self._with_label(item) or self._bare(item) or self._over_labels(item):
            self.placed.append(item)
        else:
            self._join_nearest(item)

    def _with_label(self, item: Placed) -> bool:
        reach = self._radius + self._gap + item.label_width
        item.on_left = item.x + reach > self._right
        if item.on_left:
            item.label_x = item.x - reach
            start, end = item.label_x, item.x + self._radius
        else:
            item.label_x = item.x + self._radius + self._gap
            start, end = item.x - self._radius, item.x + reach
        item.label_shown = start >= 0 and self._take_free(item, start, end)
        return item.label_shown

    def _bare(self, item: Placed) -> bool:
        return self._take_free(item, item.x - self._radius, item.x + self._radius)

    def _take_free(self, item: Placed, start: float, end: float) -> bool:
        for number, row in enumerate(self._rows):
            if row.is_free(start, end):
                item.row = number
                row.take(start, end, item)
                return True
        return False

    def _over_labels(self, item: Placed) -> bool:
        """Hide labels of others, never a decision's, where the mark then covers no mark."""
        start, end = item.x - self._radius, item.x + self._radius
        for number, row in enumerate(self._rows):
            covered = row.in_the_way(start, end)
            if all(self._may_hide(row.owners[place], item) for place in covered):
                for place in covered:
                    owner = row.owners[place]
                    owner.label_shown = False
                    row.starts[place] = owner.x - self._radius
                    row.ends[place] = owner.x + self._radius
                item.row = number
                row.take(start, end, item)
                return True
        return False

    def _may_hide(self, owner: Placed, item: Placed) -> bool:
        apart = abs(owner.x - item.x) >= 2 * self._radius + _AIR
        return apart and owner.label_shown and not owner.is_decision

    def _join_nearest(self, item: Placed) -> None:
        """Merge into the nearest mark, a decision only where there is nothing else."""
        nearest = min(
            (owner for row in self._rows for owner in row.neighbours(item.x)),
            key=lambda owner: (owner.is_decision, abs(owner.x - item.x)),
        )
        nearest.members.extend(item.members)
        nearest.is_decision = nearest.is_decision or item.is_decision
        if nearest.label_shown:
            self._hide(nearest)

    def _hide(self, item: Placed) -> None:
        item.label_shown = False
        row = self._rows[item.row]
        place = row.owners.index(item)
        row.starts[place], row.ends[place] = item.x - self._radius, item.x + self._radius
