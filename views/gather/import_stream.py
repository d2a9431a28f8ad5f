"""Records on their way from the background, where they are parsed, to the thread that writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from queue import Empty, Full, Queue
from threading import Event
from typing import TypeAlias

from app.earlier_imports import Earlier, ImportPlan, find_earlier
from app.importing import plan_import
from app.ledger import Ledger
from app.tasks import Task
from importers import Answers, ImportedRecord, Importer, ImportRequest, Skipped, Source, run

CHUNK = 500
_FIRST = 200
_WAITING = 6
"""Chunks that may wait: the parser must not run ahead and keep the window from its turn."""
_PATIENCE_S = 0.05

Items: TypeAlias = list[ImportedRecord | Skipped]


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What is to be imported: a source, how it is read, what was answered, how much there is."""

    review_id: str
    source: Source
    importer: Importer
    answers: Answers
    total: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """The source was opened: what the import is, and what came in before."""

    plan: ImportPlan
    earlier: Earlier


@dataclass(frozen=True, slots=True)
class Ended:
    """All of it was handed over."""


Part: TypeAlias = Begun | Items | Ended


class ImportStream:
    """`read` runs in the background; `next_part` and `settle` belong to the thread that writes."""

    def __init__(self, ledger: Ledger, wish: ImportWish) -> None:
        self._ledger = ledger
        self._wish = wish
        self._parts: Queue[Part] = Queue(_WAITING)
        self._settled = Event()
        self.written = 0
        """How many records the writing thread has taken so far."""

    def read(self, task: Task) -> None:
        """Parse the source, and stay until everything is written, so that it can be cancelled."""
        wish = self._wish
        plan = plan_import(wish.review_id, wish.source, wish.importer, wish.answers)
        request = ImportRequest(
            importer=wish.importer.key, source=wish.source, answers=wish.answers
        )
        items = run(request)
        first = list(islice(items, _FIRST))
        records = [item for item in first if isinstance(item, ImportedRecord)]
        self._hand_over(Begun(plan, self._ledger.read(find_earlier, plan, records)), task)
        for chunk in _chunks(first, items):
            self._hand_over(chunk, task)
        self._hand_over(Ended(), task)
        while not self._settled.wait(_PATIENCE_S):
            task.report(self.written, wish.total)

    def next_part(self) -> Part | None:
        """Return what comes next, or None where it is still being parsed."""
        try:
            return self._parts.get_nowait()
        except Empty:
            return None

    def settle(self) -> None:
        """Let the background go: all is written."""
        self._settled.set()

    def _hand_over(self, part: Part, task: Task) -> None:
        while True:
            task.report(self.written, self._wish.total)
            try:
                self._parts.put(part, timeout=_PATIENCE_S)
            except Full:
                continue
            return


def _chunks(first: Items, rest: Iterator[ImportedRecord | Skipped]) -> Iterator[Items]:
    if first:
        yield first
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
