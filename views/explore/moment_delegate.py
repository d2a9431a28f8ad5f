"""Paints the list of moments: diamonds with eight dots, circles on one line, titles of groups."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from guides.coverage import Side
from models.values import EventKind
from views.explore.moment_lines import GroupLine, MomentLine
from views.explore.moment_model import MOMENT_ROLE
from views.theme import Theme
from views.widgets.event_mark import DENSE_RADIUS, LIST_RADIUS, EventMark, paint_event_mark
from views.widgets.keyed_lines import Index
from views.widgets.paint import is_on, row_fill, text_width, words
from views.widgets.paragraph import laid_out, paragraph_height

_MARK = 20
_WORDS = 40
_END = 10
_PAD = 6
_DOT, _DOT_STEP = 2.8, 12.5


class MomentDelegate(QStyledItemDelegate):
    """Heights follow the titles of decisions; all other rows are alike."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height at the width of the column; see `height`."""
        return QSize(0, self.height(index.data(MOMENT_ROLE), 0))

    def height(self, line: object, width: int, *, first: bool = False) -> int:
        """Height of a line in a list so wide."""
        theme, px = self._theme, self._theme.px
        if isinstance(line, GroupLine):
            return px(30 if first else 52)
        if isinstance(line, MomentLine) and line.is_decision:
            room = max(px(60), width - px(_WORDS + _END))
            said = paragraph_height(theme, line.title, "body", room, weight=500)
            return theme.line("body") + said + theme.line("small") + px(2 * _PAD)
        return px(31)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(MOMENT_ROLE)
        box = QRectF(option.rect)
        painter.save()
        if isinstance(line, GroupLine):
            self._group(painter, box, line)
        elif isinstance(line, MomentLine):
            row_fill(painter, self._theme, box, option)
            selected = is_on(option, QStyle.StateFlag.State_Selected)
            draw = self._decision if line.is_decision else self._moment
            draw(painter, box, line, selected=selected)
        painter.restore()

    def _group(self, painter: QPainter, box: QRectF, line: GroupLine) -> None:
        theme, px = self._theme, self._theme.px
        place = QRectF(box.x() + px(12), box.bottom() - px(28), box.width(), px(20))
        words(painter, place, line.title, theme.font("body", 600), theme.colour("ink"))

    def _decision(
        self, painter: QPainter, box: QRectF, line: MomentLine, *, selected: bool
    ) -> None:
        theme, px = self._theme, self._theme.px
        high = theme.line("body")
        time = QRectF(box.x() + px(_WORDS), box.y() + px(_PAD), box.width(), high)
        font = theme.font("body", 600 if selected else 500, tabular=True)
        ink = theme.colour("ink2" if line.about and not selected else "ink")
        words(painter, time, line.time, font, ink)
        centre = QPointF(box.x() + px(_MARK), time.center().y())
        paint_event_mark(painter, theme, centre, EventMark(EventKind.DECISION), radius=DENSE_RADIUS)
        room = box.width() - px(_WORDS + _END)
        title = laid_out(theme, line.title, "body", room, weight=500)
        painter.setPen(theme.colour("ink"))
        title.draw(painter, QPointF(time.x(), time.bottom()))
        low = QRectF(time.x(), 0, room, theme.line("small"))
        low.moveBottom(box.bottom() - px(_PAD) + px(2))
        if line.asked:
            self._dots(painter, low, line.known or 0)
        else:
            words(painter, low, "not asked yet", theme.font("small"), theme.colour("notice"))

    def _dots(self, painter: QPainter, box: QRectF, known: int) -> None:
        theme = self._theme
        accent, edge = theme.colour("accent"), theme.colour("border")
        size, step = _DOT * theme.text_factor, _DOT_STEP * theme.text_factor
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(len(Side)):
            filled = place < known
            painter.setPen(QPen(accent if filled else edge, 1.1))
            painter.setBrush(accent if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(
                QPointF(box.x() + size + place * step, box.center().y()), size, size
            )

    def _moment(self, painter: QPainter, box: QRectF, line: MomentLine, *, selected: bool) -> None:
        theme, px = self._theme, self._theme.px
        left = box.x() + px(_WORDS)
        centre = QPointF(box.x() + px(_MARK), box.center().y())
        if line.event is None:
            sign = QRectF(centre.x() - px(8), centre.y() - px(8), px(16), px(16))
            theme.icons.paint(painter, sign, "do.fit", "ink2")
        else:
            ground = "tint" if selected else "window"
            mark = EventMark(line.event.kind)
            paint_event_mark(painter, theme, centre, mark, radius=LIST_RADIUS, ground=ground)
            font = theme.font("body", 600 if selected else 0, tabular=True)
            ink = theme.colour("ink" if selected else "ink2")
            room = max(text_width(font, "~00:00"), text_width(font, line.time))
            words(painter, QRectF(left, box.y(), room + 1, box.height()), line.time, font, ink)
            left += room + px(8)
        right = box.right() - px(_END)
        if line.asked:
            right -= px(10)
            dot = QPointF(box.right() - px(_END) - px(2), box.center().y())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(dot, _DOT * theme.text_factor, _DOT * theme.text_factor)
        said = QRectF(left, box.y(), right - left, box.height())
        words(painter, said, line.title, theme.font(), theme.colour("ink"))
