"""A short list at the side to pick from: an icon, a word, a count or a state at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from views.theme import Theme
from views.widgets.keyed_lines import Index, KeyedLines, paint_only_lines
from views.widgets.paint import RIGHT, is_on, row_fill, text_width, words

_ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
ROW = 28


@dataclass(frozen=True, slots=True)
class Pick:
    """One line; `note` is a count or a state, `quiet` draws it back, `asks` marks the note."""

    key: str
    title: str
    note: str = ""
    icon: str = ""
    quiet: bool = False
    asks: bool = False


class PickModel(KeyedLines[Pick]):
    """The lines of a list."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the title, the spoken line, or the line itself."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        pick = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return pick.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (pick.title, pick.note) if part)
        return pick if role == _ITEM_ROLE else None


class PickDelegate(QStyledItemDelegate):
    """Paints a line: what is picked is tinted, in accent ink."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(120), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        pick = index.data(_ITEM_ROLE)
        theme, px = self._theme, self._theme.px
        box = QRectF(option.rect)
        painter.save()
        row_fill(painter, theme, box, option)
        on = is_on(option, QStyle.StateFlag.State_Selected)
        ink = "accent_ink" if on else ("ink3" if pick.quiet else "ink")
        sign = QRectF(box.x() + px(8), box.center().y() - px(7), px(14), px(14))
        theme.icons.paint(painter, sign, pick.icon, ink if on else "ink2")
        font = theme.font("small", tabular=True)
        wide = text_width(font, pick.note) + 1
        note = QRectF(box.right() - px(8) - wide, box.y(), wide, box.height())
        words(painter, note, pick.note, font, theme.colour(_note_ink(pick, on=on)), RIGHT)
        title = QRectF(box)
        title.setLeft(sign.right() + px(10))
        title.setRight(note.left() - px(8))
        words(painter, title, pick.title, theme.font("body", 600 if on else 0), theme.colour(ink))
        painter.restore()


def _note_ink(pick: Pick, *, on: bool) -> str:
    if on:
        return "accent_ink"
    return "notice" if pick.asks else "ink2"


class PickList(QListView):
    """Arrow keys or a click pick a line: `picked(key)`; it is as high as its lines."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = PickModel(self)
        self._telling = True
        self.setModel(self._model)
        self.setItemDelegate(PickDelegate(theme, self))
        paint_only_lines(self, name)
        self.selectionModel().currentChanged.connect(self._on_moved)
        theme.changed.connect(self._fit)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these lines; what was picked stays picked."""
        before = self.choice()
        self._telling = False
        self._model.show_lines(picks)
        self._telling = True
        self.choose(before)
        self._fit()

    def picks(self) -> tuple[Pick, ...]:
        """Give the lines shown."""
        return self._model.lines()

    def choice(self) -> str:
        """Key of the picked line; empty where none is."""
        chosen = self.selectionModel().selectedIndexes()
        return self._model.lines()[chosen[0].row()].key if chosen else ""

    def choose(self, key: str) -> None:
        """Show a line as picked, or none; tells nobody."""
        row = next((i for i, pick in enumerate(self._model.lines()) if pick.key == key), -1)
        self._telling = False
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(row), select)
        self._telling = True

    @Slot(QModelIndex, QModelIndex)
    def _on_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._telling and now.isValid():
            self.picked.emit(self._model.lines()[now.row()].key)

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(self._model.rowCount() * self._theme.px(ROW))
