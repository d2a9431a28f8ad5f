"""Stretches of the incident about which nothing is on record (T11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from guides.settings import MethodSettings
from models.rows import EventRow
from models.snapshot import Snapshot
from models.taxonomy import Probe
from models.times.show import duration_words
from models.values import EventKind


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch between two events of the timeline."""

    before: EventRow
    after: EventRow
    length: timedelta
    asked: bool
    """Whether a gap or a question is on record about it."""

    @property
    def words(self) -> str:
        """How it shows between the two events."""
        return f"{duration_words(self.length)} with nothing on record"


def silences(snapshot: Snapshot, settings: MethodSettings) -> tuple[Silence, ...]:
    """Return the stretches longer than the set share of the incident, in order of time."""
    timed = [event for event in snapshot.events if event.at is not None]
    least = _least(timed, snapshot, settings)
    found = []
    asked = _asked_about(snapshot)
    last_end: datetime | None = None
    for before, after in pairwise(timed):
        if before.at is None or after.at is None:
            continue
        end = max(before.at, before.at_end or before.at)
        last_end = end if last_end is None else max(last_end, end)
        if after.at - last_end > least:
            is_asked = before.id in asked or after.id in asked
            found.append(Silence(before, after, after.at - last_end, is_asked))
    return tuple(found)


def _least(timed: list[EventRow], snapshot: Snapshot, settings: MethodSettings) -> timedelta:
    moments = [event.at for event in timed if event.at is not None]
    review = snapshot.review
    start = review.started_at or min(moments, default=None)
    end = review.ended_at or max(moments, default=None)
    length = end - start if start and end else timedelta()
    return max(length * settings.silence_share, timedelta(minutes=settings.silence_minutes))


def _asked_about(snapshot: Snapshot) -> frozenset[str]:
    waiting = {event.id for event in snapshot.events if event.kind is EventKind.WAITING}
    gaps = {gap.event_id for gap in snapshot.gaps if gap.event_id}
    asked = {q.event_id for q in snapshot.questions if q.event_id and q.probe is Probe.GAP}
    return frozenset(waiting | gaps | asked)
