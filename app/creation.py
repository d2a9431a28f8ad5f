"""A new library file: there is none, or a whole one, never a half (R15)."""

from __future__ import annotations

import os
from pathlib import Path

from app.backup import flush_folder
from models.database import Database, create_schema


def create_file(path: Path) -> None:
    """Make an empty library under another name, then give it its own in one step.

    Only the holder of the library's lock may call this. Raises OSError or DBAPIError.
    """
    growing = path.with_name(f".~new-{path.name}")
    database = Database(growing, network=True)
    try:
        os.close(os.open(growing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with database.writer.begin() as connection:
            create_schema(connection)
        database.close()
        growing.replace(path)
        flush_folder(path.parent)
    finally:
        database.close()
        growing.unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Take away what a creation or a restore that was cut short left beside a library."""
    for beginning in (".~new-", ".~restoring-"):
        for ending in ("", "-journal", "-wal", "-shm"):
            path.with_name(f"{beginning}{path.name}{ending}").unlink(missing_ok=True)
