"""Paints the rows of the raw tray: time, sign of the kind, who, what, and whether it is used."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from models.values import RecordKind, RecordState
from views.gather.tray_lines import NO_TIME, FoldLine, RecordLine
from views.gather.tray_model import LINE_ROLE
from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import row_fill, text_width, words

UNFOLD = "Unfold"
_PAD = 12
_TIME = 66
_ICON = 14
_GAP = 10


class TrayDelegate(QStyledItemDelegate):
    """Rows of 34; `unfold_asked(index)` comes from the link of a folded run."""

    unfold_asked = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(self._theme.px(320), self._theme.size("row_dense"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        painter.save()
        row_fill(painter, self._theme, box, option)
        if isinstance(line, RecordLine):
            self._record(painter, box, line)
        elif isinstance(line, FoldLine):
            self._fold(painter, box, line)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Unfold when the link of a run is clicked."""
        line = index.data(LINE_ROLE)
        if isinstance(line, FoldLine) and isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            if released and self.link_box(QRectF(option.rect)).contains(event.position()):
                self.unfold_asked.emit(index.model().index(index.row(), index.column()))
                return True
        return super().editorEvent(event, model, option, index)

    def link_box(self, box: QRectF) -> QRectF:
        """Give the place of the link in a row."""
        wide = text_width(self._theme.font("small", 600), UNFOLD) + 1
        return QRectF(box.right() - self._theme.px(_PAD) - wide, box.y(), wide, box.height())

    def _record(self, painter: QPainter, box: QRectF, line: RecordLine) -> None:
        theme, px = self._theme, self._theme.px
        folded = line.state is RecordState.FOLDED
        place = self._start(painter, box, line.time, line.icon, faded=folded)
        place.setRight(box.right() - px(_PAD))
        if line.state is RecordState.ON_TIMELINE:
            sign = QRectF(place.right() - px(14), box.center().y() - px(7), px(14), px(14))
            theme.icons.paint(painter, sign, "record.on_timeline", "accent", bold=True)
        place.setRight(place.right() - px(26))
        if line.who:
            who = QRectF(place)
            who.setWidth(min(place.width() * 0.45, px(180)))
            ink = theme.colour("ink3" if folded else "ink2")
            wide = words(painter, who, line.who, theme.font("small", 600), ink)
            place.setLeft(place.left() + wide + px(10))
        ink = theme.colour("ink2" if folded else "ink")
        words(painter, place, line.words, self._face(line.kind), ink)

    def _fold(self, painter: QPainter, box: QRectF, line: FoldLine) -> None:
        theme = self._theme
        place = self._start(painter, box, line.time, "record.folded", faded=True)
        link = self.link_box(box)
        place.setRight(link.left() - theme.px(_GAP))
        words(painter, place, line.words, theme.font(), theme.colour("ink2"))
        words(painter, link, UNFOLD, theme.font("small", 600), theme.colour("accent_ink"))

    def _start(
        self, painter: QPainter, box: QRectF, time: str, icon: str, *, faded: bool
    ) -> QRectF:
        """Draw the time and the sign; gives the room behind them."""
        theme, px = self._theme, self._theme.px
        clock = QRectF(box.x() + px(_PAD), box.y(), px(_TIME), box.height())
        quiet = faded or time == NO_TIME
        ink = theme.colour("ink2" if quiet else "ink")
        words(painter, clock, time, theme.font("body", tabular=True), ink)
        sign = QRectF(clock.right(), box.center().y() - px(7), px(_ICON), px(_ICON))
        theme.icons.paint(painter, sign, icon, "ink3" if faded else "ink2")
        left = sign.right() + px(_GAP)
        return QRectF(left, box.y(), box.right() - left, box.height())

    def _face(self, kind: RecordKind) -> QFont:
        return self._theme.mono() if kind is RecordKind.LOG else self._theme.font()
