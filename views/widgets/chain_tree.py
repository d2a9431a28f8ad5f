"""The how-chain below an answer: rungs with their questions, answers in serif, elbow lines."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from views.theme import Theme
from views.widgets.keyed_lines import Index
from views.widgets.paint import is_on, rounded, shows_focus, text_width, words
from views.widgets.paragraph import draw_paragraph, paragraph_height

CHAIN_ROLE = Qt.ItemDataRole.UserRole + 1
"""A model of a ChainTree gives a ChainNode for this role."""
_INDENT = 32
_PILL = 26


@dataclass(frozen=True, slots=True)
class ChainNode:
    """One rung: its name ("Sense"), its question, and the answer as it was said.

    `promoted` is the code of the factor it became ("F2"). A node that has no answer yet shows
    `hint` in a field ("One line so far. What else had to be true?").
    """

    rung: str
    question: str
    answer: str = ""
    promoted: str = ""
    hint: str = ""

    @property
    def spoken(self) -> str:
        """The rung as a screen reader says it."""
        became = f"became {self.promoted}" if self.promoted else ""
        said = [self.rung, self.question, self.answer or self.hint, became]
        return ". ".join(part for part in said if part)


class ChainDelegate(QStyledItemDelegate):
    """Paints a rung; its height follows the answer."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height of question and answer at the width the rung has."""
        node = index.data(CHAIN_ROLE)
        theme, px = self._theme, self._theme.px
        if not isinstance(node, ChainNode):
            return QSize(0, px(32))
        wide = self._tree.viewport().width() - self._depth(index) * self._tree.indentation()
        if not node.answer:
            head = theme.line("small") + px(2) if node.rung else 0
            return QSize(wide, head + px(40))
        room = self._answer_width(wide, node)
        high = paragraph_height(theme, node.answer, "voice", room)
        return QSize(wide, theme.line("small") + high + px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one rung."""
        node = index.data(CHAIN_ROLE)
        if not isinstance(node, ChainNode):
            return
        theme, px = self._theme, self._theme.px
        painter.save()
        box = QRectF(option.rect)
        self._ground(painter, box, option, field=not node.answer)
        inner = box.adjusted(px(4), px(4), -px(4), 0)
        head = QRectF(inner.x(), inner.y(), inner.width(), theme.line("small"))
        if node.rung:
            bold = theme.font("small", 600)
            taken = words(painter, head, node.rung, bold, theme.colour("ink2"))
            head.setLeft(head.left() + taken + px(8))
            words(painter, head, node.question, theme.font("small"), theme.colour("ink3"))
            inner.setTop(head.bottom() + px(2))
        if node.answer:
            answer = QRectF(inner)
            answer.setWidth(self._answer_width(box.width(), node))
            draw_paragraph(painter, theme, answer, node.answer, "voice", theme.colour("ink"))
            self._pill(painter, inner, node)
        else:
            self._field(painter, inner, node)
        painter.restore()

    def _ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, field: bool
    ) -> None:
        radius = self._theme.radius("control")
        if is_on(option, QStyle.StateFlag.State_Selected) and not field:
            rounded(painter, box, radius, fill=self._theme.colour("tint"))
        if shows_focus(option):
            rounded(painter, box, radius, edge=self._theme.colour("accent"), width=2)

    def _field(self, painter: QPainter, box: QRectF, node: ChainNode) -> None:
        theme, px = self._theme, self._theme.px
        place = QRectF(box.x(), box.y(), box.width(), px(32))
        edge, fill = theme.colour("border"), theme.colour("surface")
        rounded(painter, place, theme.radius("control"), fill=fill, edge=edge)
        inner = place.adjusted(px(11), 0, -px(8), 0)
        words(painter, inner, node.hint, theme.font(), theme.colour("ink3"))

    def _pill(self, painter: QPainter, box: QRectF, node: ChainNode) -> None:
        if not node.promoted:
            return
        theme, px = self._theme, self._theme.px
        font = theme.font("small", 600)
        wide = text_width(font, node.promoted) + px(42)
        pill = QRectF(box.right() - wide, box.y(), wide, px(_PILL) - px(4))
        rounded(painter, pill, pill.height() / 2, fill=theme.colour("tint"))
        sign = QRectF(pill.x() + px(10), pill.center().y() - px(6), px(12), px(12))
        theme.icons.paint(painter, sign, "do.promote", "accent_ink", bold=True)
        rest = pill.adjusted(px(28), 0, 0, 0)
        words(painter, rest, node.promoted, font, theme.colour("accent_ink"))

    def _answer_width(self, wide: float, node: ChainNode) -> float:
        px = self._theme.px
        return wide - px(12) - (px(84) if node.promoted else 0)

    @staticmethod
    def _depth(index: Index) -> int:
        depth, above = 0, index.parent()
        while above.isValid():
            depth += 1
            above = above.parent()
        return depth + 1


class ChainTree(QTreeView):
    """A how-chain; arrow keys walk it, all rungs stay open, no row is cut.

    Give it a tree model with a ChainNode for CHAIN_ROLE; keys such as Tab and B are the page's.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("painted", True)  # noqa: FBT003
        self.setItemDelegate(ChainDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._take_sizes()
        theme.changed.connect(self._take_sizes)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the elbow to this rung and the lines that run past it."""
        step = self.indentation()
        pen = QPen(self._theme.colour("line2"), 1.5)
        painter.save()
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = rect.right() + 1 - step / 2
        middle = rect.y() + self._theme.px(13)
        self._elbow(painter, QRectF(x, rect.y(), step / 2 - 2, rect.height()), middle, index)
        above = index.parent()
        while above.isValid():
            x -= step
            if above.siblingAtRow(above.row() + 1).isValid():
                painter.drawLine(QPointF(x, rect.y()), QPointF(x, rect.bottom() + 1))
            above = above.parent()
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the answers anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def full_height(self) -> int:
        """Height of all rungs, for a tree that stands inside a scrolled page."""
        self.executeDelayedItemsLayout()
        return self._height_below(QModelIndex())

    def _height_below(self, parent: QModelIndex) -> int:
        model = self.model()
        if model is None:
            return 0
        total = 0
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            total += self.sizeHintForIndex(index).height() + self._height_below(index)
        return total

    def _elbow(self, painter: QPainter, box: QRectF, middle: float, index: Index) -> None:
        if index.sibling(index.row() + 1, 0).isValid():
            painter.drawLine(box.topLeft(), box.bottomLeft())
        bend = float(self._theme.px(6))
        path = QPainterPath(box.topLeft())
        path.lineTo(box.x(), middle - bend)
        path.quadTo(box.x(), middle, box.x() + bend, middle)
        path.lineTo(box.right(), middle)
        painter.drawPath(path)

    @Slot()
    def _take_sizes(self) -> None:
        self.setIndentation(self._theme.px(_INDENT))
        self.scheduleDelayedItemsLayout()
