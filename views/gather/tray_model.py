"""The Qt model of the raw tray: one column, its words read page by page as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from models.rows import RecordRow
from views.gather.tray import Entry
from views.gather.tray_lines import Line, fold_line, record_line
from views.widgets.keyed_lines import Index

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 2
PAGE = 100
_KEPT = 3000
_OF_A_RUN = 4


class TrayModel(QAbstractTableModel):
    """Rows of the tray. `fetch(ids)` gives the records of these ids, those gone left out."""

    def __init__(
        self,
        fetch: Callable[[Sequence[str]], Sequence[RecordRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._zone = "UTC"
        self._entries: list[Entry] = []
        self._records: OrderedDict[str, RecordRow] = OrderedDict()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One painted column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the line, the records of a row, or its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        if role == ENTRY_ROLE:
            return self._entries[index.row()]
        if role == LINE_ROLE:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self.line(index.row())
            return "" if line is None else line.spoken
        return None

    def entries(self) -> list[Entry]:
        """Give the rows as ids."""
        return self._entries

    def line(self, row: int) -> Line | None:
        """Give what a row says; None where its records have just gone."""
        entry = self._entries[row]
        found = [self._record(record_id, row) for record_id in entry[:_OF_A_RUN]]
        here = [record for record in found if record is not None]
        if not here:
            return None
        if len(entry) == 1:
            return record_line(here[0], self._zone)
        return fold_line(here, len(entry), self._zone)

    def record(self, row: int) -> RecordRow | None:
        """Give the first record of a row."""
        if not 0 <= row < len(self._entries):
            return None
        return self._record(self._entries[row][0], row)

    def row_of(self, record_id: str) -> int:
        """Give the row that a record stands in; -1 where it is not listed."""
        for row, entry in enumerate(self._entries):
            if record_id in entry:
                return row
        return -1

    def show(self, entries: list[Entry], zone: str) -> None:
        """Show other rows; what stays the same at both ends is left alone."""
        self._zone = zone
        old = self._entries
        head = _same(zip(old, entries, strict=False))
        rest = zip(reversed(old[head:]), reversed(entries[head:]), strict=False)
        tail = _same(rest)
        gone, come = len(old) - head - tail, len(entries) - head - tail
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._entries = old[:head] + old[head + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._entries = entries
            self.endInsertRows()
        self._entries = entries

    def forget(self, record_ids: Iterable[str] | None = None) -> None:
        """Read these records anew when they are next shown; all of them without ids."""
        for record_id in list(self._records) if record_ids is None else record_ids:
            self._records.pop(record_id, None)
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))

    def _record(self, record_id: str, row: int) -> RecordRow | None:
        if record_id not in self._records:
            self._read_page(row)
        return self._records.get(record_id)

    def _read_page(self, row: int) -> None:
        first = row // PAGE * PAGE
        page = self._entries[first : first + PAGE]
        wanted = [
            record_id
            for entry in page
            for record_id in entry[:_OF_A_RUN]
            if record_id not in self._records
        ]
        for record in self._fetch(wanted):
            self._records[record.id] = record
        while len(self._records) > _KEPT:
            self._records.popitem(last=False)


def _same(pairs: Iterable[tuple[Entry, Entry]]) -> int:
    """Count how many pairs are equal before the first that differs."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
