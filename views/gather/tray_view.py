"""The list of the raw tray: keys and clicks on records, and a selection that survives changes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from views.gather.tray import Entry
from views.gather.tray_delegate import TrayDelegate
from views.gather.tray_lines import FoldLine
from views.gather.tray_model import ENTRY_ROLE, LINE_ROLE, TrayModel
from views.theme import Theme


class TrayView(QTableView):
    """Rows of records. E, Space, X and G ask for what is done to those that are selected."""

    promote_asked = Signal()
    preview_asked = Signal()
    fold_asked = Signal()
    gap_asked = Signal()
    delete_asked = Signal()
    looked_at = Signal()
    """The row under the keyboard, or what is selected, is another one."""

    def __init__(self, theme: Theme, model: TrayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._wanted: Entry = ()
        self.setModel(model)
        self.rows = TrayDelegate(theme, self)
        self.rows.unfold_asked.connect(self._on_unfold)
        self.setItemDelegate(self.rows)
        self.setAccessibleName("Records")
        self._keys = {
            Qt.Key.Key_E: self.promote_asked,
            Qt.Key.Key_Space: self.preview_asked,
            Qt.Key.Key_X: self.fold_asked,
            Qt.Key.Key_G: self.gap_asked,
            Qt.Key.Key_Delete: self.delete_asked,
        }
        self._set_up()
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self._take_sizes()
        theme.changed.connect(self._take_sizes)

    def chosen_ids(self) -> tuple[str, ...]:
        """Give the ids of the selected records in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        entries = self._model.entries()
        return tuple(record_id for row in rows for record_id in entries[row])

    def chosen_row(self) -> int:
        """Give the row looked at; -1 where none is."""
        current = self.currentIndex()
        return current.row() if current.isValid() else -1

    def look_at(self, record_id: str) -> bool:
        """Select a record and bring it into sight; say whether it is listed."""
        row = self._model.row_of(record_id)
        if row < 0:
            return False
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def show_entries(self, entries: list[Entry], zone: str) -> None:
        """Show other rows; what was selected stays selected, or the row in its place is."""
        row, chosen = self.chosen_row(), set(self.chosen_ids())
        top = self.verticalScrollBar().value()
        self._model.show(entries, zone)
        self._select_again(chosen)
        if not self.selectionModel().hasSelection() and row >= 0 and entries:
            self.setCurrentIndex(self._model.index(min(row, len(entries) - 1), 0))
        self.verticalScrollBar().setValue(top)
        self.looked_at.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on single letters; they are typing anywhere else."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = self._keys.get(Qt.Key(event.key()))
        if asked is None or held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        asked.emit()

    def first_shown(self) -> int:
        """Give the uppermost row in sight; -1 where there is none."""
        return self.rowAt(1)

    def _select_again(self, chosen: set[str]) -> None:
        if chosen <= set(self.chosen_ids()):
            return
        found = QItemSelection()
        first = QModelIndex()
        for row, entry in enumerate(self._model.entries()):
            if not chosen.isdisjoint(entry):
                index = self._model.index(row, 0)
                first = first if first.isValid() else index
                found.select(index, index)
        if first.isValid():
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            if not self.currentIndex().isValid():
                self.selectionModel().setCurrentIndex(first, keep)
            again = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(found, again)

    def _set_up(self) -> None:
        self.setProperty("painted", True)  # noqa: FBT003
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)

    @Slot()
    def _take_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row_dense"))

    def is_run(self, row: int) -> bool:
        """Whether a row stands for several folded records."""
        return isinstance(self._model.index(row, 0).data(LINE_ROLE), FoldLine)

    @Slot(QModelIndex)
    def _on_unfold(self, index: QModelIndex) -> None:
        if index.data(ENTRY_ROLE):
            self.setCurrentIndex(index)
            self.fold_asked.emit()

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.looked_at.emit()
