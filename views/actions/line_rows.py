"""A list of lines in a sheet: words, a note at the right; letters act on the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import LEFT, RIGHT, row_fill, text_width, words

LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RowLine:
    """A line: its key, its words, what stands below them, and a state at the right."""

    key: str
    title: str
    below: str = ""
    state: str = ""
    quiet: bool = False


class _LineDelegate(QStyledItemDelegate):
    """Paints a RowLine in two rows of text."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equal."""
        return QSize(self._theme.px(200), self._theme.px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE)
        theme, px = self._theme, self._theme.px
        if not isinstance(line, RowLine):
            return
        box = QRectF(option.rect)
        row_fill(painter, theme, box, option)
        inner = box.adjusted(px(12), px(6), -px(12), -px(6))
        small = theme.font("small")
        state = text_width(small, line.state) + px(16) if line.state else 0
        words(painter, inner, line.state, small, theme.colour("ink2"), RIGHT)
        upper = QRectF(inner.x(), inner.y(), inner.width() - state, theme.line("body"))
        lower = QRectF(inner.x(), upper.bottom(), upper.width(), theme.line("small"))
        ink = theme.colour("ink2" if line.quiet else "ink")
        words(painter, upper, line.title, theme.font("body", 500), ink, LEFT)
        words(painter, lower, line.below, small, theme.colour("ink2"), LEFT)


class LineRows(QListView):
    """`opened(key)` comes with Enter and a double click, `letter(letter, key)` with the others."""

    opened = Signal(str)
    letter = Signal(str, str)

    def __init__(self, theme: Theme, name: str, letters: str = "") -> None:
        super().__init__()
        self._letters = letters
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setProperty("painted", True)  # noqa: FBT003
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, lines: Sequence[RowLine]) -> None:
        """Show other lines; the chosen one stays chosen, or its place does."""
        if lines == self.rows():
            return
        row, key = self.currentIndex().row(), self.key()
        self._model.clear()
        for line in lines:
            item = QStandardItem(line.title)
            item.setEditable(False)
            item.setData(line, LINE)
            spoken = ", ".join(filter(None, (line.title, line.below, line.state)))
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(line.title)
            self._model.appendRow(item)
        keys = [line.key for line in lines]
        at = keys.index(key) if key in keys else max(0, min(row, len(keys) - 1))
        self.setCurrentIndex(self._model.index(at, 0))

    def rows(self) -> list[RowLine]:
        """Give the lines shown."""
        return [self._model.item(row).data(LINE) for row in range(self._model.rowCount())]

    def key(self) -> str:
        """Key of the chosen line; empty if none."""
        line = self.currentIndex().data(LINE)
        return line.key if isinstance(line, RowLine) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, act with a letter."""
        letter = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key())
        elif letter and letter in self._letters and self.key():
            self.letter.emit(letter, self.key())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the line that was clicked."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self.key())
