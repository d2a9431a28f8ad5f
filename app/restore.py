"""Puts a backup in the place of a library, so that the step can itself be taken back."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import lock
from app.attachments import attachments_of
from app.backup import (
    Backup,
    BackupNotMadeError,
    Reason,
    copy_checked,
    flush_folder,
    link_attachments,
    make_backup,
)
from app.errors import LibraryProblemError
from app.opening import inspect
from models.errors import ReviewError


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the state before it is kept."""

    backup: Backup
    before: Backup | None
    """The backup made of the state before; restoring it takes the step back."""
    set_aside: Path | None
    """The damaged file, where no backup could be made of it."""


class NotRestoredError(ReviewError):
    """The library is as it was."""


def restore(library: Path, backup: Backup) -> Restored:
    """Put a backup in the place of a library that nobody has open.

    The state before is kept: as a backup, or set aside beside the library where it is damaged.
    Raises NotRestoredError or LibraryLockedError; the library is as it was then.
    """
    inspect(backup.path)
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        lock.take_or_tell(library)
        try:
            return _restore(library, backup)
        finally:
            lock.release(library)
    except (OSError, sqlite3.Error, BackupNotMadeError) as error:
        raise NotRestoredError(
            f"The backup of {_when(backup.made_at)} could not be put in the place of {library}: "
            f"{error}. The library is as it was."
        ) from error


def _restore(library: Path, backup: Backup) -> Restored:
    fresh = library.with_name(f".~restoring-{library.name}")
    fresh.unlink(missing_ok=True)
    copy_checked(backup.path, fresh)
    link_attachments(attachments_of(backup.path), attachments_of(library))
    before, aside = None, None
    if library.exists():
        try:
            inspect(library)
        except LibraryProblemError:
            aside = _set_aside(library)
        else:
            before = _keep(library, backup.path.parent)
    fresh.replace(library)
    flush_folder(library.parent)
    return Restored(backup, before, aside)


def _keep(library: Path, folder: Path) -> Backup:
    """Back up the present state and leave no log behind that would be read into the new file."""
    before = make_backup(library, folder, Reason.RESTORE)
    connection = sqlite3.connect(library, isolation_level=None, timeout=1)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    finally:
        connection.close()
    return before


def _set_aside(library: Path) -> Path:
    """Keep a library that cannot be read, with the log that belongs to it."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S")
    aside = library.with_name(f"{library.stem} before {stamp}{library.suffix}")
    try:
        aside.hardlink_to(library)
    except OSError:
        shutil.copyfile(library, aside)
    for ending in ("-wal", "-shm"):
        log = library.with_name(library.name + ending)
        if log.exists():
            log.replace(aside.with_name(aside.name + ending))
    return aside


def _when(moment: datetime) -> str:
    return moment.astimezone().strftime("%d %B %Y, %H:%M").lstrip("0")
