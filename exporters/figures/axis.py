"""A time axis: instants to positions, ticks at round local times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from models.times.show import short_date

TextWidth = Callable[[str], float]
"""Width of a text in the units of the picture."""

STEPS = tuple(
    timedelta(minutes=minutes)
    for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 20160, 43200)
)
_DAY = timedelta(days=1)
_SHORT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis; `strong` at a full hour or a new day, `day` at a new day."""

    x: float
    text: str
    strong: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Maps aware instants between `start` and `end` to x between `left` and `right`."""

    start: datetime
    end: datetime
    left: float
    right: float

    def x(self, at: datetime) -> float:
        """Return the position of an instant; outside the range where the instant is."""
        span = (self.end - self.start).total_seconds() or 1.0
        return self.left + (at - self.start).total_seconds() / span * (self.right - self.left)

    def instant(self, x: float) -> datetime:
        """Return the instant at a position."""
        part = (x - self.left) / ((self.right - self.left) or 1.0)
        return self.start + (self.end - self.start) * part


def padded(start: datetime, end: datetime, part: float = 0.03) -> tuple[datetime, datetime]:
    """Return a range with some air on both sides, at least ten minutes wide."""
    span = max(end - start, timedelta(minutes=10))
    middle = start + (end - start) / 2
    half = span * (0.5 + part)
    return middle - half, middle + half


def ticks(axis: TimeAxis, zone: tzinfo, text_width: TextWidth) -> tuple[Tick, ...]:
    """Return the ticks of the finest step whose labels do not touch."""
    room = text_width("30 Sep 00:00") + 14
    span = axis.end - axis.start
    most = max(1.0, (axis.right - axis.left) / room)
    step = next((step for step in STEPS if span / step <= most), STEPS[-1])
    found: list[Tick] = []
    at = _first_tick(axis.start.astimezone(zone), step)
    previous_day = axis.start.astimezone(zone).date()
    while at.astimezone(UTC) <= axis.end:
        new_day = at.date() != previous_day or step >= _DAY
        found.append(
            Tick(
                axis.x(at.astimezone(UTC)),
                tick_text(at, step, first=not found, new_day=new_day),
                strong=new_day or (at.minute == 0 and step < timedelta(hours=1)),
                day=new_day,
            )
        )
        previous_day = at.date()
        at = _next_tick(at, step)
    return tuple(found)


def tick_text(at: datetime, step: timedelta, *, first: bool, new_day: bool) -> str:
    """Return `14:30`, with the day before it where the day is new."""
    if step >= _DAY:
        return short_date(at)
    if first or new_day:
        return f"{short_date(at)} {at:%H:%M}"
    return f"{at:%H:%M}"


def _first_tick(start: datetime, step: timedelta) -> datetime:
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    tick = midnight
    if step < _DAY:
        missing = start.replace(tzinfo=None) - midnight.replace(tzinfo=None)
        tick = midnight + -(-missing // step) * step
    while tick.astimezone(UTC) < start.astimezone(UTC):
        tick = _next_tick(tick, min(step, _DAY))
    return tick


def _next_tick(at: datetime, step: timedelta) -> datetime:
    """Step on the wall clock, so that ticks stay round across a change of the clock.

    An hour that happens twice is passed once by long steps, twice by short ones.
    """
    if step <= _SHORT:
        return (at.astimezone(UTC) + step).astimezone(at.tzinfo)
    return at.replace(fold=0) + step
