"""Where a new factor may stand in the network, beside those that somebody has placed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from models.rows import FactorRow

STEP_X, STEP_Y = 252.0, 108.0
"""From one node to the next, across and down, at 100 %."""
_COLUMNS = 3


def is_placed(factors: Sequence[FactorRow]) -> bool:
    """Tell whether somebody has put at least one factor somewhere."""
    return any(factor.x or factor.y for factor in factors)


def free_place(
    taken: Collection[tuple[float, float]], near: tuple[float, float] | None = None
) -> tuple[float, float]:
    """Return the free place of the grid closest to `near`, or the first below all that are taken.

    Places are the left and upper edge of a node, in units of the design.
    """
    if near is None:
        below = max((y for _, y in taken), default=-STEP_Y) + STEP_Y
        return (min((x for x, _ in taken), default=0.0), below)
    rows = len(taken) + 2
    around = [
        (near[0] + column * STEP_X, near[1] + row * STEP_Y)
        for row in range(-rows, rows)
        for column in range(-_COLUMNS, _COLUMNS)
    ]
    free = [place for place in around if all(_apart(place, other) for other in taken)]
    return min(free, key=lambda place: (_distance(place, near), place))


def _apart(place: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(place[0] - other[0]) >= STEP_X - 40 or abs(place[1] - other[1]) >= STEP_Y - 30


def _distance(place: tuple[float, float], near: tuple[float, float]) -> float:
    return abs(place[0] - near[0]) + abs(place[1] - near[1])
