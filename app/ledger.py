"""A library opened: the one place where it is read, changed, undone and closed. No Qt."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, Generic, ParamSpec, TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.backup import Backup, Reason, make_backup
from app.changes import Change
from app.errors import LibraryReadOnlyError, NotSavedError
from app.history import RECORDING, Recording, RowChange, describe, left_in_review, replay, squash
from app.operations.base import Operation
from app.place import Place, is_outside, why_not_saved
from models.database import Database, compact, library_id
from models.images import image_to_json
from models.library import Trash
from models.search import index_row, touched

P = ParamSpec("P")
T = TypeVar("T")
MERGE_WINDOW_S = 2.0


@dataclass(slots=True)
class Step:
    """One entry of the undo menu: the rows that an operation wrote."""

    text: str
    rows: list[RowChange]
    merge_key: object | None = None
    time: float = field(default_factory=time.monotonic)

    def merge(self, other: Step) -> bool:
        """Take in the next step where it goes on with the same text; say whether it did."""
        same = self.merge_key is not None and self.merge_key == other.merge_key
        if not same or other.time - self.time > MERGE_WINDOW_S:
            return False
        self.rows = squash([*self.rows, *other.rows])
        self.time = other.time
        return True


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an operation gave: its result, its undo step and what changed (None: nothing did)."""

    result: T
    step: Step | None = None
    change: Change | None = None


class Ledger:
    """One open library. The thread that opened it does all the writing."""

    def __init__(
        self,
        database: Database,
        *,
        read_only: bool = False,
        on_close: Callable[[], None] | None = None,
        path: Path | None = None,
    ) -> None:
        self._database = database
        self._on_close = on_close
        self._place = Place(database.path)
        self.path = path or database.path
        """The library's file, also where a copy of it is being read."""
        self.read_only = read_only

    @property
    def library_id(self) -> str:
        """Names the folder of this library's backups and its rescue file."""
        with self._database.reader.connect() as connection:
            return library_id(connection)

    def backup(self, backups: Path, reason: Reason = Reason.ASKED) -> Backup:
        """Make a checked copy below `backups`; any thread may. Raises BackupNotMadeError."""
        return make_backup(self._database.path, backups / self.library_id, reason)

    def keep_version(self, target: Path) -> None:
        """Write what this window still holds of a library whose file was taken away (R9).

        Raises OSError or sqlite3.Error where it can no longer be read.
        """
        held = self._database.writer.raw_connection()
        copy = sqlite3.connect(target, isolation_level=None)
        try:
            cast("sqlite3.Connection", held.driver_connection).backup(copy)
        finally:
            copy.close()
            held.close()

    def compact(self) -> None:
        """Leave no trace of what was deleted: merge the search index, write the file anew (R16).

        Raises NotSavedError.
        """
        with self._writing():
            compact(self._database.writer)

    def run(
        self, operation: Operation[T], origin: object | None = None, *, hurried: bool = False
    ) -> Outcome[T]:
        """Carry out an operation in one transaction that is on the disk when this returns.

        Where another program holds the file it waits 5 seconds, or a tenth of one if `hurried`:
        for whoever holds what is not stored and tries again. Raises LibraryReadOnlyError or
        NotSavedError; nothing is stored then.
        """
        recording = Recording()
        writer = self._database.hurried_writer if hurried else self._database.writer
        with self._writing(), Session(writer, expire_on_commit=False) as session:
            session.info[RECORDING] = recording
            result = operation.run(session)
            session.flush()
            _throw_away(session, operation.text, recording)
            rows = squash(recording.rows)
            _index(session.connection(), rows)
            session.commit()
        if not rows:
            return Outcome(result)
        step = Step(operation.text, rows, operation.merge_key)
        return Outcome(result, step, describe(rows, origin))

    def arrive(self, write: Callable[[Connection], T], *, live: bool = True) -> T:
        """Write one slice of an import, which nothing shows before its batch is complete.

        Only app.importing writes so; its last commit is an operation that can be undone, and the
        first that waits for the disk. With `live`, a window waits for each slice.
        """
        with self._writing(), self._database.arriving(live=live) as connection:
            return write(connection)

    def undo(self, step: Step) -> Change:
        """Take a step back."""
        rows = [row.inverted() for row in reversed(step.rows)]
        change, also = self._replay(rows)
        step.rows = [*step.rows, *(row.inverted() for row in also)]
        return change

    def redo(self, step: Step) -> Change:
        """Take a step again."""
        change, also = self._replay(step.rows)
        step.rows = [*also, *step.rows]
        return change

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question about what is stored; any thread may ask."""
        with Session(self._database.reader) as session:
            return query(session, *args, **kwargs)

    def close(self) -> None:
        """Let go of the file and of its lock."""
        self._database.close()
        if self._on_close is not None:
            self._on_close()

    def _replay(self, rows: list[RowChange]) -> tuple[Change, list[RowChange]]:
        """Write rows; return also what had to go along with a review that went."""
        with self._writing(), self._database.writer.begin() as connection:
            also = left_in_review(connection, rows)
            replay(connection, [*also, *rows])
            _index(connection, [*also, *rows])
        return describe([*also, *rows]), also

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise LibraryReadOnlyError(self.path)
        self._place.check()
        try:
            yield
        except DBAPIError as error:
            if not is_outside(error):
                raise
            raise NotSavedError(self.path, why_not_saved(error, self.path)) from error
        self._place.check()
        if self._database.has_log:
            self._place.check_log()


def _index(connection: Connection, rows: list[RowChange]) -> None:
    for row in rows:
        if touched(row.before, row.after, row.table):
            index_row(connection, row.table, row.id, row.after)


def _throw_away(session: Session, text: str, recording: Recording) -> None:
    """Keep the before-images of deleted rows in the trash, in the same transaction (R16)."""
    gone = [row for row in squash(recording.rows) if row.after is None and row.table != "trash"]
    if not gone:
        return
    images = [[row.table, image_to_json(row.before or {})] for row in gone]
    owners = ((row.before or {}).get("review_id") for row in gone)
    review_ids = {str(owner) for owner in owners if owner}
    session.add(
        Trash(
            review_id=min(review_ids, default=None),
            text=text,
            deleted_at=datetime.now(UTC),
            rows=zlib.compress(json.dumps(images).encode()),
            row_count=len(gone),
        )
    )
    session.flush()
