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
            path,
            f"{path} is not a Second Story library, or its beginning is damaged. "
            "Choose another file, or open a backup.",
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


class LibraryLockedElsewhereError(LibraryLockedError):
    """A program on another machine holds the library, or held it when it ended."""

    def __init__(self, path: Path, owner: str, pid: int, lock: Path) -> None:
        super().__init__(path, owner, pid)
        self.sentence = (
            f"{path} is open on another machine ({owner}, process {pid}), so it can only be read "
            f"here. Close it there; if nobody has it open any more, delete {lock}."
        )
        self.args = (self.sentence,)


class LibraryBusyError(LibraryProblemError):
    """A program that does not follow our lock holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Another program holds {path}, perhaps one that copies or synchronises it. "
            "Wait until it is done and open it again.",
        )


class LibraryNoRoomError(LibraryProblemError):
    """The disk is too full to open the library for changes."""

    def __init__(self, path: Path, free: int) -> None:
        super().__init__(
            path,
            f"The disk of {path} is full ({free // 1024} KB free), so it can only be read. "
            "Make room there and open it again; the file is untouched.",
        )


class LibraryUnreadableError(LibraryProblemError):
    """The system does not let the file be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            f"{path} cannot be read ({reason}). Ask for the right to read it, or check the drive.",
        )


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
