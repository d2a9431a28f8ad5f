"""What the short painted lists share: lines known by their keys, on no ground of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QFrame, QListView

Index = QModelIndex | QPersistentModelIndex


class Keyed(Protocol):
    """A line that keeps its key while its words change."""

    @property
    def key(self) -> str:
        """What the line is known by."""


Line = TypeVar("Line", bound=Keyed)


class KeyedLines(QAbstractListModel, Generic[Line]):
    """The lines of a short list; what each says is told by `data` of the list's own model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def lines(self) -> tuple[Line, ...]:
        """All lines in order."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the same keys in the same order only repaint."""
        new = tuple(lines)
        if [line.key for line in new] == [line.key for line in self._lines]:
            self._lines = new
            self.repaint_lines()
            return
        self.beginResetModel()
        self._lines = new
        self.endResetModel()

    def repaint_lines(self) -> None:
        """Let every line be painted anew."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))


def paint_only_lines(view: QListView, name: str) -> None:
    """Give a list its spoken name, and take its frame, ground and scroll bars away."""
    view.setAccessibleName(name)
    view.setProperty("painted", True)  # noqa: FBT003
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.viewport().setAutoFillBackground(False)
