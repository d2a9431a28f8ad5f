"""Geometry of the lanes picture: a row per role or system, marks in time, labels that never touch.

Pure numbers in the units that the caller measures text in; the window paints the same picture
that documents print (design: event mark in lanes).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from exporters.figures.axis import TextWidth, Tick, TimeAxis, padded, ticks
from exporters.figures.bands import Band, bands
from exporters.figures.rows import Placed, Sized, place
from models.rows import EventRow, ImpactRow
from models.values import EventKind, Precision

TimeRange = tuple[datetime, datetime]
NO_LANE = "Everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesStyle:
    """Measures of the picture, in logical pixels as in the design."""

    label_column: float = 170.0
    right_margin: float = 8.0
    axis_height: float = 28.0
    row_height: float = 30.0
    radius: float = 11.0
    label_gap: float = 7.0
    max_rows: int = 4
    band_height: float = 16.0
    band_gap: float = 6.0


@dataclass(frozen=True, slots=True)
class EventNotes:
    """What the picture shows of an event beside its row."""

    accounts: int = 0
    has_source: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is drawn: events in timeline order, impacts, and the zone the axis speaks.

    `silent` are stretches with nothing on record that guides found (T11).
    """

    events: Sequence[EventRow]
    zone: tzinfo
    impacts: Sequence[ImpactRow] = ()
    notes: Mapping[str, EventNotes] = field(default_factory=dict)
    silent: Sequence[TimeRange] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """One mark: a circle, a filled diamond for a decision, or a pill for several events.

    A pill is filled where one of its events is a decision.
    """

    event_ids: tuple[str, ...]
    x: float
    y: float
    radius: float
    kind: EventKind
    is_decision: bool
    is_about: bool
    dashed: bool
    """No source and no one who told it."""
    accounts: int
    """How many tellings; shown from two on."""

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for several events that lie too close to draw apart."""
        return len(self.event_ids) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLabel:
    """The words beside a mark; `x` is their left edge, `y` their middle."""

    event_id: str
    text: str
    x: float
    y: float
    width: float
    on_left: bool
    shown: bool
    """False where no place was free: shown on hover or selection only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One role, team or system, from `top` over `height`, in `rows` sub-rows."""

    name: str
    top: float
    height: float
    rows: int


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch with nothing on record, as a dotted line."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesPicture:
    """Everything to paint, in reading order."""

    width: float
    height: float
    axis: TimeAxis
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[EventMark, ...]
    labels: tuple[MarkLabel, ...]
    silences: tuple[Silence, ...]
    bands: tuple[Band, ...]
    bands_top: float


def lanes(
    scene: Scene,
    width: float,
    metrics: TextWidth,
    time_range: TimeRange | None = None,
    style: LanesStyle | None = None,
) -> LanesPicture:
    """Lay out the events whose time lies in `time_range` (all of them without one).

    Events without a time are not drawn. Lanes keep the order of their first event, so that
    panning does not reorder them.
    """
    style = style or LanesStyle()
    shown_range = time_range or whole_range(scene.events, scene.impacts)
    axis = TimeAxis(*shown_range, style.label_column, width - style.right_margin)
    timed = [event for event in scene.events if event.at is not None]
    visible = [event for event in timed if _within(event, shown_range)]
    builder = _Builder(axis, metrics, scene.notes, style)
    builder.fill(visible, dict.fromkeys(lane_name(event) for event in timed))
    bands_top = builder.bottom + style.band_gap
    drawn = bands(scene.impacts, axis, style.band_height)
    return LanesPicture(
        width=width,
        height=bands_top + max((band.y + band.height for band in drawn), default=0.0),
        axis=axis,
        ticks=ticks(axis, scene.zone, metrics),
        lanes=tuple(builder.lanes),
        marks=tuple(builder.marks),
        labels=tuple(builder.labels),
        silences=tuple(builder.silences(scene.silent)),
        bands=drawn,
        bands_top=bands_top,
    )


def whole_range(events: Iterable[EventRow], impacts: Iterable[ImpactRow]) -> TimeRange:
    """Return the time from the first to the last thing known, with air on both sides."""
    known = [at for event in events for at in (event.at, event.at_end) if at is not None]
    known += [at for impact in impacts for at in (impact.started_at, impact.ended_at) if at]
    if not known:
        now = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
        return now, now + timedelta(hours=1)
    return padded(min(known), max(known))


def describe(events: Sequence[EventRow], first: str, last: str) -> str:
    """Return the picture in one sentence, for those who do not see it."""
    decisions = sum(event.is_decision for event in events)
    counted = f"{len(events)} event{'' if len(events) == 1 else 's'}"
    decided = f"{decisions} decision{'' if decisions == 1 else 's'}"
    when = f", from {first} to {last}" if first and last else ""
    return f"{counted}, {decided}{when}."


def lane_name(event: EventRow) -> str:
    """Return the lane an event is drawn in."""
    return event.lane or NO_LANE


def _within(event: EventRow, time_range: TimeRange) -> bool:
    return event.at is not None and time_range[0] <= event.at <= time_range[1]


class _Builder:
    """Collects the parts of one picture lane by lane."""

    def __init__(
        self,
        axis: TimeAxis,
        metrics: TextWidth,
        notes: Mapping[str, EventNotes],
        style: LanesStyle,
    ) -> None:
        self._axis = axis
        self._metrics = metrics
        self._notes = notes
        self._style = style
        self.bottom = style.axis_height
        self.lanes: list[Lane] = []
        self.marks: list[EventMark] = []
        self.labels: list[MarkLabel] = []

    def fill(self, events: Iterable[EventRow], names: Iterable[str]) -> None:
        by_lane: dict[str, list[EventRow]] = {name: [] for name in names}
        for event in events:
            by_lane[lane_name(event)].append(event)
        for name, lane_events in by_lane.items():
            self._add_lane(name, lane_events)

    def silences(self, stretches: Iterable[TimeRange]) -> Iterable[Silence]:
        """Draw each stretch towards the mark that ends it, as far as its row is free."""
        for start, end in stretches:
            left, right = self._axis.x(start), self._axis.x(end)
            ending = min(self.marks, key=lambda mark: abs(mark.x - right), default=None)
            if ending is None or abs(ending.x - right) > 1:
                continue
            labels = [label for label in self.labels if label.y == ending.y and label.shown]
            own = (label.x for label in labels if label.event_id == ending.event_ids[0])
            x1 = min([ending.x - ending.radius, *own]) - 4
            taken = [mark.x + mark.radius for mark in self.marks if mark.y == ending.y]
            taken += [label.x + label.width for label in labels]
            free = max((edge for edge in taken if edge < x1), default=left)
            x0 = max(left + self._style.radius, free + 8)
            if x1 - x0 > 12:
                yield Silence(x0, x1, ending.y)

    def _add_lane(self, name: str, events: Sequence[EventRow]) -> None:
        sized = [
            Sized(self._axis.x(event.at), self._metrics(event.title), event.is_decision)
            for event in events
            if event.at is not None
        ]
        style = self._style
        placed = place(
            sized,
            right=self._axis.right,
            radius=style.radius,
            gap=style.label_gap,
            max_rows=style.max_rows,
        )
        rows = max((item.row for item in placed), default=0) + 1
        for item in placed:
            self._add_mark(item, events)
        height = rows * style.row_height
        self.lanes.append(Lane(name=name, top=self.bottom, height=height, rows=rows))
        self.bottom += height

    def _add_mark(self, item: Placed, events: Sequence[EventRow]) -> None:
        members = [events[index] for index in item.members]
        first, style = members[0], self._style
        y = self.bottom + (item.row + 0.5) * style.row_height
        note = self._notes.get(first.id, EventNotes())
        self.marks.append(
            EventMark(
                event_ids=tuple(event.id for event in members),
                x=item.x,
                y=y,
                radius=style.radius,
                kind=first.kind,
                is_decision=item.is_decision,
                is_about=first.precision is not Precision.EXACT,
                dashed=not note.has_source,
                accounts=note.accounts,
            )
        )
        if len(members) == 1:
            self.labels.append(
                MarkLabel(
                    event_id=first.id,
                    text=first.title,
                    x=item.label_x,
                    y=y,
                    width=item.label_width,
                    on_left=item.on_left,
                    shown=item.label_shown,
                )
            )
