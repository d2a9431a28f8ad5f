"""Whether every row of a library is as it was saved (R11)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.base import Worded, checksum_of, word_columns
from models.schema import entities

MOST_NAMED = 100
OTHER_WORDS = "holds other words than were saved"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One row that is not as it was saved; `row_id` is empty where SQLite names only a table."""

    table: str
    row_id: str
    what: str


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What a check of a whole library found."""

    structure: tuple[str, ...] = ()
    """What SQLite says of the file."""
    rows: tuple[RowProblem, ...] = ()
    checked: int = 0
    """How many rows with words were compared with their checksums."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.structure and not self.rows


def check_library(path: Path) -> LibraryState:
    """Read the whole library, changing nothing; any thread may, while it is open or not."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        structure = tuple(_structure(connection))
        rows = list(_references(connection))
        changed, checked = _words(connection)
        return LibraryState(structure, tuple(rows + changed)[:MOST_NAMED], checked)
    except sqlite3.DatabaseError as error:
        return LibraryState((str(error),))
    finally:
        connection.close()


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (answer,) in connection.execute(f"PRAGMA integrity_check({MOST_NAMED})"):
        if answer != "ok":
            yield from str(answer).splitlines()


def _references(connection: sqlite3.Connection) -> Iterator[RowProblem]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield RowProblem(table, "", f"belongs to a {parent} that is not there")


def _words(connection: sqlite3.Connection) -> tuple[list[RowProblem], int]:
    found, checked = [], 0
    for table, kind in sorted(entities().items()):
        if not issubclass(kind, Worded):
            continue
        columns = ", ".join(f'"{name}"' for name in ("id", "checksum", *word_columns(kind)))
        try:
            for row_id, checksum, *words in connection.execute(f'SELECT {columns} FROM "{table}"'):  # noqa: S608
                checked += 1
                if checksum != checksum_of(str(word or "") for word in words):
                    found.append(
                        RowProblem(table, str(row_id), "holds other words than were saved")
                    )
        except sqlite3.DatabaseError as error:
            found.append(RowProblem(table, "", f"cannot be read to its end ({error})"))
    return found, checked
