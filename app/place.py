"""Whether the library's file is still the one opened (R9), and why a write did not work."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.errors import NotSavedError

Identity = tuple[int, int]


class Place:
    """Remembers which file was opened and notices when another lies in its place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._identity = _identity(path)

    def check(self) -> None:
        """Raise NotSavedError where the file was moved, replaced or taken away."""
        found = _identity(self._path)
        if found == self._identity:
            return
        reason = (
            "the file was moved or removed while it was open."
            if found is None
            else "another file was put in its place while it was open."
        )
        raise FileReplacedError(self._path, f"{reason} Close the app and open the library again.")

    def check_log(self) -> None:
        """Raise NotSavedError where the log that holds the last changes was taken away."""
        if not self._log.exists():
            raise FileReplacedError(
                self._path,
                f"{self._log.name} beside it was removed while it was open. "
                "Close the app and open the library again.",
            )


class FileReplacedError(NotSavedError):
    """What lies at the library's place is not what was opened; trying again does not help."""


DISK = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_BUSY", "SQLITE_CANTOPEN")
FILE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_PERM")


def is_outside(error: DBAPIError) -> bool:
    """Whether the disk or the file is the reason, and not a bug of ours."""
    return str(getattr(error.orig, "sqlite_errorname", "")).startswith((*DISK, *FILE))


def why_not_saved(error: DBAPIError, path: Path) -> str:
    """Say in one sentence why the disk did not take a change, and what to do."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    if name == "SQLITE_FULL":
        free = shutil.disk_usage(path.parent).free
        return f"the disk is full ({free // 1024} KB free). Make room; typing goes on meanwhile."
    if name.startswith("SQLITE_READONLY"):
        return "the file or its folder has become read-only. Allow writing there."
    if name.startswith("SQLITE_BUSY"):
        return "another program holds the file. It will be tried again."
    return f"the disk did not take it ({error.orig}). It will be tried again."


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
