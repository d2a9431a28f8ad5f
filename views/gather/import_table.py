"""The first rows of what would come in: when, who, what, and which of them are folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from importers import ImportedRecord
from models.values import RecordKind
from views.gather.import_words import asks, when_words
from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import RIGHT, rounded, text_width, words
from views.widgets.table import Table
from views.widgets.text import Text

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("When", "Who", "What")
_WHAT = 2
_FOLDED = "folded"
_WHEN_WIDTH, _WHO_WIDTH = 122, 150


class ImportTableModel(QAbstractTableModel):
    """The first records of a preview; times on the clock of the review."""

    def __init__(self, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: tuple[ImportedRecord, ...] = ()
        self._total = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """When, who, what."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell, or the record itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows[index.row()]
        if role == ROW_ROLE:
            return record
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._words(record, index.column())
            return f"{said}, folded" if record.noise and index.column() == _WHAT else said
        return self._words(record, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def show(self, rows: Sequence[ImportedRecord]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def _words(self, record: ImportedRecord, column: int) -> str:
        if column == 0:
            return when_words(record, self._zone)
        return record.author if column == 1 else " ".join(record.text.split())


class ImportRowDelegate(QStyledItemDelegate):
    """Paints cells: folded rows drawn back, rows that miss something on notice ground."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        record = index.data(ROW_ROLE)
        if not isinstance(record, ImportedRecord):
            return
        theme = self._theme
        box = QRectF(option.rect)
        painter.save()
        if asks(record):
            self._ground(painter, box, index)
        pad = theme.px(12)
        place = box.adjusted(pad, 0, -pad, 0)
        if index.column() == _WHAT and record.noise:
            font = theme.font("small")
            words(painter, place, _FOLDED, font, theme.colour("ink3"), RIGHT)
            place.setRight(place.right() - text_width(font, _FOLDED) - theme.px(8))
        mono = index.column() == _WHAT and record.kind is RecordKind.LOG
        weight = 500 if index.column() == 1 else 0
        font = theme.mono() if mono else theme.font("body", weight, tabular=True)
        words(painter, place, str(index.data()), font, theme.colour(_ink(record, index.column())))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw this cell's part of a bar across the row."""
        radius = self._theme.radius("control")
        painter.setClipRect(box)
        left = 0 if index.column() == 0 else -2 * radius
        right = 0 if index.column() == _WHAT else 2 * radius
        bar = box.adjusted(left, 1, right, -1)
        rounded(painter, bar, radius, fill=self._theme.colour("notice_tint"))


class ImportTable(Table):
    """A table to look at: the first rows of a preview."""

    def __init__(self, theme: Theme, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "The first rows", parent)
        self.rows = ImportTableModel(zone, self)
        self.setModel(self.rows)
        self.setItemDelegate(ImportRowDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.shown = Text(theme, role="small", colour="ink2")
        header = self.horizontalHeader()
        over = QHBoxLayout(header)
        over.setContentsMargins(0, 0, theme.px(12), 0)
        over.addStretch()
        over.addWidget(self.shown)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, theme.px(_WHEN_WIDTH))
        header.resizeSection(1, theme.px(_WHO_WIDTH))


def fit_columns(table: ImportTable, rows: Sequence[ImportedRecord]) -> None:
    """Leave the authors out where nobody is named."""
    table.setColumnHidden(1, not any(record.author for record in rows))


def _ink(record: ImportedRecord, column: int) -> str:
    if column == 0:
        return "notice" if asks(record) else "ink2"
    if record.noise:
        return "ink3"
    return "ink2" if column == 1 else "ink"
