"""Keeps the tray of a review up to date: small ones at once, long ones in the background."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.changes import Change
from app.ledger import Ledger
from app.tasks import Task
from models.queries.records import (
    RecordFilter,
    record_ids,
    records_by_id,
    tray_lines,
)
from models.rows import ImportBatchRow, RecordRow, SourceRow
from models.values import RecordState
from views.context import Context
from views.feed import SnapshotFeed
from views.gather.tray import Tray

AT_ONCE = 3000
"""Records that are read while the window waits; more are read in the background."""


class TraySource(QObject):
    """`renewed` tells that the tray was read anew, `states_changed` that only states did."""

    renewed = Signal()
    states_changed = Signal(object, bool)
    """The ids of the records, and whether any of them was folded or unfolded."""

    def __init__(self, context: Context, feed: SnapshotFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._reads = 0
        self.tray = Tray()
        context.workspace.changed.connect(self._on_changed)

    def read(self) -> None:
        """Read the tray anew."""
        self._reads += 1
        ledger, review_id = self._context.workspace.ledger, self._feed.review_id
        if self._feed.snapshot.record_count <= AT_ONCE:
            self._show(Tray(self._context.workspace.read(tray_lines, review_id)))
            return
        reading = _Reading(ledger, review_id, self._reads)
        self._context.tasks.start(
            "Reading the tray", reading.run, done=self._on_read, failed=self._on_failed
        )

    def fetch(self, ids: Sequence[str]) -> Sequence[RecordRow]:
        """Return the records of these ids."""
        return self._context.workspace.read(records_by_id, ids)

    def ids_saying(self, text: str) -> frozenset[str]:
        """Return the ids of the records that hold a text, or whose author's name does."""
        wanted = RecordFilter(text=text)
        return frozenset(self._context.workspace.read(record_ids, self._feed.review_id, wanted))

    def _show(self, tray: Tray) -> None:
        self.tray = tray
        self.renewed.emit()

    def _take_states(self, ids: frozenset[str]) -> None:
        after = {row.id: row.state for row in self.fetch(sorted(ids))}
        before = {self.tray.state(record_id) for record_id in ids}
        self.tray.set_states(after)
        folded = RecordState.FOLDED in before | set(after.values())
        self.states_changed.emit(ids, folded)

    @Slot(object)
    def _on_read(self, found: tuple[int, Tray]) -> None:
        number, tray = found
        if number == self._reads:
            self._show(tray)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not change.touches(RecordRow, SourceRow, ImportBatchRow):
            return
        ids = change.ids(RecordRow)
        if ids and self.tray.holds(ids) and _only_states(change):
            self._take_states(ids)
        elif _moves_records(change):
            self.read()


class _Reading:
    """One reading of a long tray, away from the window."""

    def __init__(self, ledger: Ledger, review_id: str, number: int) -> None:
        self._ledger = ledger
        self._review_id = review_id
        self._number = number

    def run(self, _task: Task) -> tuple[int, Tray]:
        """Return the number of the reading and the tray."""
        return self._number, Tray(self._ledger.read(tray_lines, self._review_id))


def _only_states(change: Change) -> bool:
    columns = {column for table, column in change.fields if table == RecordRow.table}
    elsewhere = {table for table, _ in change.keys} & {ImportBatchRow.table, SourceRow.table}
    came_or_went = any(key[0] == RecordRow.table for key in change.added | change.removed)
    return columns <= {"state"} and not elsewhere and not came_or_went


def _moves_records(change: Change) -> bool:
    """Whether records came, went, were reworded or stand elsewhere in time."""
    if change.ids(RecordRow) or change.ids(ImportBatchRow):
        return True
    shifted = (SourceRow.table, "shift_seconds") in change.fields
    came_or_went = any(key[0] == SourceRow.table for key in change.added | change.removed)
    return shifted or came_or_went
