"""Mends a copy of a damaged library: what can be read goes into a new file, the old one stays."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.attachments import attachments_of
from app.backup import flush_folder, link_attachments
from app.belonging import Tables
from app.check_library import RowProblem, check_library
from app.mending import fill
from app.page_reader import Pages, Value
from app.private_copy import copy_to_read, discard
from models.database import Database, create_schema
from models.errors import ReviewError
from models.schema import entities

Found = dict[str, dict[str, tuple[Value, ...]]]
"""Table -> id -> the values of the newest version that was found."""


class NothingToSaveError(ReviewError):
    """No row could be read; the file is untouched."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What a mended copy holds and what it does not."""

    path: Path
    kept: Mapping[str, int]
    """How many rows of each table."""
    unreadable_pages: int
    changed: tuple[RowProblem, ...]
    """Rows that hold other words than were saved."""
    moved: int
    """Words whose place is lost; each is a note of its review now."""

    @property
    def sentence(self) -> str:
        """Say in one sentence what came over."""
        reviews = self.kept.get("review", 0)
        missing = f"{self.unreadable_pages} pages could not be read"
        return (
            f"{self.path} holds {sum(self.kept.values()):,} rows of {reviews} "
            f"review{'' if reviews == 1 else 's'}; {missing}, "
            f"{len(self.changed)} rows hold other words than were saved."
        )


def mend_copy(library: Path, target: Path) -> Mended:
    """Read what can be read of a library into a new one; `target` must not be there yet.

    Raises NothingToSaveError, LibraryUnreadableError, OSError.
    """
    pages, tables = _read(library)
    found = _newest(pages, tables)
    if not found.get("review") and not any(len(rows) for rows in found.values()):
        raise NothingToSaveError(
            f"Nothing could be read from {library}. Open a backup; the file is untouched."
        )
    growing = target.with_name(f".~new-{target.name}")
    growing.unlink(missing_ok=True)
    database = Database(growing, network=True)
    try:
        with database.writer.begin() as connection:
            create_schema(connection)
            moved = fill(connection, found, tables.columns)
        database.close()
        state = check_library(growing)
        growing.rename(target)
        flush_folder(target.parent)
    finally:
        database.close()
        growing.unlink(missing_ok=True)
    link_attachments(attachments_of(library), attachments_of(target))
    kept = Counter({table: len(rows) for table, rows in found.items() if rows})
    return Mended(target, kept, len(pages.unreadable), state.rows, moved)


def _read(library: Path) -> tuple[Pages, Tables]:
    copy = copy_to_read(library)
    try:
        tables = Tables(_roots_and_columns(copy))
        return Pages(copy.read_bytes()), tables
    finally:
        discard(copy)


def _roots_and_columns(copy: Path) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Bring the log into the copy and read where its tables begin, as far as SQLite can."""
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        with contextlib.suppress(sqlite3.DatabaseError):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with contextlib.suppress(sqlite3.DatabaseError):
            listed = connection.execute("SELECT name, rootpage FROM sqlite_master").fetchall()
            for name, root in listed:
                if name in entities():
                    told = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
                    found[name] = root, tuple(column[1] for column in told)
    return found


def _newest(pages: Pages, tables: Tables) -> Found:
    found: Found = {name: {} for name in entities()}
    owners = tables.owners(pages)
    for row in pages.rows():
        table = tables.table_of(row, owners.get(row.page))
        if table is None:
            continue
        known = found[table].get(str(row.values[0]))
        if known is None or _version(row.values) >= _version(known):
            found[table][str(row.values[0])] = row.values
    return found


def _version(values: tuple[Value, ...]) -> int:
    return values[1] if isinstance(values[1], int) else 0
