"""What is special to SQLite: pragmas, transactions, connections."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, Pool, QueuePool, StaticPool

PATIENCE_MS, HURRIED_MS = 5000, 100
"""How long a change waits for another program that holds the file: any change, and a typed text."""
HURRIED = "hurried"
"""The execution option of transactions that do not wait longer than a window may stand still."""
PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={PATIENCE_MS}",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
)
WRITER = ("wal_autocheckpoint=1000",)
READER = ("query_only=ON", "wal_autocheckpoint=0")
NOT_WAITING = ("synchronous=NORMAL",)
IN_SMALL_STEPS = ("wal_autocheckpoint=250",)
"""Checkpoints too small for a window to feel."""
WAITING = ("synchronous=FULL", *WRITER)
MAC = ("fullfsync=1", "checkpoint_fullfsync=1")


class WalRefusedError(Exception):
    """The file system cannot hold a write-ahead log."""


def writer_engine(path: Path, *, network: bool = False) -> Engine:
    """Return the engine of the one writing connection; transactions begin IMMEDIATE (R1, R2)."""
    journal = ("journal_mode=DELETE", "synchronous=EXTRA") if network else ("journal_mode=WAL",)
    return _engine(path, (*PRAGMAS, *journal, *WRITER), "BEGIN IMMEDIATE", StaticPool)


def reader_engine(path: Path) -> Engine:
    """Return the engine of reading connections, one to a thread that asks."""
    return _engine(path, (*PRAGMAS, *READER), "BEGIN", QueuePool)


def copy_engine(path: Path) -> Engine:
    """Return the engine of a private copy, such as a backup being checked."""
    return _engine(path, PRAGMAS, "BEGIN", NullPool)


@contextmanager
def not_awaiting_disk(connection: Connection, *, live: bool) -> Iterator[None]:
    """Let a commit return before the disk has it; the log keeps the order of all commits.

    For the slices of an import: what a power cut takes of them is removed at the next opening
    anyway, and the commit that completes the import waits for all that stands before it.
    """
    raw = cast("sqlite3.Connection", connection.connection.driver_connection)
    _set(raw, (*NOT_WAITING, *(IN_SMALL_STEPS if live else ())))
    try:
        yield
    finally:
        _set(raw, WAITING)


def _set(connection: sqlite3.Connection, pragmas: Iterable[str]) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _engine(path: Path, pragmas: tuple[str, ...], begin: str, pool: type[Pool]) -> Engine:
    """Only the writer, which connects once, may begin a file: never where ours was taken away."""
    mode = "rwc" if pool is StaticPool else "rw"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        ),
        poolclass=pool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        for pragma in (*pragmas, *(MAC if sys.platform == "darwin" else ())):
            answer = connection.execute(f"PRAGMA {pragma}").fetchone()
            if pragma == "journal_mode=WAL" and answer != ("wal",):
                raise WalRefusedError(path)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(HURRIED):
            connection.exec_driver_sql(begin)
            return
        raw = cast("sqlite3.Connection", connection.connection.driver_connection)
        _set(raw, (f"busy_timeout={HURRIED_MS}",))
        try:
            connection.exec_driver_sql(begin)
        finally:
            _set(raw, (f"busy_timeout={PATIENCE_MS}",))

    return engine
