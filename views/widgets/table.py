"""A plain table: no grid, rows of 38, the selection as one rounded bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import is_on, rounded, words

ROW = 38
PAD = 12


class TableDelegate(QStyledItemDelegate):
    """Paints cells; the first column in ink, the others in ink2.

    A model may give its own FontRole, ForegroundRole and TextAlignmentRole.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Width of the words, height of every row."""
        wide = super().sizeHint(option, index).width()
        return QSize(wide + 2 * self._theme.px(PAD), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        box = QRectF(option.rect)
        self.paint_bar(painter, option, index)
        pad = self._theme.px(PAD)
        place = box.adjusted(pad, 0, -pad, 0)
        font = index.data(Qt.ItemDataRole.FontRole)
        font = font if isinstance(font, QFont) else self._theme.font("body", tabular=True)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = Qt.AlignmentFlag(align or Qt.AlignmentFlag.AlignLeft)
        self.paint_words(painter, place, index, font, align)
        painter.restore()

    def paint_words(
        self, painter: QPainter, box: QRectF, index: Index, font: QFont, align: Qt.AlignmentFlag
    ) -> None:
        """Draw the words of a cell; override to add to them."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        own = index.data(Qt.ItemDataRole.ForegroundRole)
        ink = self._theme.colour("ink" if index.column() == 0 else "ink2")
        ink = own.color() if own is not None and hasattr(own, "color") else ink
        words(painter, box, text, font, ink, align | Qt.AlignmentFlag.AlignVCenter)

    def paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw this cell's part of the row's bar: round only at both ends of the row."""
        theme = self._theme
        selected = is_on(option, QStyle.StateFlag.State_Selected)
        if not selected and not is_on(option, QStyle.StateFlag.State_MouseOver):
            return
        box = QRectF(option.rect)
        radius = theme.radius("control")
        painter.save()
        painter.setClipRect(box)
        last = index.model().columnCount(index.parent()) - 1
        wide = box.adjusted(0 if index.column() == 0 else -2 * radius, 0, 0, 0)
        wide.adjust(0, 0, 0 if index.column() == last else 2 * radius, 0)
        fill = theme.colour("tint" if selected else "hover")
        rounded(painter, wide, radius, fill=fill)
        painter.restore()


class Table(QTableView):
    """Rows of 38 without a grid, whole rows selected, header 12/600 with a line below.

    Give columns a fixed or stretch width yourself (`horizontalHeader().setSectionResizeMode`);
    never ResizeToContents.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("painted", True)  # noqa: FBT003
        self.setItemDelegate(TableDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(_Header(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._take_sizes()
        theme.changed.connect(self._take_sizes)

    @Slot()
    def _take_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))


class _Header(QHeaderView):
    """Words at the left, a small caret after the column that sorts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        """Draw the words of a column and the line below."""
        theme, px = self._theme, self._theme.px
        box = QRectF(rect)  # type: ignore[call-overload]
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        align_role = Qt.ItemDataRole.TextAlignmentRole
        own = model.headerData(section, Qt.Orientation.Horizontal, align_role)
        align = Qt.AlignmentFlag(own) if own else self.defaultAlignment()
        place = box.adjusted(px(PAD), 0, -px(PAD), 0)
        painter.save()
        wide = words(painter, place, text, theme.font("small", 600), theme.colour("ink2"), align)
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        if sorts:
            up = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            sign = QRectF(place.x() + wide + px(6), box.center().y() - px(6), px(12), px(12))
            name = "ph.caret-up" if up else "ph.caret-down"
            theme.icons.paint(painter, sign, name, "ink2", bold=True)
        painter.setPen(theme.colour("line2"))
        foot = QPointF(0, -0.5)
        painter.drawLine(box.bottomLeft() + foot, box.bottomRight() + foot)
        painter.restore()
