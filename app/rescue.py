"""Texts that could not be saved, in a file away from the library until they are (R6)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm.exc import StaleDataError

from app.errors import NotSavedError
from app.ledger import Ledger
from app.operations.base import Operation
from app.paths import user_paths
from app.written_operation import from_line, to_line
from models.errors import ReviewError

PLACE_GONE = (LookupError, NoResultFound, StaleDataError, IntegrityError)
"""What an operation raises where the row it belongs to is gone."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """What became of the texts of an earlier time."""

    stored: int = 0
    sentences: tuple[str, ...] = ()


class RescueFile:
    """The held texts of one library: one line each, the newest for each place."""

    def __init__(self, library_id: str, folder: Path | None = None) -> None:
        self.library_id = library_id
        self.folder = folder or user_paths().rescue
        self.path = self.folder / f"{library_id}.jsonl"

    def keep(self, operations: Iterable[Operation[Any]]) -> bool:
        """Write these operations down in place of those before; whether the disk took them all."""
        lines, whole = [], True
        for operation in operations:
            try:
                lines.append(to_line(operation, self.library_id))
            except TypeError:
                whole = False
        return self._write(self.path, lines) and whole

    def clear(self) -> None:
        """Take the file away: everything in it is in the library."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def put_aside(self, operation: Operation[Any]) -> Path | None:
        """Keep a text whose place is gone where it can still be read; None if the disk is full."""
        return self.put_line_aside(to_line(operation, self.library_id))

    def put_line_aside(self, line: str) -> Path | None:
        """Keep one line that could not be merged."""
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        aside = self.folder / f"{self.library_id}-without-place-{stamp}.jsonl"
        return aside if self._write(aside, [line]) else None

    def lines(self) -> list[str]:
        """Return what is written down, oldest first."""
        try:
            return self.path.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []

    def keep_lines(self, lines: list[str]) -> bool:
        """Write these lines in place of those before; no lines, no file."""
        if not lines:
            self.clear()
            return True
        return self._write(self.path, lines)

    def _write(self, target: Path, lines: list[str]) -> bool:
        fresh = target.with_name(f".~{os.getpid()}-{target.name}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write("".join(f"{line}\n" for line in lines))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            return False
        return True


def merge_rescued(ledger: Ledger, folder: Path | None = None) -> Rescued:
    """Bring texts of an earlier time into the library, and say what became of them.

    The file goes once all of it is stored. A text whose place is gone is kept in a file of its own.
    Raises NotSavedError; what is not stored by then stays in the file.
    """
    file = RescueFile(ledger.library_id, folder)
    lines = file.lines()
    stored, sentences = 0, []
    while lines:
        problem = _merge(ledger, lines[0])
        if problem:
            aside = file.put_line_aside(lines[0])
            if aside is None:
                break
            sentences.append(f"A text could not be put in its place ({problem}); it is in {aside}.")
        else:
            stored += 1
        lines = lines[1:]
        file.keep_lines(lines)
    if stored:
        texts = "1 text" if stored == 1 else f"{stored} texts"
        sentences.insert(0, f"{texts} that could not be saved last time: now in the library.")
    return Rescued(stored, tuple(sentences))


def _merge(ledger: Ledger, line: str) -> str:
    try:
        ledger.run(from_line(line))
    except PLACE_GONE:
        return "what it belonged to is gone"
    except ValueError:
        return "this version of the app cannot read it"
    except ReviewError as error:
        if isinstance(error, NotSavedError):
            raise
        return error.sentence
    return ""
