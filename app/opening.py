"""Whether a file can be opened as a library, found out without changing a byte of it (R10)."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from app.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryEmptyError,
    LibraryMissingError,
    LibraryNewerError,
    LibraryNoRoomError,
    LibraryProblemError,
    LibraryReadOnlyError,
    LibraryUnreadableError,
    NotALibraryError,
)
from app.lock import holder_of
from app.quick_check import first_damage
from models.schema import APPLICATION_ID, SCHEMA_VERSION

LEAST_ROOM = 256 * 1024
"""Bytes that SQLite needs beside a library before it can read it: the index of its log."""


def inspect(path: Path, *, quick_check: bool = True) -> int:
    """Return the schema version of a library.

    Raises a LibraryProblemError that says what the file is instead.
    """
    if not path.exists():
        raise LibraryMissingError(path)
    if not path.is_file():
        raise NotALibraryError(path)
    if path.stat().st_size == 0:
        raise LibraryEmptyError(path)
    if not os.access(path, os.R_OK):
        raise LibraryUnreadableError(path, "permission denied")
    try:
        address = _address(path)
        connection = sqlite3.connect(address, uri=True, timeout=5)
        try:
            version = _version_of(connection, path)
            size = path.stat().st_size
            damage = first_damage(connection, address, size) if quick_check else None
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise problem_of(error, path) from error
    if damage is not None:
        raise LibraryDamagedError(path, damage)
    return version


def _version_of(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NotALibraryError(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise LibraryNewerError(path, version, SCHEMA_VERSION)
    if version < 0:
        raise LibraryDamagedError(path, f"schema {version}")
    return int(version)


def _address(path: Path) -> str:
    """Name a file at rest as one that does not change, so that nothing is made beside it (R13)."""
    at_rest = not path.with_name(path.name + "-wal").exists() and holder_of(path) is None
    return f"{path.absolute().as_uri()}?{'immutable=1' if at_rest else 'mode=ro'}"


def problem_of(error: sqlite3.DatabaseError, path: Path) -> LibraryProblemError:
    """Say what SQLite's answer means to a facilitator."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_NOTADB":
        return NotALibraryError(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return LibraryBusyError(path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_READONLY")):
        return _unreachable(error, path)
    return LibraryDamagedError(path, str(error))


def problem_of_place(error: OSError, path: Path) -> LibraryProblemError:
    """Say what the system's refusal to write beside a library means."""
    return _unreachable(error, path)


def _unreachable(error: Exception, path: Path) -> LibraryProblemError:
    if not can_write(path):
        return LibraryReadOnlyError(path)
    free = shutil.disk_usage(path.parent).free
    if free < LEAST_ROOM:
        return LibraryNoRoomError(path, free)
    return LibraryUnreadableError(path, str(error))


def can_write(path: Path) -> bool:
    """Whether the system lets this file and its folder be written."""
    there = path if path.exists() else path.parent
    return os.access(there, os.W_OK) and os.access(path.parent, os.W_OK)
