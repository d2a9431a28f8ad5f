"""The event list: rows of 40 with time, mark, statement, flags and lane in one painted column."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from views.theme import Theme
from views.widgets.event_lines import LINE_ROLE, DateLine, EventLine, SilentLine
from views.widgets.event_mark import LIST_RADIUS, EventMark, paint_event_mark
from views.widgets.keycap import paint_caps
from views.widgets.keyed_lines import Index
from views.widgets.paint import RIGHT, dot_pen, is_on, rounded, row_fill, text_width, words

_TIME_END = 62
_MARK = 88
_WORDS = 112
_END = 14
MOVES = frozenset(
    (
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
    )
)
CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LANE_FROM = 340
"""A narrower list leaves the lane to the details."""


class EventRowDelegate(QStyledItemDelegate):
    """Paints the lines of an event list and edits a statement in its place.

    The model gives a Line for LINE_ROLE, the statement for EditRole and takes it back in setData.
    `link_asked(index)` comes from a click on the link of a silent stretch.
    """

    link_asked = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._edited = QPersistentModelIndex()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(self._theme.px(320), self._theme.size("row_event"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        painter.save()
        if isinstance(line, DateLine):
            self._date(painter, box, line)
        elif isinstance(line, SilentLine):
            row_fill(painter, self._theme, box, option)
            self._silence(painter, box, line)
        elif isinstance(line, EventLine):
            edited = QPersistentModelIndex(index) == self._edited
            self._ground(painter, box, option, edited=edited)
            self._event(painter, box, line, option, edited=edited)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Ask about a silent stretch when its link is clicked."""
        line = index.data(LINE_ROLE)
        if isinstance(line, SilentLine) and isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            if released and self._link_box(QRectF(option.rect), line).contains(event.position()):
                self.link_asked.emit(index.model().index(index.row(), index.column()))
                return True
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the field of a statement."""
        editor = QLineEdit(parent)
        editor.setProperty("bare", True)  # noqa: FBT003
        editor.setAccessibleName("Statement")
        editor.setFont(self._theme.font())
        self._edited = QPersistentModelIndex(index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let the row be a row again."""
        self._edited = QPersistentModelIndex()
        super().destroyEditor(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the field over the statement."""
        px = self._theme.px
        editor.setGeometry(option.rect.adjusted(px(_WORDS), px(3), -px(64), -px(3)))

    def _ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, edited: bool
    ) -> None:
        if not edited:
            row_fill(painter, self._theme, box, option)
            return
        radius = self._theme.radius("control")
        surface, accent = self._theme.colour("surface"), self._theme.colour("accent")
        rounded(painter, box, radius, fill=surface, edge=accent, width=2)

    def _event(
        self,
        painter: QPainter,
        box: QRectF,
        line: EventLine,
        option: QStyleOptionViewItem,
        *,
        edited: bool,
    ) -> None:
        theme, px = self._theme, self._theme.px
        selected = is_on(option, QStyle.StateFlag.State_Selected) and not edited
        font = theme.font("body", 600 if selected else 500, tabular=True)
        ink = "ink2" if line.about and not selected else "ink"
        time = QRectF(box.x(), box.y(), px(_TIME_END), box.height())
        words(painter, time, line.time, font, theme.colour(ink), RIGHT)
        mark = EventMark(line.kind, sourced=line.sourced)
        centre = QPointF(box.x() + px(_MARK), box.center().y())
        ground = "tint" if selected else ("surface" if edited else "window")
        paint_event_mark(painter, theme, centre, mark, radius=LIST_RADIUS, ground=ground)
        right = box.adjusted(0, 0, -px(_END), 0)
        if edited:
            paint_caps(painter, theme, right, "Enter")
            return
        end = self._lane_and_flags(painter, right, line)
        said = QRectF(box.x() + px(_WORDS), box.y(), end - box.x() - px(_WORDS), box.height())
        weight = 500 if line.kind.value == "decision" else 0
        words(painter, said, line.statement, theme.font("body", weight), theme.colour("ink"))

    def _lane_and_flags(self, painter: QPainter, box: QRectF, line: EventLine) -> float:
        """Draw what stands at the right; gives where the statement has to end."""
        theme, px = self._theme, self._theme.px
        font = theme.font("small")
        roomy = box.width() >= px(_LANE_FROM)
        wide = min(text_width(font, line.lane), box.width() * 0.3) if roomy else 0.0
        lane = QRectF(box.right() - wide - 1, box.y(), wide + 1, box.height())
        if roomy:
            words(painter, lane, line.lane, font, theme.colour("ink3"))
        left = lane.left() - px(12) if line.lane and roomy else box.right()
        for shown, icon, role in (
            (line.accounts > 1, "do.accounts", "ink2"),
            (line.handoff, "kind.handoff", "ink2"),
            (not line.sourced, "do.no_evidence", "notice"),
        ):
            if shown:
                sign = QRectF(left - px(14), box.center().y() - px(7), px(14), px(14))
                theme.icons.paint(painter, sign, icon, role)
                left = sign.left() - px(8)
        return left - px(4)

    def _silence(self, painter: QPainter, box: QRectF, line: SilentLine) -> None:
        theme, px = self._theme, self._theme.px
        middle = box.x() + px(_MARK)
        painter.setPen(dot_pen(theme.colour("border")))
        painter.drawLine(QPointF(middle, box.y() + 2), QPointF(middle, box.bottom() - 2))
        link = self._link_box(box, line)
        room = QRectF(box.x() + px(_WORDS), box.y(), 0, box.height())
        room.setRight(link.left() - px(8))
        words(painter, room, line.words, theme.font(), theme.colour("ink2"))
        words(painter, link, line.link, theme.font("small", 600), theme.colour("accent_ink"))

    def _link_box(self, box: QRectF, line: SilentLine) -> QRectF:
        wide = text_width(self._theme.font("small", 600), line.link) + 1
        right = box.right() - self._theme.px(_END)
        return QRectF(right - wide, box.y(), wide, box.height())

    def _date(self, painter: QPainter, box: QRectF, line: DateLine) -> None:
        theme, px = self._theme, self._theme.px
        place = box.adjusted(px(12), px(6), 0, 0)
        font = theme.font("small", 600)
        wide = words(painter, place, line.words, font, theme.colour("ink2"))
        place.setLeft(place.left() + wide + px(8))
        words(painter, place, line.zone, theme.font("small"), theme.colour("ink3"))


class EventTable(QTableView):
    """A table of one painted column; the selection is a row, kept when the focus leaves.

    Enter or F2 edits a statement (if the model allows), Enter on a silent stretch asks about it.
    """

    link_asked = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("painted", True)  # noqa: FBT003
        self.rows = EventRowDelegate(theme, self)
        self.rows.link_asked.connect(self.link_asked)
        self.setItemDelegate(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._take_sizes()
        theme.changed.connect(self._take_sizes)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; its first column takes the whole width."""
        super().setModel(model)
        if model is not None:
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, or ask about a silent stretch."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        editing = self.state() == QAbstractItemView.State.EditingState
        index = self.currentIndex()
        if enter and not editing and index.isValid() and not event.modifiers():
            if isinstance(index.data(LINE_ROLE), SilentLine):
                self.link_asked.emit(index)
            else:
                self.edit(index)
            return
        if not index.isValid() and event.key() in MOVES:
            self._begin_in_sight()
            return
        super().keyPressEvent(event)

    def _begin_in_sight(self) -> None:
        """Choose the first row in sight that can be chosen; Qt would stop at the date above it."""
        model, top = self.model(), max(self.rowAt(0), 0)
        rows = (model.index(row, 0) for row in range(top, model.rowCount()))
        first = next((index for index in rows if index.flags() & CHOOSABLE == CHOOSABLE), None)
        if first is not None:
            self.setCurrentIndex(first)

    @Slot()
    def _take_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row_event"))
