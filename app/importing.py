"""Takes what an importer yields into the library, in slices short enough for a live window.

Nothing shows until the import is complete; one that is cancelled or cut off leaves nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from app.arrived import Arrived
from app.earlier_imports import Earlier, ImportPlan, find_earlier
from app.history import RowChange
from app.ledger import Ledger, Outcome, Step
from app.operations.imports import Completion, complete_import
from importers import Answers, ImportedRecord, Importer, Skipped, Source
from models.arriving import (
    COMPARED,
    RecordValues,
    add_batch,
    add_records,
    remove_batch,
    stored_time,
)
from models.base import checksum_of
from models.evidence import Source as StoredSource
from models.ids import new_id, new_ids
from models.queries.load import rows
from models.rows import ImportBatchRow, SourceRow
from models.values import BatchState, Precision, RecordKind, RecordState

SLICE_S = 0.005
"""How long a slice is aimed to take, so that the window is held no longer than 10 ms."""
UNWATCHED_S = 0.05
"""The same where no window waits."""
SMALLEST, FIRST, LARGEST = 25, 200, 5000
TWICE = "stands twice in the source"
_NEW, _FOLDED = RecordState.NEW.value, RecordState.FOLDED.value
_PLAIN: dict[str, str] = {each: each.value for kind in (Precision, RecordKind) for each in kind}
"""The stored text of each value; looking it up is quicker than asking the enum."""


def plan_import(
    review_id: str,
    source: Source,
    importer: Importer,
    answers: Answers,
    source_id: str | None = None,
) -> ImportPlan:
    """Return the plan of an import; reads the source for its hash.

    Raises ReviewError where the source cannot be read.
    """
    return ImportPlan(
        review_id=review_id,
        importer=importer.key,
        kind=importer.kind,
        name=source.name,
        file_hash=source.fingerprint(),
        zone=answers.zone,
        source_id=source_id,
    )


def import_all(
    ledger: Ledger, plan: ImportPlan, items: Iterable[ImportedRecord | Skipped]
) -> Outcome[Arrived]:
    """Bring everything in at once, where no window waits; whatever stops it leaves nothing."""
    arrival = Arrival(ledger, plan, live=False)
    try:
        arrival.take(items)
        return arrival.complete()
    except BaseException:
        arrival.cancel()
        raise


class Arrival:
    """One import on its way: `take` as often as needed, then `complete` or `cancel`.

    `earlier` is what came in before, where that was looked up already. With `live`, a window waits
    for each slice.

    All of it belongs to the thread that writes. The step of `complete` hides the import when it
    is undone and shows it again when it is redone.
    """

    def __init__(
        self,
        ledger: Ledger,
        plan: ImportPlan,
        earlier: Earlier | None = None,
        *,
        live: bool = True,
    ) -> None:
        self._ledger = ledger
        self._live = live
        self._plan = plan
        self._earlier = earlier
        self._here: set[str] = set()
        self._batch: ImportBatchRow | None = None
        self._changed: dict[str, Mapping[str, Any]] = {}
        self._skipped: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._size = FIRST

    def take(self, items: Iterable[ImportedRecord | Skipped]) -> None:
        """Write all of these."""
        for _ in self.slices(items):
            pass

    def slices(self, items: Iterable[ImportedRecord | Skipped]) -> Iterator[int]:
        """Write in commits of a few milliseconds, yielding how many records were seen so far."""
        records, aim = self._records_of(items), SLICE_S if self._live else UNWATCHED_S
        while some := list(islice(records, self._size)):
            began = time.perf_counter()
            self._write(self._new_among(some))
            spent = max(time.perf_counter() - began, 1e-6)
            ideal = min(int(len(some) * aim / spent), self._size * 2)
            self._size = max(SMALLEST, min(ideal, LARGEST))
            self._counts["seen"] += len(some)
            yield self._counts["seen"]

    def complete(self, origin: object | None = None) -> Outcome[Arrived]:
        """Show what came in; no step comes back where nothing did."""
        if self._changed and self._batch is None:
            self._batch = self._begin()
        arrived = self._arrived()
        if self._batch is None:
            return Outcome(arrived)
        brought = Completion(
            kept=arrived.added - arrived.folded,
            folded=arrived.folded,
            skipped=sum(self._skipped.values()),
            changed=self._changed,
        )
        done = self._ledger.run(complete_import(self._batch.id, brought), origin)
        changes = done.step.rows if done.step else []
        step = Step(f"Import {self._plan.name}", [_withdrawn_by_undo(each) for each in changes])
        return Outcome(arrived, step, done.change)

    def cancel(self) -> None:
        """Take away what has come in so far."""
        for _ in self.cancelling():
            pass

    def cancelling(self) -> Iterator[None]:
        """Take away what has come in so far, in commits of a few milliseconds."""
        if self._batch is None:
            return
        batch_id, self._batch = self._batch.id, None
        while not self._ledger.arrive(lambda connection: remove_batch(connection, batch_id)):
            yield

    def _records_of(self, items: Iterable[ImportedRecord | Skipped]) -> Iterator[ImportedRecord]:
        for item in items:
            if isinstance(item, Skipped):
                self._skipped[item.reason] += 1
            else:
                yield item

    def _new_among(self, records: Sequence[ImportedRecord]) -> list[ImportedRecord]:
        """Return what is to be written, and note what is there already."""
        if self._earlier is None:
            self._earlier = self._ledger.read(find_earlier, self._plan, records)
        known, here, fresh = self._earlier.known, self._here, []
        for record in records:
            if record.identity in here:
                self._skipped[TWICE] += 1
                continue
            here.add(record.identity)
            before = known.get(record.identity)
            if before is None:
                fresh.append(record)
                continue
            compared = tuple(getattr(record, name) for name in COMPARED)
            if hash(compared) == before.print_:
                self._counts["known"] += 1
            else:
                self._changed[before.id] = dict(zip(COMPARED, compared, strict=True))
        return fresh

    def _write(self, records: Sequence[ImportedRecord]) -> None:
        if not records:
            return
        self._batch = batch = self._batch or self._begin()
        values = [*map(_values, records, new_ids(len(records)), [batch] * len(records))]
        self._ledger.arrive(lambda connection: add_records(connection, values), live=self._live)
        self._counts["added"] += len(records)
        self._counts["folded"] += sum(record.noise for record in records)
        self._counts["untimed"] += sum(record.at is None for record in records)

    def _begin(self) -> ImportBatchRow:
        """Write the batch, and its source where it is a new one."""
        plan, now = self._plan, datetime.now(UTC)
        known = self._earlier.source_id if self._earlier else plan.source_id
        source = None if known else self._new_source(now)
        batch = ImportBatchRow(
            id=new_id(),
            review_id=plan.review_id,
            source_id=known or (source.id if source else ""),
            importer=plan.importer,
            state=BatchState.ARRIVING,
            file_name=plan.name,
            file_hash=plan.file_hash,
            imported_at=now,
        )
        self._ledger.arrive(lambda connection: add_batch(connection, batch, source))
        return batch

    def _new_source(self, now: datetime) -> SourceRow:
        plan = self._plan
        own = StoredSource.review_id == plan.review_id
        taken = {source.name for source in self._ledger.read(rows, SourceRow, own)}
        numbered = (plan.name, *(f"{plan.name} {number}" for number in range(2, len(taken) + 3)))
        return SourceRow(
            id=new_id(),
            review_id=plan.review_id,
            name=next(name for name in numbered if name not in taken),
            kind=plan.kind,
            origin=plan.name,
            received_on=now.date(),
            zone=plan.zone,
        )

    def _arrived(self) -> Arrived:
        earlier = self._earlier.source_id if self._earlier else None
        return Arrived(
            source_id=self._batch.source_id if self._batch else earlier,
            batch_id=self._batch.id if self._batch else None,
            added=self._counts["added"],
            folded=self._counts["folded"],
            untimed=self._counts["untimed"],
            changed=len(self._changed),
            known=self._counts["known"],
            skipped=tuple(self._skipped.most_common()),
        )


def _values(record: ImportedRecord, record_id: str, batch: ImportBatchRow) -> RecordValues:
    """Return a record in the order of models.arriving.WRITTEN."""
    return (
        record_id,
        1,
        batch.review_id,
        batch.source_id,
        batch.id,
        record.identity,
        record.position,
        stored_time(record.at),
        stored_time(record.at_end),
        record.time_text,
        record.zone,
        _PLAIN[record.precision],
        record.author,
        record.channel,
        _PLAIN[record.kind],
        _FOLDED if record.noise else _NEW,
        record.text,
        record.thread_of,
        record.link,
        checksum_of((record.text,)),
    )


def _withdrawn_by_undo(change: RowChange) -> RowChange:
    """Let the undo of a completed import withdraw it, instead of letting it arrive once more."""
    if change.table != ImportBatchRow.table or change.before is None:
        return change
    return replace(change, before={**change.before, "state": BatchState.WITHDRAWN})
