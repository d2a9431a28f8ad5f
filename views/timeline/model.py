"""The rows of the event list as a Qt model that changes only where the timeline did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from models.queries.timeline import Timeline
from views.timeline.entries import Entry, line_of
from views.widgets.event_lines import LINE_ROLE, DateLine, EventLine, SilentLine
from views.widgets.keyed_lines import Index

EVENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""Id of the event of a row; of the event after it for a silent stretch."""
_ROOT = QModelIndex()


class EventTableModel(QAbstractTableModel):
    """One painted column; lines are made when they are asked for."""

    retitled = Signal(str, str)  # id of the event, its new title

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}

    def show_entries(self, timeline: Timeline, entries: Sequence[Entry]) -> None:
        """Show these rows; only those between the first and the last change move."""
        self._timeline = timeline
        old = [entry.key for entry in self._entries]
        new = [entry.key for entry in entries]
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        self._take_out(start, len(old) - end)
        self._put_in(start, entries[start : len(new) - end])
        self._entries = list(entries)
        self._rows = {
            entry.event.id: row for row, entry in enumerate(entries) if entry.kind is EventLine
        }
        if entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))

    def index_of(self, event_id: str | None) -> QModelIndex:
        """Return where an event stands; an invalid index where it is not shown."""
        row = self._rows.get(event_id or "")
        return _ROOT if row is None else self.index(row, 0)

    def entry(self, index: Index) -> Entry | None:
        """Return what a row stands for."""
        inside = index.isValid() and index.row() < len(self._entries)
        return self._entries[index.row()] if inside else None

    def event_count(self) -> int:
        """Return how many events are shown."""
        return len(self._rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One column."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Events can be chosen and edited, silent stretches chosen, days neither."""
        entry = self.entry(index)
        if entry is None or entry.kind is DateLine:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if entry.kind is SilentLine else chosen | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the line to paint, the title to edit, and the words for a screen reader."""
        entry = self.entry(index)
        if entry is None or self._timeline is None:
            return None
        if role == LINE_ROLE:
            return line_of(entry, self._timeline)
        if role == EVENT_ROLE:
            return entry.event.id
        if role == Qt.ItemDataRole.EditRole:
            return entry.event.title if entry.kind is EventLine else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line_of(entry, self._timeline).spoken
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on a title that was typed in its row; an empty one leaves it as it was."""
        entry = self.entry(index)
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or entry is None or not title:
            return False
        if title != entry.event.title:
            self.retitled.emit(entry.event.id, title)
        return True

    def _take_out(self, start: int, end: int) -> None:
        if end > start:
            self.beginRemoveRows(_ROOT, start, end - 1)
            del self._entries[start:end]
            self.endRemoveRows()

    def _put_in(self, start: int, entries: Sequence[Entry]) -> None:
        if entries:
            self.beginInsertRows(_ROOT, start, start + len(entries) - 1)
            self._entries[start:start] = entries
            self.endInsertRows()


def _alike(first: Sequence[object], second: Sequence[object]) -> int:
    pairs = zip(first, second, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other),
        min(len(first), len(second)),
    )
