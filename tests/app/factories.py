"""Rows in a real library, saying only what matters to a test."""

from __future__ import annotations

from datetime import UTC, datetime

from app.operations import operation
from guides.quick_add import QuickContext, read_quick_event
from guides.quick_result import QuickEvent
from models.evidence import ImportBatch, Record, Source
from models.people import Participant
from models.times.reading import TimeContext
from models.values import BatchState


def at(clock, day=31, month=1):
    hour, minute = clock.split(":")
    return datetime(2017, month, day, int(hour), int(minute), tzinfo=UTC)


def quick(line, lanes=()):
    day = at("00:00").date()
    read = read_quick_event(line, QuickContext(time=TimeContext(incident_date=day), lanes=lanes))
    assert isinstance(read, QuickEvent), read
    return read


@operation("Put")
def put(session, entity):
    session.add(entity)
    session.flush()
    return entity.id


def put_person(ledger, review_id, **columns):
    return ledger.run(put(Participant(review_id=review_id, **columns))).result


def put_source(ledger, review_id, **columns):
    return ledger.run(put(Source(review_id=review_id, **{"name": "Notes"} | columns))).result


def put_batch(ledger, review_id, source_id, state=BatchState.COMPLETE):
    batch = ImportBatch(
        review_id=review_id,
        source_id=source_id,
        importer="notes",
        state=state,
        imported_at=at("09:00"),
    )
    return ledger.run(put(batch)).result


def put_record(ledger, review_id, source_id, text, **columns):
    record = Record(
        review_id=review_id, source_id=source_id, **{"identity": text} | columns, text=text
    )
    return ledger.run(put(record)).result
