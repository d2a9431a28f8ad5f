"""What is done about a library that could not be opened, or is to be as it was before."""

from __future__ import annotations

from pathlib import Path

from app.backup import Backup
from app.backup_origin import backups_of
from app.errors import LibraryDamagedError, LibraryEmptyError, LibraryProblemError, NotALibraryError
from app.paths import user_paths
from app.restore import restore
from app.salvage import mend_copy

WORN = (LibraryDamagedError, LibraryEmptyError, NotALibraryError)
"""Problems of the file itself, for which a backup is the way back."""


def newest_backup(problem: LibraryProblemError) -> Backup | None:
    """Return the newest backup of a library whose file is worn."""
    if not isinstance(problem, WORN):
        return None
    return next(iter(backups_of(user_paths().backups, problem.path)), None)


def can_mend(problem: LibraryProblemError) -> bool:
    """Whether anything could still be read from the file."""
    return isinstance(problem, LibraryDamagedError)


def bring_back(library: Path, backup: Backup) -> str:
    """Put a backup in the place of a library; say where the state before is kept.

    Raises NotRestoredError or LibraryLockedError; the library is as it was then.
    """
    restored = restore(library, backup)
    kept = restored.before.path if restored.before else restored.set_aside
    return f"Restored. The state before is kept in {kept}." if kept else "Restored."


def mend(library: Path) -> tuple[Path, str]:
    """Read what can be read into a new file beside the library; return it with one sentence.

    Raises NothingToSaveError.
    """
    target = library.with_name(f"{library.stem}-mended{library.suffix}")
    number = 2
    while target.exists():
        target = library.with_name(f"{library.stem}-mended-{number}{library.suffix}")
        number += 1
    mended = mend_copy(library, target)
    return target, mended.sentence
