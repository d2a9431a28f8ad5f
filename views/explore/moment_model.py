"""The item model of the list of moments; it keeps its rows where only their content changed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from views.explore.moment_lines import GroupLine, Line, MomentLine
from views.widgets.keyed_lines import Index

MOMENT_ROLE = Qt.ItemDataRole.UserRole + 1


class MomentListModel(QAbstractListModel):
    """Group titles and moments in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the title, the spoken line, or the line itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if isinstance(line, MomentLine) else line.title
        return line if role == MOMENT_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let moments be chosen, titles not."""
        if not index.isValid() or isinstance(self._lines[index.row()], GroupLine):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def lines(self) -> tuple[Line, ...]:
        """All lines in order."""
        return self._lines

    def show_lines(self, lines: tuple[Line, ...]) -> bool:
        """Show other lines; tells whether rows came, went or moved."""
        if [_key(line) for line in lines] != [_key(line) for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return True
        before, self._lines = self._lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def row_of(self, key: str) -> int:
        """Give the row of a moment, or -1."""
        for row, line in enumerate(self._lines):
            if isinstance(line, MomentLine) and line.key == key:
                return row
        return -1


def _key(line: Line) -> tuple[str, bool]:
    return (line.key, line.is_decision) if isinstance(line, MomentLine) else (line.title, False)
