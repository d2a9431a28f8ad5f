"""Copies of a library that count only once they have been checked (R7, R14).

A backup is itself a library: one file, and a folder of attachments that share their bytes with the
library's own where the disk allows it.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.attachments import attachments_of
from app.thinning import to_remove
from models.errors import ReviewError

PAGES_AT_ONCE = 2048
GIVES_UP_AFTER_S = 10.0
DONE = 101
"""What SQLite answers when the last page has been copied."""
STAMP = "%Y%m%dT%H%M%S%f"
NAMED = re.compile(r"(?P<stamp>\d{8}T\d{12})Z-(?P<reason>[a-z]+)\.secondstory")


class Reason(StrEnum):
    """Why a backup was made."""

    OPENING = "opening"
    CHANGE = "change"
    ASKED = "asked"
    MIGRATION = "migration"
    IMPORT = "import"
    DELETE = "delete"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One checked copy of a library."""

    path: Path
    made_at: datetime
    reason: Reason
    size: int
    """Bytes, without attachments."""


class BackupNotMadeError(ReviewError):
    """The library is as it was; there is one backup less than there should be."""


def make_backup(
    library: Path,
    folder: Path,
    reason: Reason = Reason.ASKED,
    *,
    gives_up_after: float = GIVES_UP_AFTER_S,
) -> Backup:
    """Copy a library into the folder, check the copy, then thin the older ones; any thread may.

    Raises BackupNotMadeError: the disk is full, the library locked for `gives_up_after` seconds, or
    its copy does not pass the check.
    """
    made_at = datetime.now(UTC)
    target = folder / f"{made_at.strftime(STAMP)}Z-{reason}.secondstory"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(folder)
        copy_checked(library, target, gives_up_after=gives_up_after)
        _copy_attachments(library, target, list_backups(folder))
    except (OSError, sqlite3.Error) as error:
        raise BackupNotMadeError(
            f"No backup of {library} could be made in {folder}: {_why(error, folder)}. "
            "The library itself is not affected."
        ) from error
    _thin(folder)
    return Backup(target, made_at, reason, target.stat().st_size)


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first."""
    found = [
        _backup(path, match) for path in _entries(folder) if (match := NAMED.fullmatch(path.name))
    ]
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def copy_checked(library: Path, target: Path, *, gives_up_after: float = GIVES_UP_AFTER_S) -> None:
    """Write a checked copy of a library, under its name only once it is whole and on the disk.

    Raises OSError or sqlite3.Error; nothing is left behind then.
    """
    growing = target.with_name(f".~{os.getpid()}-{target.name}")
    try:
        os.close(os.open(growing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy_pages(library, growing, gives_up_after)
        _check(growing)
        _flush(growing)
        growing.replace(target)
    finally:
        growing.unlink(missing_ok=True)
        growing.with_name(growing.name + "-journal").unlink(missing_ok=True)
    flush_folder(target.parent)


def link_attachments(origin: Path, target: Path, nearer: Path | None = None) -> None:
    """Give `target` every attachment of `origin`, by hard link where the disk allows it.

    `nearer` may hold the same files on the disk of the target. Names are hashes of the bytes, so
    that what is there already is right.
    """
    for file in sorted(origin.glob("??/*")):
        place = target / file.parent.name / file.name
        if place.exists():
            continue
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        close_by = nearer / file.parent.name / file.name if nearer else file
        _link(close_by if close_by.exists() else file, place)


def flush_folder(folder: Path) -> None:
    """Have the folder's list of names written to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy_pages(library: Path, target: Path, gives_up_after: float) -> None:
    until = time.monotonic() + gives_up_after

    def watch(status: int, _left: int, _total: int) -> None:
        if status != DONE and time.monotonic() > until:
            raise TimeoutError(f"another program held it for {gives_up_after:g} seconds")

    source = sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True, timeout=0.2)
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy, pages=PAGES_AT_ONCE, progress=watch, sleep=0.05)
    finally:
        copy.close()
        source.close()


def _check(copy: Path) -> None:
    connection = sqlite3.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)
    try:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok" or not tables:
        raise sqlite3.DatabaseError(f"the copy is not whole ({str(answer).splitlines()[0]})")


def _copy_attachments(library: Path, backup: Path, earlier: tuple[Backup, ...]) -> None:
    newest = next((other.path for other in earlier if other.path != backup), None)
    nearer = attachments_of(newest) if newest else None
    link_attachments(attachments_of(library), attachments_of(backup), nearer)


def _link(file: Path, place: Path) -> None:
    try:
        place.hardlink_to(file)
    except OSError:
        growing = place.with_name(f".~{place.name}")
        shutil.copyfile(file, growing)
        _flush(growing)
        growing.replace(place)


def _flush(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _thin(folder: Path) -> None:
    backups = {backup.made_at: backup for backup in list_backups(folder)}
    for made_at in to_remove(tuple(backups)):
        remove_backup(backups[made_at])


def remove_backup(backup: Backup) -> None:
    """Take one backup away, its attachments first."""
    shutil.rmtree(attachments_of(backup.path), ignore_errors=True)
    backup.path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away what a backup that was cut short left behind."""
    for file in folder.glob(".~*-*.secondstory*"):
        owner = file.name.removeprefix(".~").partition("-")[0]
        if not owner.isdecimal() or not _runs(int(owner)):
            file.unlink(missing_ok=True)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid != os.getpid()


def _backup(path: Path, match: re.Match[str]) -> Backup:
    made_at = datetime.strptime(match["stamp"], STAMP).replace(tzinfo=UTC)
    reason = Reason(match["reason"]) if match["reason"] in set(Reason) else Reason.ASKED
    return Backup(path, made_at, reason, path.stat().st_size)


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _why(error: Exception, folder: Path) -> str:
    full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
    if full or getattr(error, "errno", None) == 28:
        return f"the disk is full ({shutil.disk_usage(folder.parent).free // 1024} KB free)"
    return str(error)
