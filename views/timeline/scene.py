"""What the lanes and the strip draw of a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from exporters.figures.lanes import EventNotes, Scene
from guides.silences import Silence
from models.queries.timeline import Timeline
from views.timeline.entries import matching


def scene_of(timeline: Timeline, silences: tuple[Silence, ...], typed: str = "") -> Scene:
    """Return the picture of the events that hold all typed words."""
    silent = [
        (silence.after.at - silence.length, silence.after.at)
        for silence in silences
        if silence.after.at is not None
    ]
    return Scene(
        events=matching(timeline, typed),
        zone=ZoneInfo(timeline.story.review.zone),
        impacts=timeline.story.impacts,
        notes=_Notes(timeline),
        silent=() if typed.split() else silent,
    )


class _Notes(Mapping[str, EventNotes]):
    """The notes of the events that are asked for: a few of thousands are drawn."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._events = {event.id: event for event in timeline.events}

    def __getitem__(self, event_id: str) -> EventNotes:
        sourced = self._timeline.is_sourced(self._events[event_id])
        return EventNotes(self._timeline.accounts.get(event_id, 0), sourced)

    def __iter__(self) -> Iterator[str]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)
