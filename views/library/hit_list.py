"""What a search over the library found, as the model and the painting of its list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from models.queries.search import SearchHit
from models.values import Stage
from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import row_fill, words

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
PLACES = {"review": Stage.PREPARE, "event": Stage.TIMELINE, "factor": Stage.FACTORS}
"""Where a hit of each kind is shown."""


class HitListModel(QAbstractListModel):
    """The hits, newest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Count the hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, the spoken line, or the hit itself."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.text}, {hit.kind} in {hit.review_title}"
        return hit if role == HIT_ROLE else None

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()


class HitDelegate(QStyledItemDelegate):
    """The words found, and below them where."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(option.rect.width(), self._theme.size("row_library"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one hit."""
        hit: SearchHit = index.data(HIT_ROLE)
        box = QRectF(option.rect)
        row_fill(painter, self._theme, box.adjusted(0, 1, 0, -1), option)
        px = self._theme.px
        inner = box.adjusted(px(12), px(6), -px(12), -px(6))
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(inner.height() / 2)
        lower.setTop(upper.bottom())
        words(painter, upper, hit.text, self._theme.font("question"), self._theme.colour("ink"))
        where = f"{hit.kind.capitalize()} in {hit.review_title}"
        if hit.is_archived:
            where += ", archived"
        words(painter, lower, where, self._theme.font("small"), self._theme.colour("ink2"))
