"""Geometry of the narrow "whole incident" strip: a stroke per event, a diamond per decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exporters.figures.axis import TextWidth, Tick, TimeAxis, ticks
from exporters.figures.bands import Band, bands
from exporters.figures.lanes import Scene, whole_range
from models.rows import EventRow
from models.values import Extent


@dataclass(frozen=True, slots=True)
class Stroke:
    """Events at one place of the strip; `is_decision` where one of them is a decision."""

    x: float
    is_decision: bool
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPicture:
    """The whole incident in a narrow bar, bands behind strokes, ticks below."""

    width: float
    bar_height: float
    axis: TimeAxis
    strokes: tuple[Stroke, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]

    def instant(self, x: float) -> datetime:
        """Return the instant under a position."""
        return self.axis.instant(x)


def strip(scene: Scene, width: float, bar_height: float, metrics: TextWidth) -> StripPicture:
    """Lay out the whole incident; events closer than two units share a stroke."""
    axis = TimeAxis(*whole_range(scene.events, scene.impacts), 0.0, width)
    return StripPicture(
        width=width,
        bar_height=bar_height,
        axis=axis,
        strokes=_strokes(scene.events, axis),
        bands=_flat(bands(scene.impacts, axis, bar_height)),
        ticks=ticks(axis, scene.zone, metrics),
    )


def _strokes(events: Sequence[EventRow], axis: TimeAxis) -> tuple[Stroke, ...]:
    places: dict[int, list[EventRow]] = {}
    for event in events:
        if event.at is not None and axis.start <= event.at <= axis.end:
            places.setdefault(round(axis.x(event.at) / 2), []).append(event)
    return tuple(
        Stroke(
            axis.x(group[0].at or axis.start),
            any(event.is_decision for event in group),
            tuple(event.id for event in group),
        )
        for _, group in sorted(places.items())
    )


def _flat(found: tuple[Band, ...]) -> tuple[Band, ...]:
    """Lay all bands into the bar, partial ones first so that a full one covers them."""
    flat = [
        Band(band.impact_id, band.x0, band.x1, 0.0, band.height, band.text, band.extent)
        for band in found
    ]
    return tuple(sorted(flat, key=lambda band: band.extent is Extent.FULL))
