"""The sentences of the library: what can be acted on when a file cannot be used."""

from __future__ import annotations

from pathlib import Path

from models.errors import ReviewError


class LibraryProblemError(ReviewError):
    """A library that cannot be used as it is; the file is untouched."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class LibraryMissingError(LibraryProblemError):
    """There is no file at this place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"There is no library at {path}. Check the place, or begin one with `open`."
        )


class LibraryEmptyError(LibraryProblemError):
    """The file has no bytes."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"{path} is empty: a copy or a sync stopped before it began. "
            "Open a backup, or copy the file here again.",
        )


class NotALibraryError(LibraryProblemError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"{path} is not a Second Story library. Choose a file ending in .secondstory."
        )


class LibraryNewerError(LibraryProblemError):
    """The file was written by a later version of the app."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            path,
            f"{path} was written by a newer version of Second Story (schema {found}, this one "
            f"knows {known}). Update the app; the file is untouched.",
        )


class LibraryDamagedError(LibraryProblemError):
    """SQLite cannot read all of the file."""

    def __init__(self, path: Path, seen: str) -> None:
        super().__init__(
            path,
            f"{path} is damaged ({seen}). The file is untouched; open a backup of it.",
        )
        self.seen = seen


class LibraryLockedError(LibraryProblemError):
    """Another running program holds the library."""

    def __init__(self, path: Path, owner: str, pid: int) -> None:
        super().__init__(
            path,
            f"{path} is open in a window of {owner} (process {pid}). "
            "Close that window, or work there.",
        )
        self.owner = owner
        self.pid = pid


class LibraryReadOnlyError(LibraryProblemError):
    """The library can be read but not changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, f"{path} can only be read here. Copy it to a folder of yours to change it."
        )


class NotSavedError(LibraryProblemError):
    """A change could not be stored; the texts are kept by whoever tried."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, f"Not saved to {path}: {reason}")
        self.reason = reason
