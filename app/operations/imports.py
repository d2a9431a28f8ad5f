"""The last step of an import: its records show from here on, and its undo hides them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from app.operations.base import operation
from models.evidence import ImportBatch, Record
from models.values import BatchState


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What an import has brought; `changed` holds new values by the id of an earlier record."""

    kept: int = 0
    folded: int = 0
    skipped: int = 0
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@operation("Import")
def complete_import(session: Session, batch_id: str, brought: Completion) -> None:
    """Show what has arrived, and bring earlier records up to what the source says now."""
    batch = session.get_one(ImportBatch, batch_id)
    batch.state = BatchState.COMPLETE
    batch.kept, batch.folded, batch.skipped = brought.kept, brought.folded, brought.skipped
    for record_id, values in brought.changed.items():
        record = session.get_one(Record, record_id)
        for name, value in values.items():
            setattr(record, name, value)
