"""Records on their way in: written in slices under a batch that no query shows until complete.

The one writer beside the operations. Where the app stops half-way, opening removes what it left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, delete, exists, insert, select
from sqlalchemy.orm import Session

from models.base import Entity, checksum_of, word_columns
from models.evidence import ImportBatch, Record, Source
from models.queries.load import rows
from models.queries.visible import record_is_shown
from models.rows import ImportBatchRow, SourceRow
from models.schema import references_to
from models.values import BatchState

RecordValues = tuple[Any, ...]
"""One record in the order of WRITTEN, its times as `stored_time` gives them."""

WRITTEN = (
    "id",
    "version",
    "review_id",
    "source_id",
    "batch_id",
    "identity",
    "position",
    "at",
    "at_end",
    "time_text",
    "zone",
    "precision",
    "author",
    "channel",
    "kind",
    "state",
    "text",
    "thread_of",
    "link",
    "checksum",
)
COMPARED = (
    "at",
    "at_end",
    "time_text",
    "zone",
    "precision",
    "author",
    "channel",
    "text",
    "thread_of",
    "link",
)
"""What an import brings up to date on a record that was there already."""

_DELETED_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Known:
    """A record that is there already; `print_` differs where something compared has changed."""

    id: str
    print_: int


def stored_time(at: datetime | None) -> str | None:
    """Return a UTC instant as SQLAlchemy writes it to SQLite, at a fifth of the time."""
    return None if at is None else at.isoformat(" ", "microseconds")[:26]


def add_batch(
    connection: Connection, batch: ImportBatchRow, source: SourceRow | None = None
) -> None:
    """Begin an import, with its source where that is a new one."""
    if source is not None:
        values = asdict(source)
        checksum = checksum_of(values[name] for name in word_columns(Source))
        connection.execute(insert(Source).values(values | {"checksum": checksum}))
    connection.execute(insert(ImportBatch).values(asdict(batch)))


def add_records(connection: Connection, records: Sequence[RecordValues]) -> None:
    """Write one slice of an import."""
    connection.exec_driver_sql(_insert(connection.dialect), list(records))


def remove_batch(connection: Connection, batch_id: str) -> bool:
    """Take a slice of an unfinished import away; True once all of it is gone.

    Its source goes along where the import made it and nobody has used it since.
    """
    some = select(Record.id).where(Record.batch_id == batch_id).limit(_DELETED_AT_ONCE)
    if connection.execute(delete(Record).where(Record.id.in_(some))).rowcount:
        return False
    found = select(ImportBatch.source_id, ImportBatch.file_name).where(ImportBatch.id == batch_id)
    source_id, file_name = connection.execute(found).one()
    connection.execute(delete(ImportBatch).where(ImportBatch.id == batch_id))
    made_here = (Source.id == source_id, Source.origin == file_name, *_unused())
    connection.execute(delete(Source).where(*made_here))
    return True


def unfinished_batches(connection: Connection) -> tuple[str, ...]:
    """Return the imports that never finished or were withdrawn."""
    statement = select(ImportBatch.id).where(ImportBatch.state != BatchState.COMPLETE)
    return tuple(connection.scalars(statement))


def earlier_imports(session: Session, review_id: str, importer: str) -> tuple[ImportBatchRow, ...]:
    """Return the complete imports of a review by one importer, the newest first."""
    return rows(
        session,
        ImportBatchRow,
        ImportBatch.review_id == review_id,
        ImportBatch.importer == importer,
        ImportBatch.state == BatchState.COMPLETE,
        order=[ImportBatch.imported_at.desc()],
    )


def known_records(session: Session, source_ids: Sequence[str]) -> Mapping[str, Known]:
    """Return the records of these sources that are shown, by their identity."""
    columns = (getattr(Record, name) for name in COMPARED)
    statement = select(Record.identity, Record.id, *columns).where(
        Record.source_id.in_(source_ids), record_is_shown()
    )
    return {
        identity: Known(record_id, hash(tuple(compared)))
        for identity, record_id, *compared in session.execute(statement)
    }


@cache
def _insert(dialect: Dialect) -> str:
    table = Entity.metadata.tables["record"]
    return str(insert(table).compile(dialect=dialect, column_keys=list(WRITTEN)))


def _unused() -> Iterator[ColumnElement[bool]]:
    """Yield what holds for a source that nobody has written on and nothing points at."""
    yield from (Source.checklist_key == "", Source.giver == "", Source.note == "")
    for other, column in references_to("source"):
        yield ~exists(select(other.c.id).where(column == Source.id))
