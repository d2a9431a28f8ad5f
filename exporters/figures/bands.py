"""Impact bands below the lanes: how much of the service was taken, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.figures.axis import TimeAxis
from models.rows import ImpactRow
from models.values import Extent


@dataclass(frozen=True, slots=True)
class Band:
    """One impact from `x0` to `x1`; `y` counts down from the first row of bands."""

    impact_id: str
    x0: float
    x1: float
    y: float
    height: float
    text: str
    extent: Extent


def bands(impacts: Sequence[ImpactRow], axis: TimeAxis, height: float) -> tuple[Band, ...]:
    """Return the bands of impacts with a known start, each on the first row that is free.

    An impact without an end lasts to the end of the picture.
    """
    timed = [impact for impact in impacts if impact.started_at is not None]
    ends: list[float] = []
    found = []
    for impact in sorted(timed, key=lambda impact: impact.started_at or axis.start):
        x0 = max(axis.left, axis.x(impact.started_at or axis.start))
        x1 = min(axis.right, axis.x(impact.ended_at or axis.end))
        if x1 <= x0:
            continue
        row = next((row for row, end in enumerate(ends) if end <= x0 + 0.5), len(ends))
        ends[row : row + 1] = [x1]
        top = row * (height + 2)
        found.append(Band(impact.id, x0, x1, top, height, impact.text, impact.extent))
    return tuple(found)
