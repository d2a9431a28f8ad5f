"""Looks a library over and says, for each thing, how it is and what to do."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app import lock
from app.attachments import attachments_of
from app.backup import list_backups
from app.check_library import LibraryState, check_library
from app.errors import LibraryProblemError
from app.location import locate
from app.opening import inspect
from app.paths import Paths, user_paths
from app.rescue import RescueFile
from models.schema import SCHEMA_VERSION

LEAST_FREE = 200 * 1024 * 1024
OLD_BACKUP = timedelta(days=7)
MENDED_SQLITE = (3, 51, 3)
"""From here on SQLite no longer has the flaw that two writers at once could bring out (R17)."""


class Level(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    NOTICE = "notice"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    key: str
    level: Level
    sentence: str
    advice: str = ""
    """What to do; empty where there is nothing."""


def examine(path: Path, paths: Paths | None = None) -> tuple[Finding, ...]:
    """Look at a library, its place and this program, changing nothing; any thread may."""
    path = path.absolute()
    return (*_library(path, paths or user_paths()), *_surroundings(path), *_program())


def _library(path: Path, paths: Paths) -> Iterator[Finding]:
    try:
        schema = inspect(path, quick_check=False)
    except LibraryProblemError as problem:
        yield Finding("file", Level.ACT, problem.sentence)
        return
    size = path.stat().st_size / 1e6
    yield Finding("file", Level.FINE, f"{path} is a library of {size:,.1f} MB.")
    yield _schema(schema)
    yield from _state(check_library(path))
    yield _attachments(path)
    library_id = _id_of(path)
    yield _backups(paths.backups / library_id)
    yield _rescue(RescueFile(library_id, paths.rescue))


def _schema(found: int) -> Finding:
    if found == SCHEMA_VERSION:
        return Finding("schema", Level.FINE, f"Its schema is {found}, the one of this version.")
    return Finding(
        "schema",
        Level.NOTICE,
        f"Its schema is {found}; this version works with {SCHEMA_VERSION}.",
        "Open it: a backup is made first, then it is brought up.",
    )


def _state(state: LibraryState) -> Iterator[Finding]:
    if state.structure:
        yield Finding(
            "integrity",
            Level.ACT,
            f"SQLite found {len(state.structure)} things in the file: {state.structure[0]}",
            "Open the newest backup, or mend a copy.",
        )
    else:
        yield Finding("integrity", Level.FINE, "The file is whole.")
    if not state.rows:
        yield Finding("words", Level.FINE, f"All {state.checked:,} rows hold what was saved.")
    for row in state.rows:
        where = f"{row.table} {row.row_id}".strip()
        yield Finding(
            "words", Level.ACT, f"{where}: {row.what}.", "Compare it with a backup from before."
        )


def _attachments(path: Path) -> Finding:
    files = sorted(attachments_of(path).glob("??/*"))
    wrong = [file for file in files if _hash(file) != file.name]
    if wrong:
        return Finding(
            "attachments",
            Level.ACT,
            f"{len(wrong)} of {len(files)} attachments are not as they were kept: {wrong[0]}.",
            "Restore a backup, or bring those files in again.",
        )
    return Finding("attachments", Level.FINE, f"All {len(files)} attachments are as they were.")


def _backups(folder: Path) -> Finding:
    backups = list_backups(folder)
    if not backups:
        return Finding(
            "backups", Level.NOTICE, f"There is no backup in {folder}.", "Make one: `backup`."
        )
    newest = backups[0].made_at
    told = f"{len(backups)} backups in {folder}, the newest of {newest:%Y-%m-%d %H:%M} UTC."
    if datetime.now(UTC) - newest > OLD_BACKUP:
        return Finding("backups", Level.NOTICE, told, "Make one: `backup`.")
    return Finding("backups", Level.FINE, told)


def _rescue(file: RescueFile) -> Finding:
    waiting = len(file.lines())
    if waiting:
        return Finding(
            "rescue",
            Level.NOTICE,
            f"{waiting} texts that could not be saved wait in {file.path}.",
            "Open the library: they are brought in.",
        )
    return Finding("rescue", Level.FINE, "No text waits to be saved.")


def _surroundings(path: Path) -> Iterator[Finding]:
    holder = lock.holder_of(path)
    if holder is None:
        yield Finding("lock", Level.FINE, "Nobody has it open.")
    elif holder.is_here:
        yield Finding("lock", Level.FINE, f"{holder.user} has it open (process {holder.pid}).")
    else:
        yield Finding(
            "lock",
            Level.NOTICE,
            f"{holder.user} on {holder.host} has it open (process {holder.pid}).",
            f"Close it there; if nobody has it open any more, delete {lock.lock_path(path)}.",
        )
    warning = locate(path).warning
    level = Level.NOTICE if warning else Level.FINE
    yield Finding("location", level, warning or "It lies on a local disk.")
    yield _room(path)


def _room(path: Path) -> Finding:
    folder = path.parent
    if not folder.is_dir():
        return Finding("room", Level.NOTICE, f"There is no folder {folder}.", "Check the place.")
    free = shutil.disk_usage(folder).free
    wanted = max(LEAST_FREE, 2 * path.stat().st_size if path.exists() else 0)
    told = f"{free / 1e6:,.0f} MB are free on its disk."
    if free < wanted:
        return Finding("room", Level.NOTICE, told, f"Make room for {wanted / 1e6:,.0f} MB.")
    return Finding("room", Level.FINE, told)


def _program() -> Iterator[Finding]:
    found = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < MENDED_SQLITE:
        yield Finding(
            "sqlite",
            Level.NOTICE,
            f"SQLite {found} has a flaw when two programs write at once; this app writes alone.",
            "Open the library with this app only; SQLite 3.51.3 and later have it mended.",
        )
    else:
        yield Finding("sqlite", Level.FINE, f"SQLite {found}.")
    yield _qt()


def _qt() -> Finding:
    try:
        found = version("PySide6-Essentials")
    except PackageNotFoundError:
        return Finding("qt", Level.NOTICE, "Qt is not installed: the window cannot be opened.")
    parts = tuple(int(part) for part in found.split(".")[:2])
    if parts >= (6, 12) and sys.version_info < (3, 12):
        return Finding(
            "qt",
            Level.ACT,
            f"PySide6 {found} ends the program after some thousand keys on this Python.",
            "Install `PySide6-Essentials>=6.11.3,<6.12`.",
        )
    return Finding("qt", Level.FINE, f"PySide6 {found}.")


def _id_of(path: Path) -> str:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT id FROM library_info").fetchone()
    except sqlite3.DatabaseError:
        found = None
    finally:
        connection.close()
    return str(found[0]) if found else "unknown"


def _hash(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
