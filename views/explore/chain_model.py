"""The item model of a how-chain: a tree that moves only the rows that came or went."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from views.widgets.chain_tree import CHAIN_ROLE, ChainNode
from views.widgets.keyed_lines import Index


@dataclass(frozen=True, slots=True)
class RungView:
    """A rung as shown, with the rungs below it; `answer_id` is empty while nothing was said."""

    question_id: str
    answer_id: str
    node: ChainNode
    below: tuple[RungView, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from its siblings."""
        return self.question_id, self.answer_id


@dataclass(slots=True, eq=False)
class _Row:
    view: RungView | None
    above: _Row | None = None
    below: list[_Row] = field(default_factory=list)


class ChainTreeModel(QAbstractItemModel):
    """Rungs of any depth, one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Row(None)
        self._rows: dict[int, _Row] = {}

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Give the index of a rung."""
        below = self._row(parent).below
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, column, id(below[row]))

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Give the index of the rung above."""
        return self._index_of(self._row(index).above) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the rungs directly below."""
        return 0 if parent.column() > 0 else len(self._row(parent).below)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        """Everything is in one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the question, the spoken rung, or what is painted."""
        view = self.view(index)
        if view is None:
            return None
        if role == CHAIN_ROLE:
            return view.node
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return view.node.spoken
        return view.node.question if role == Qt.ItemDataRole.DisplayRole else None

    def view(self, index: Index) -> RungView | None:
        """Give the rung at an index."""
        return self._row(index).view if index.isValid() else None

    def find(self, row_id: str) -> QModelIndex:
        """Give the index of the rung with this question or answer; invalid where there is none."""
        if row_id:
            for row in self._rows.values():
                if row.view is not None and row_id in row.view.key:
                    return self._index_of(row)
        return QModelIndex()

    def show_rungs(self, rungs: tuple[RungView, ...]) -> None:
        """Show other rungs; rows that stay keep their place, selection and editor."""
        self._sync(self._root, rungs)

    def _sync(self, above: _Row, wanted: tuple[RungView, ...]) -> None:
        parent = self._index_of(above)
        keys = {view.key for view in wanted}
        for place in reversed(range(len(above.below))):
            view = above.below[place].view
            if view is None or view.key not in keys:
                self._take_out(above, parent, place)
        for place, view in enumerate(wanted):
            there = above.below[place] if place < len(above.below) else None
            if there is None or there.view is None or there.view.key != view.key:
                self._drop_later(above, parent, place, view.key)
                there = self._put_in(above, parent, place, view)
            elif there.view.node != view.node:
                there.view = view
                index = self._index_of(there)
                self.dataChanged.emit(index, index)
            there.view = view
            self._sync(there, view.below)

    def _drop_later(
        self, above: _Row, parent: QModelIndex, place: int, key: tuple[str, str]
    ) -> None:
        for later in range(place, len(above.below)):
            view = above.below[later].view
            if view is not None and view.key == key:
                self._take_out(above, parent, later)
                return

    def _put_in(self, above: _Row, parent: QModelIndex, place: int, view: RungView) -> _Row:
        row = _Row(view, above)
        self.beginInsertRows(parent, place, place)
        above.below.insert(place, row)
        self._rows[id(row)] = row
        self.endInsertRows()
        return row

    def _take_out(self, above: _Row, parent: QModelIndex, place: int) -> None:
        self.beginRemoveRows(parent, place, place)
        waiting = [above.below.pop(place)]
        for row in waiting:
            self._rows.pop(id(row), None)
            waiting += row.below
        self.endRemoveRows()

    def _row(self, index: Index) -> _Row:
        return self._rows[index.internalId()] if index.isValid() else self._root

    def _index_of(self, row: _Row | None) -> QModelIndex:
        if row is None or row.above is None:
            return QModelIndex()
        return self.createIndex(row.above.below.index(row), 0, id(row))
