"""Paints one review: title, date and services, how far it is, who was in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from views.library.review_list import LINE_ROLE, ReviewLine
from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import RIGHT, rounded, row_fill, words
from views.widgets.ring import paint_bare_tick

TITLE_SHARE = 0.52


class ReviewDelegate(QStyledItemDelegate):
    """A row of 52 px with four parts."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(option.rect.width(), self._theme.size("row_library"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one review."""
        line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        row_fill(painter, self._theme, box.adjusted(0, 1, 0, -1), option)
        px = self._theme.px
        inner = box.adjusted(px(12), px(6), -px(12), -px(6))
        title = QRectF(inner)
        title.setWidth(inner.width() * TITLE_SHARE)
        self._two_lines(painter, title, line.title, line.below)
        state = QRectF(inner)
        state.setLeft(title.right() + px(16))
        state.setWidth(px(200))
        if line.shared:
            self._shared(painter, state, line)
        else:
            self._progress(painter, state, line)
        self._people(painter, inner, line)

    def _two_lines(self, painter: QPainter, box: QRectF, first: str, second: str) -> None:
        upper, lower = QRectF(box), QRectF(box)
        upper.setHeight(box.height() / 2)
        lower.setTop(upper.bottom())
        font = self._theme.font("question", 500)
        words(painter, upper, first, font, self._theme.colour("ink"))
        words(painter, lower, second, self._theme.font("small"), self._theme.colour("ink2"))

    def _shared(self, painter: QPainter, box: QRectF, line: ReviewLine) -> None:
        px = self._theme.px
        tick = QRectF(box.x(), box.center().y() - px(7), px(14), px(14))
        paint_bare_tick(painter, self._theme, tick)
        said = box.adjusted(px(20), 0, 0, 0)
        words(painter, said, line.state, self._theme.font("body"), self._theme.colour("ink2"))

    def _progress(self, painter: QPainter, box: QRectF, line: ReviewLine) -> None:
        px = self._theme.px
        left = box.x()
        for begun in line.begun:
            bar = QRectF(left, box.y() + px(8), px(13), px(5))
            fill = self._theme.colour("accent" if begun else "line2")
            rounded(painter, bar, self._theme.radius("bar"), fill=fill)
            left += px(16)
        lower = QRectF(box)
        lower.setTop(box.center().y())
        words(painter, lower, line.state, self._theme.font("small"), self._theme.colour("ink2"))

    def _people(self, painter: QPainter, box: QRectF, line: ReviewLine) -> None:
        if not line.people:
            return
        said = f"{line.people} people" if line.people > 1 else "1 person"
        font = self._theme.font("small", tabular=True)
        words(painter, box, said, font, self._theme.colour("ink2"), RIGHT)
