"""The report in eight areas, each a line with its evidence in three steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from guides.rubric import AreaReading, Level
from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import RIGHT, row_fill, text_width, words
from views.widgets.steps import paint_steps

AREA = Qt.ItemDataRole.UserRole + 1
_LEVELS = list(Level)
_ROW = 31


class _AreaDelegate(QStyledItemDelegate):
    """Paints an AreaReading."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give every area one line."""
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw title, steps and count."""
        area = index.data(AREA)
        if not isinstance(area, AreaReading):
            return
        theme, px = self._theme, self._theme.px
        box = QRectF(option.rect)
        row_fill(painter, theme, box, option)
        inner = box.adjusted(px(10), 0, -px(10), 0)
        small = theme.font("small", 600)
        count = max(text_width(small, area.count), px(62))
        ink = "accent_ink" if area.places else "ink2"
        words(painter, inner, area.count, small, theme.colour(ink), RIGHT)
        left = inner.right() - count - px(86)
        place = QRectF(left, inner.y(), px(80), inner.height())
        paint_steps(painter, theme, place, _LEVELS.index(area.level), area.level.value)
        room = QRectF(inner.x(), inner.y(), left - inner.x() - px(10), inner.height())
        words(painter, room, area.title, theme.font(), theme.colour("ink"))


class AreasList(QListView):
    """As high as its lines; `opened` comes with Enter and a double click."""

    opened = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_AreaDelegate(theme, self))
        self.setAccessibleName("The report in eight areas")
        self.setProperty("painted", True)  # noqa: FBT003
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self.chosen)

    def show_areas(self, areas: Sequence[AreaReading]) -> None:
        """Show other readings; the chosen area stays chosen."""
        if self._model.rowCount() != len(areas):
            self._model.clear()
            for _ in areas:
                item = QStandardItem()
                item.setEditable(False)
                self._model.appendRow(item)
        for row, area in enumerate(areas):
            item = self._model.item(row)
            if item.data(AREA) != area:
                item.setText(area.title)
                item.setData(area, AREA)
                spoken = f"{area.title}: {area.level.value} evidence, {area.count}"
                item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        self.setFixedHeight(len(areas) * self._theme.px(_ROW) + 2)

    def area(self) -> AreaReading | None:
        """Give the chosen area."""
        found = self.currentIndex().data(AREA)
        return found if isinstance(found, AreaReading) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the area that was clicked."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()
