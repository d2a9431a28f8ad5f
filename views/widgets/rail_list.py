"""One list of the rail: places or stages, painted by one delegate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from views.theme import Theme
from views.widgets.keyed_lines import Index, KeyedLines, paint_only_lines
from views.widgets.paint import CENTRE, is_on, rounded, shows_focus, text_width, words
from views.widgets.ring import Ring, paint_ring

_ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_CURRENT_ROLE = Qt.ItemDataRole.UserRole + 2
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class RailItem:
    """One line of the rail: an icon or a ring, a word, and what is open (`3 open`)."""

    key: str
    title: str
    note: str = ""
    icon: str = ""
    ring: Ring | None = None

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        state = self.ring.state.value if self.ring is not None else ""
        return ", ".join(part for part in (self.title, self.note, state) if part)


class RailListModel(KeyedLines[RailItem]):
    """The lines of one list and which of them is shown in the centre."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give title, spoken line, the item itself, or whether it is shown now."""
        if not index.isValid():
            return None
        item = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return item.spoken
        if role == _ITEM_ROLE:
            return item
        return item.key == self._current if role == _CURRENT_ROLE else None

    def mark(self, key: str) -> None:
        """Mark the line that is shown in the centre, if it is in this list."""
        self._current = key
        self.repaint_lines()


class RailDelegate(QStyledItemDelegate):
    """Paints a line of the rail; narrow shows only ring or icon."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.size("rail_narrow"), self._theme.size("row_rail"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw fill, sign, word and note."""
        item = index.data(_ITEM_ROLE)
        current = bool(index.data(_CURRENT_ROLE))
        box = QRectF(option.rect)
        self._fill(painter, box, option, current=current)
        px = self._theme.px
        sign = QRectF(box.x() + px(10), box.center().y() - px(8), px(16), px(16))
        if self.narrow:
            sign.moveCenter(box.center())
        self._sign(painter, sign, item)
        if self.narrow:
            return
        note_font = self._theme.font("small", tabular=True)
        note_width = text_width(note_font, item.note) + 1
        note = QRectF(box.right() - px(12) - note_width, box.y(), note_width, box.height())
        words(
            painter, note, item.note, note_font, self._theme.colour("ink2" if current else "ink3")
        )
        title = QRectF(box)
        title.setLeft(box.x() + px(36))
        title.setRight(note.left() - px(8))
        font = self._theme.font("body", 600 if current else 0)
        words(painter, title, item.title, font, self._theme.colour("ink" if current else "ink2"))

    def _fill(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, current: bool
    ) -> None:
        radius = self._theme.radius("control")
        if current:
            rounded(painter, box, radius, fill=self._theme.colour("press"))
        elif is_on(option, QStyle.StateFlag.State_MouseOver):
            rounded(painter, box, radius, fill=self._theme.colour("hover"))
        if shows_focus(option):
            rounded(painter, box, radius, edge=self._theme.colour("accent"), width=2)

    def _sign(self, painter: QPainter, box: QRectF, item: RailItem) -> None:
        if item.ring is not None:
            paint_ring(painter, self._theme, box, item.ring)
        elif item.icon:
            self._theme.icons.paint(painter, box, item.icon, "ink2")
        elif self.narrow:
            font = self._theme.font("small", 600)
            words(painter, box, item.title[:1], font, self._theme.colour("ink2"), CENTRE)


class RailList(QListView):
    """A list of the rail: arrow keys move, Enter, Space or a click chooses."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RailListModel(self)
        self._delegate = RailDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        paint_only_lines(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._fit)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show these lines."""
        self._model.show_lines(items)
        self._fit()

    def mark(self, key: str) -> None:
        """Mark the line shown in the centre, and let the arrow keys start there."""
        self._model.mark(key)
        for row, item in enumerate(self._model.lines()):
            if item.key == key:
                self.setCurrentIndex(self._model.index(row))

    def sizeHint(self) -> QSize:
        """Ask for room for all lines."""
        return QSize(self._theme.px(100), self._model.rowCount() * self._theme.size("row_rail"))

    def minimumSizeHint(self) -> QSize:
        """Be content with a few lines where the window is low; the rest scrolls."""
        rows = min(self._model.rowCount(), LEAST_ROWS)
        return QSize(self._theme.px(40), rows * self._theme.size("row_rail"))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only rings and icons."""
        self._delegate.narrow = narrow
        self.viewport().update()

    def items(self) -> tuple[RailItem, ...]:
        """Give the lines shown."""
        return self._model.lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the line under the keyboard with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.lines()[index.row()].key)

    @Slot()
    def _fit(self) -> None:
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()
