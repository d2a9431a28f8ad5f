"""What the details say of a record. Without Qt."""

from __future__ import annotations

import re
from datetime import timedelta

from guides.promotion import draft_event, person_called
from models.phrases import shortened
from models.rows import EventRow, RecordRow, SourceRow
from models.snapshot import Snapshot
from models.times.show import (
    clock,
    duration_words,
    full_date,
    local,
    show_time,
    utc_clock,
    zone_place,
    zone_words,
)
from models.values import EventKind, RecordKind

MONO = frozenset({RecordKind.LOG})
_COUNTED = re.compile(r"\d+(?:\.\d+)?")
_SHOWN_CHARS = 4000


def shown_text(record: RecordRow) -> str:
    """Return as much of the raw text as the details show; Space shows the rest."""
    if len(record.text) <= _SHOWN_CHARS:
        return record.text
    return f"{record.text[:_SHOWN_CHARS]}\N{HORIZONTAL ELLIPSIS}"


def as_written(record: RecordRow, source: SourceRow | None, zone: str) -> str:
    """Say how the time was written, and how the clock of the source stood."""
    if not record.time_text and record.at is None:
        return "No time was written."
    said = [_written(record)]
    shift = source.shift_seconds if source else 0
    if shift:
        way = "added" if shift > 0 else "taken off"
        said.append(f"the clock was off: {duration_words(timedelta(seconds=shift))} {way}")
    if record.at is None:
        said.append("it is not known which moment that was")
    else:
        said.append(_shown(record, zone))
    return "; ".join(part for part in said if part) + "."


def lanes_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the lanes of a review: those in use, then the roles of its people."""
    used = (event.lane for event in snapshot.events)
    roles = (person.role for person in snapshot.participants if person.in_incident)
    return tuple(sorted({lane for lane in (*used, *roles) if lane}, key=str.casefold))


def lane_of(record: RecordRow, snapshot: Snapshot) -> str:
    """Return the lane that a record would go to by who said it; empty where that is unknown."""
    person = person_called(record.author, snapshot.participants)
    return person.role if person else ""


def title_of(record: RecordRow, alt_text: str = "") -> str:
    """Return the title a record suggests; for a picture what is said of it."""
    return draft_event(alt_text or record.text, record.kind).title


def kind_of(record: RecordRow) -> EventKind:
    """Return the kind a record suggests."""
    return draft_event(record.text, record.kind).kind


def gap_about(record: RecordRow, zone: str) -> str:
    """Return how an open question about a record begins."""
    at = show_time(record.at, zone, record.precision) if record.at else ""
    said = f"“{shortened(record.text, 60)}”"
    return f"{at} {said}: ".lstrip()


def event_words(event: EventRow, zone: str) -> str:
    """Return an event in one line, to pick it from a list."""
    return f"{show_time(event.at, zone, event.precision)}  {event.title}"


def _written(record: RecordRow) -> str:
    text = record.time_text
    if not text or _COUNTED.fullmatch(text):
        return ""
    named = record.zone and record.zone != "UTC" and record.zone not in text
    return f"As written {text}{f' ({zone_place(record.zone)})' if named else ''}"


def _shown(record: RecordRow, zone: str) -> str:
    if record.at is None:
        return ""
    day = full_date(local(record.at, zone).date())
    here = f"{day}, {clock(record.at, zone)} {zone_words(record.at, zone)}"
    universal = utc_clock(record.at, zone)
    return f"{here} ({universal})" if universal else here
