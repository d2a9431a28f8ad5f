"""A library read through a copy of one's own, where nothing can be written beside it (R13)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from app.errors import LibraryUnreadableError


def copy_to_read(path: Path) -> Path:
    """Copy a library with its log into a private temporary folder; return the copy.

    Only for a library that this process has not opened (R7). Raises LibraryUnreadableError.
    """
    folder = Path(tempfile.mkdtemp(prefix="second-story-"))
    try:
        for ending in ("", "-wal"):
            file = path.with_name(path.name + ending)
            if file.exists():
                shutil.copyfile(file, folder / file.name)
    except OSError as error:
        discard(folder / path.name)
        raise LibraryUnreadableError(path, str(error)) from error
    return folder / path.name


def discard(copy: Path) -> None:
    """Take the copy away again, with its folder."""
    shutil.rmtree(copy.parent, ignore_errors=True)
