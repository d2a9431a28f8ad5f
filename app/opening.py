"""Whether a file can be opened as a library, found out without changing a byte of it (R10)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.errors import (
    LibraryDamagedError,
    LibraryEmptyError,
    LibraryMissingError,
    LibraryNewerError,
    NotALibraryError,
)
from models.schema import APPLICATION_ID, SCHEMA_VERSION


def inspect(path: Path, *, quick_check: bool = True) -> int:
    """Return the schema version of a library.

    Raises a LibraryProblemError that says what the file is instead.
    """
    if not path.exists():
        raise LibraryMissingError(path)
    if path.is_dir():
        raise NotALibraryError(path)
    if path.stat().st_size == 0:
        raise LibraryEmptyError(path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    try:
        return _inspect(connection, path, quick_check=quick_check)
    except sqlite3.DatabaseError as error:
        raise _told(error, path) from error
    finally:
        connection.close()


def _inspect(connection: sqlite3.Connection, path: Path, *, quick_check: bool) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise NotALibraryError(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise LibraryNewerError(path, version, SCHEMA_VERSION)
    if quick_check:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise LibraryDamagedError(path, str(answer).splitlines()[0])
    return int(version)


def _told(error: sqlite3.DatabaseError, path: Path) -> Exception:
    if error.sqlite_errorname == "SQLITE_NOTADB":
        return NotALibraryError(path)
    return LibraryDamagedError(path, str(error))
