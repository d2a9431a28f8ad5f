"""Setting one value of one row: what every field of a form does."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias

from sqlalchemy.orm import Session

from app.operations.base import Operation, operation
from app.operations.nouns import noun_of
from app.operations.privacy import OffRecordError, leaves_off_record
from models.rows import Row
from models.schema import entities
from models.values import Privacy

Value: TypeAlias = str | int | float | bool | date | datetime | frozenset[Any] | Enum | None


def set_value(kind: type[Row], row_id: str, column: str, value: Value) -> Operation[None]:
    """Set one column; consecutive calls for the same column become one undo step.

    Raises LookupError where the row is gone, and where the kind has no such column;
    OffRecordError where a row would leave *off the record*, which asks for a reason.
    """
    chosen = _set_value(kind.table, row_id, column, value)
    text = f"Edit {noun_of(kind.table)}"
    return Operation(text, chosen.run, chosen.merge_key, chosen.name, chosen.arguments)


@operation("Edit", merge=True)
def _set_value(session: Session, table: str, row_id: str, column: str, value: Value) -> None:
    kind = entities()[table]
    if column not in kind.__table__.c or column in ("id", "version", "checksum"):
        raise LookupError(f"{table}.{column}")
    row = session.get(kind, row_id)
    if row is None:
        raise LookupError(row_id)
    if column == "privacy" and leaves_off_record(row, Privacy(str(value))):
        raise OffRecordError
    setattr(row, column, value)
