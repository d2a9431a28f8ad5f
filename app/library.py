"""Opens a library, making or bringing up its schema, and holds its lock until it is closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select

from app import lock
from app.errors import LibraryLockedError, LibraryMissingError, LibraryReadOnlyError
from app.ledger import Ledger
from app.opening import inspect
from models.arriving import remove_batch, unfinished_batches
from models.database import Database, create_schema, refill_search, stamp
from models.library import Trash
from models.schema import SCHEMA_VERSION

SUFFIX = ".secondstory"
TRASH_DAYS = 30


def open_library(path: Path, *, create: bool = False, read_only: bool = False) -> Ledger:
    """Open a library; with `create`, begin one where there is none.

    With `read_only` no lock is taken and a library that another window holds can be read.
    Raises a LibraryProblemError; the file is untouched then.
    """
    path = path.absolute()
    fresh = create and not path.exists()
    found = 0 if fresh else inspect(path)
    if read_only:
        if found < SCHEMA_VERSION:
            raise LibraryReadOnlyError(path)
        return Ledger(Database(path), read_only=True)
    if fresh:
        path.parent.mkdir(parents=True, exist_ok=True)
    _take(path)
    try:
        database = Database(path)
        _bring_up(database, found)
        _tidy(database)
    except BaseException:
        lock.release(path)
        raise
    return Ledger(database, on_close=lambda: lock.release(path))


def _take(path: Path) -> None:
    if lock.take(path):
        return
    holder = lock.holder_of(path)
    if holder is None:
        raise LibraryMissingError(path)
    if holder.is_here:
        raise LibraryLockedError(path, holder.user or "another user", holder.pid)
    raise LibraryLockedError(path, f"{holder.user} on {holder.host}", holder.pid)


def _bring_up(database: Database, found: int) -> None:
    if found == SCHEMA_VERSION:
        return
    with database.writer.begin() as connection:
        if found == 0:
            create_schema(connection)
            return
        from models import migrations  # noqa: PLC0415 - slow to import, seldom needed

        migrations.upgrade(connection)
        refill_search(connection)
        stamp(connection)


def _tidy(database: Database) -> None:
    """Remove imports that never finished or were withdrawn, and trash past its days."""
    too_old = datetime.now(UTC) - timedelta(days=TRASH_DAYS)
    with database.writer.begin() as connection:
        for batch_id in unfinished_batches(connection):
            while not remove_batch(connection, batch_id):
                pass
        if connection.scalar(select(Trash.id).where(Trash.deleted_at < too_old).limit(1)):
            connection.execute(delete(Trash).where(Trash.deleted_at < too_old))
