"""Which part of the incident the lanes show; the strip and the lanes move the same window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from exporters.figures.axis import padded
from exporters.figures.lanes import TimeRange
from models.rows import EventRow

SHORTEST = timedelta(minutes=2)
ZOOM = 1.25
"""One step of zooming, in or out."""
STEP = 0.1
"""One step of panning, as a share of what is shown."""
_DENSE = 0.6
_FEW = 12
_MANY = 60
_WORTH_A_WINDOW = 0.5


def opening_range(events: Sequence[EventRow], whole: TimeRange) -> TimeRange:
    """Return the shortest stretch with most of the events, or all where that saves little.

    Of a very long story it is the shortest with as many events as lanes can tell apart.
    """
    moments = sorted(event.at for event in events if event.at is not None)
    wanted = min(round(len(moments) * _DENSE), _MANY)
    if len(moments) <= _FEW:
        return whole
    spans = zip(moments, moments[wanted - 1 :], strict=False)
    start, end = min(spans, key=lambda span: span[1] - span[0])
    start, end = padded(start, end, 0.1)
    if (end - start) > (whole[1] - whole[0]) * _WORTH_A_WINDOW:
        return whole
    return max(start, whole[0]), min(end, whole[1])


class TimeWindow(QObject):
    """The shown range, always inside the whole one."""

    changed = Signal()

    def __init__(self, whole: TimeRange, shown: TimeRange, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._shown = shown

    @property
    def whole(self) -> TimeRange:
        """From the first to the last thing known, with air on both sides."""
        return self._whole

    @property
    def shown(self) -> TimeRange:
        """What the lanes show."""
        return self._shown

    def set_whole(self, whole: TimeRange) -> None:
        """Take a longer or shorter incident; what showed all of it still does."""
        was_whole = self._shown == self._whole
        self._whole = whole
        self.show(whole if was_whole else self._shown)

    def show(self, wanted: TimeRange) -> None:
        """Show a range, moved and cut to lie inside the whole."""
        first, last = self._whole
        length = min(max(wanted[1] - wanted[0], SHORTEST), last - first)
        start = min(max(wanted[0], first), last - length)
        shown = (start, start + length)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def fit(self) -> None:
        """Show the whole incident."""
        self.show(self._whole)

    def pan(self, share: float) -> None:
        """Move by a share of what is shown, later for more than 0."""
        start, end = self._shown
        by = (end - start) * share
        self.show((start + by, end + by))

    def zoom(self, factor: float, around: datetime | None = None) -> None:
        """Show a shorter stretch for more than 1; the instant `around` stays where it is."""
        start, end = self._shown
        fixed = around or start + (end - start) / 2
        self.show((fixed - (fixed - start) / factor, fixed + (end - fixed) / factor))

    def bring(self, at: datetime) -> None:
        """Move as little as needed to show an instant with some air around it."""
        start, end = self._shown
        air = (end - start) * 0.08
        if at < start + air:
            self.show((at - air, end - (start - at) - air))
        elif at > end - air:
            self.show((start + (at - end) + air, at + air))
