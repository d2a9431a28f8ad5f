"""Which library a folder of backups belongs to, known even where that library cannot be read."""

from __future__ import annotations

import contextlib
from pathlib import Path

from app.backup import Backup, list_backups

NOTE = "library.txt"


def note_origin(folder: Path, library: Path) -> None:
    """Write down beside its backups where a library lies; a full disk is no reason to stop."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NOTE).write_text(f"{library}\n", "utf-8")


def backups_of(root: Path, library: Path) -> tuple[Backup, ...]:
    """Return the backups of the library that lay at this place, the newest first."""
    folders = [each for each in root.iterdir() if each.is_dir()] if root.is_dir() else []
    found = [b for folder in folders if _origin(folder) == library for b in list_backups(folder)]
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def _origin(folder: Path) -> Path | None:
    try:
        return Path((folder / NOTE).read_text("utf-8").strip())
    except (OSError, ValueError):
        return None
