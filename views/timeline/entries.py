"""Which rows the event list has, and in which order: days, events, silent stretches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from guides.kinds import KIND_TITLES, MARK_TITLES
from guides.silences import Silence
from models.queries.timeline import Timeline
from models.rows import EventRow
from models.times.show import day_heading, show_time
from models.times.zones import zone_from
from models.values import EventKind, Mark, Precision
from views.widgets.event_lines import DateLine, EventLine, Line, SilentLine

NO_TIME = "Time not known"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: an event, the silent stretch behind `event`, or the day that `event` begins."""

    kind: type[Line]
    event: EventRow
    silence: Silence | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same row after a change."""
        return self.kind.__name__, self.event.id


def entries(timeline: Timeline, silences: tuple[Silence, ...], typed: str = "") -> list[Entry]:
    """Return the rows of a list; with a filter typed, only events that hold all its words."""
    zone = timeline.story.review.zone
    quiet = {} if typed.split() else {silence.after.id: silence for silence in silences}
    return list(_rows(matching(timeline, typed), zone, quiet))


def matching(timeline: Timeline, typed: str) -> tuple[EventRow, ...]:
    """Return the events whose title, lane, kind or marks hold every typed word."""
    sought = typed.casefold().split()
    if not sought:
        return timeline.events
    return tuple(
        event
        for event in timeline.events
        if all(word in _searched(event, timeline) for word in sought)
    )


def line_of(entry: Entry, timeline: Timeline) -> Line:
    """Return a row as it is painted."""
    event, zone = entry.event, timeline.story.review.zone
    if entry.kind is DateLine:
        return DateLine(day_heading(event.at, zone) if event.at else NO_TIME)
    if entry.silence is not None:
        return SilentLine(entry.silence.words)
    return EventLine(
        kind=event.kind,
        time=show_time(event.at, zone, event.precision),
        statement=event.title,
        lane=event.lane,
        about=event.precision is not Precision.EXACT,
        sourced=timeline.is_sourced(event),
        accounts=timeline.accounts.get(event.id, 0),
        handoff=Mark.HANDOFF in event.marks and event.kind is not EventKind.HANDOFF,
    )


def _rows(events: tuple[EventRow, ...], zone: str, quiet: dict[str, Silence]) -> Iterator[Entry]:
    days = _Days(zone)
    for event in events:
        if event.id in quiet:
            yield Entry(SilentLine, event, quiet[event.id])
        if days.begins(event.at):
            yield Entry(DateLine, event)
        yield Entry(EventLine, event)


class _Days:
    """Tells where a new day begins, on the clock of a zone."""

    def __init__(self, zone: str) -> None:
        self._zone = zone_from(zone)
        self._last: date | str | None = "none yet"

    def begins(self, at: datetime | None) -> bool:
        """Whether an instant is on another day than the one before it."""
        day = at.astimezone(self._zone).date() if at is not None else None
        new, self._last = day != self._last, day
        return new


def _searched(event: EventRow, timeline: Timeline) -> str:
    marks = " ".join(MARK_TITLES[mark] for mark in event.marks)
    source = "" if timeline.is_sourced(event) else "no source"
    return f"{event.title} {event.lane} {KIND_TITLES[event.kind]} {marks} {source}".casefold()
