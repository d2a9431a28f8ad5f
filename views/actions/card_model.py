"""The cards as a list for Qt; a change of one card is told as that, and keeps the selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from views.actions.card_lines import CardLine
from views.widgets.verdict_card import CARD_ROLE

_ROOT = QModelIndex()


class CardListModel(QAbstractListModel):
    """Shows CardLines."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[CardLine] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the cards."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a card, its words, or what it says aloud."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == CARD_ROLE:
            return line.card
        if role == Qt.ItemDataRole.DisplayRole:
            return line.card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.card.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.said
        return None

    def line(self, row: int) -> CardLine | None:
        """Give the line of a row, or none where there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, row_id: str) -> int:
        """Find the card of a row; -1 where there is none."""
        found = (at for at, line in enumerate(self._lines) if line.row_id == row_id)
        return next(found, -1)

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """Show other lines; those that stay keep their place in the selection."""
        wanted = [line.row_id for line in lines]
        self._take_out(set(wanted))
        self._put_in(lines)
        if [line.row_id for line in self._lines] != wanted:
            self._put_in_order(lines)
        for row, line in enumerate(lines):
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def _take_out(self, wanted: set[str]) -> None:
        for row in reversed(range(len(self._lines))):
            if self._lines[row].row_id not in wanted:
                self.beginRemoveRows(_ROOT, row, row)
                del self._lines[row]
                self.endRemoveRows()

    def _put_in(self, lines: Sequence[CardLine]) -> None:
        known = {line.row_id for line in self._lines}
        for row, line in enumerate(lines):
            if line.row_id not in known:
                at = min(row, len(self._lines))
                self.beginInsertRows(_ROOT, at, at)
                self._lines.insert(at, line)
                self.endInsertRows()

    def _put_in_order(self, lines: Sequence[CardLine]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._lines[index.row()].row_id for index in before]
        self._lines = list(lines)
        after = [self.index(self.row_of(row_id)) for row_id in ids]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
