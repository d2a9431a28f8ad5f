"""Opens a library, making or bringing up its schema, and holds its lock until it is closed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError

from app import lock
from app.backup import Reason, make_backup
from app.creation import create_file, sweep
from app.errors import (
    LibraryLockedElsewhereError,
    LibraryNoRoomError,
    LibraryProblemError,
    LibraryReadOnlyError,
    NotSavedError,
)
from app.ledger import Ledger
from app.location import locate
from app.opening import can_write, inspect, problem_of, problem_of_place
from app.paths import user_paths
from app.private_copy import copy_to_read, discard
from app.rescue import merge_rescued
from models.arriving import remove_batch, unfinished_batches
from models.database import Database, create_schema, library_id, refill_search, stamp
from models.library import Trash
from models.schema import SCHEMA_VERSION
from models.sqlite import WalRefusedError

SUFFIX = ".secondstory"
TRASH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Opened:
    """A library as it could be opened, and what the facilitator should know about it."""

    ledger: Ledger
    sentences: tuple[str, ...] = ()


def open_library(path: Path, *, create: bool = False, read_only: bool = False) -> Ledger:
    """Open a library; with `create`, begin one where there is none.

    With `read_only` no lock is taken and a library that another window holds can be read.
    Raises a LibraryProblemError; the file is untouched then.
    """
    path = path.absolute()
    if read_only:
        return _open_to_read(path)
    found = 0
    if not create or path.exists():
        found = inspect(path)
        if not can_write(path):
            raise LibraryReadOnlyError(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.take_or_tell(path)
    except OSError as error:
        raise problem_of_place(error, path) from error
    try:
        return _open_locked(path, found)
    except BaseException:
        lock.release(path)
        raise


def open_as_possible(path: Path, *, create: bool = False) -> Opened:
    """Open a library for changes, or for reading only where it cannot be changed, and say why.

    Raises a LibraryProblemError where it cannot be read either, and LibraryLockedError where a
    window on this machine has it open: that window is the one to raise.
    """
    warning = locate(path).warning
    sentences = (warning,) if warning else ()
    try:
        ledger = open_library(path, create=create)
    except (LibraryReadOnlyError, LibraryNoRoomError, LibraryLockedElsewhereError) as problem:
        if not path.exists():
            raise
        return Opened(open_library(path, read_only=True), (problem.sentence, *sentences))
    return Opened(ledger, (*_merged(ledger), *sentences))


def _merged(ledger: Ledger) -> tuple[str, ...]:
    """Bring in the texts that could not be saved last time."""
    try:
        return merge_rescued(ledger).sentences
    except NotSavedError as error:
        return (error.sentence,)


def _open_to_read(path: Path) -> Ledger:
    try:
        found = inspect(path)
    except (LibraryReadOnlyError, LibraryNoRoomError):
        return _open_copy(path)
    if found < SCHEMA_VERSION:
        raise LibraryReadOnlyError(path)
    database = Database(path)
    try:
        database.reader.connect().close()
    except DBAPIError:
        database.close()
        return _open_copy(path)
    return Ledger(database, read_only=True)


def _open_copy(path: Path) -> Ledger:
    copy = copy_to_read(path)
    try:
        if inspect(copy) < SCHEMA_VERSION:
            raise LibraryReadOnlyError(path)
    except LibraryProblemError:
        discard(copy)
        raise
    return Ledger(Database(copy), read_only=True, on_close=lambda: discard(copy), path=path)


def _open_locked(path: Path, found: int) -> Ledger:
    sweep(path)
    try:
        if not path.exists():
            create_file(path)
            found = SCHEMA_VERSION
        database = _connected(path)
        _bring_up(database, found)
        _tidy(database)
    except OSError as error:
        raise problem_of_place(error, path) from error
    except (DBAPIError, sqlite3.DatabaseError) as error:
        told = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(told, sqlite3.DatabaseError):
            raise
        raise problem_of(told, path) from error
    return Ledger(database, on_close=lambda: lock.release(path))


def _connected(path: Path) -> Database:
    """Connect as the place of the file allows: without a log on a network drive (R12)."""
    database = Database(path, network=bool(locate(path).network))
    try:
        database.writer.connect().close()
    except WalRefusedError:
        database.close()
        return Database(path, network=True)
    return database


def _bring_up(database: Database, found: int) -> None:
    if found == SCHEMA_VERSION:
        return
    if found:
        _back_up_before_migration(database)
    with database.writer.begin() as connection:
        if found == 0:
            create_schema(connection)
            return
        from models import migrations  # noqa: PLC0415 - slow to import, seldom needed

        migrations.upgrade(connection)
        refill_search(connection)
        stamp(connection)


def _back_up_before_migration(database: Database) -> None:
    """Keep the library as its earlier version knew it (R15). Raises BackupNotMadeError."""
    with database.reader.connect() as connection:
        folder = user_paths().backups / library_id(connection)
    make_backup(database.path, folder, Reason.MIGRATION)


def _tidy(database: Database) -> None:
    """Remove imports that never finished or were withdrawn, and trash past its days."""
    too_old = datetime.now(UTC) - timedelta(days=TRASH_DAYS)
    with database.writer.begin() as connection:
        for batch_id in unfinished_batches(connection):
            while not remove_batch(connection, batch_id):
                pass
        if connection.scalar(select(Trash.id).where(Trash.deleted_at < too_old).limit(1)):
            connection.execute(delete(Trash).where(Trash.deleted_at < too_old))
