"""Which sources and records are shown: those of complete imports, or of none at all."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select

from models.evidence import ImportBatch, Record, Source
from models.values import BatchState


def record_is_shown() -> ColumnElement[bool]:
    """Whether a record did not come with an import that is arriving or withdrawn."""
    hidden = select(ImportBatch.id).where(ImportBatch.state != BatchState.COMPLETE)
    return Record.batch_id.is_(None) | Record.batch_id.not_in(hidden)


def source_is_shown() -> ColumnElement[bool]:
    """Whether a source has a complete import, or none: what only a withdrawn one brought hides."""
    batches = select(ImportBatch.id).where(ImportBatch.source_id == Source.id).correlate(Source)
    complete = batches.where(ImportBatch.state == BatchState.COMPLETE)
    return ~exists(batches) | exists(complete)
