"""The tree of a how-chain on the page: as high as its rungs, one of them a field."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStyleOptionViewItem, QTreeView

from views.explore.rung_editor import RungEditor
from views.theme import Theme
from views.widgets.chain_tree import CHAIN_ROLE, ChainDelegate, ChainNode, ChainTree
from views.widgets.keyed_lines import Index

_PILL_ROOM = 84
_STEP, _LEAST_STEP = 32, 6
_LEAST_WORDS = 260
_LETTERS = {Qt.Key.Key_B: "branch", Qt.Key.Key_F: "promote", Qt.Key.Key_G: "gap"}
_OTHERS = {
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_Escape: "leave",
}


class _RungDelegate(ChainDelegate):
    """Leaves the row that is being written to its editor."""

    def __init__(self, theme: Theme, tree: RungTree) -> None:
        super().__init__(theme, tree)
        self._rungs = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height of the editor, or of the painted rung."""
        editor = self._rungs.editor_at(index)
        if editor is None:
            return super().sizeHint(option, index)
        width = self._rungs.width_of(index)
        return QSize(width, editor.height_at(width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a rung that is not being written."""
        if self._rungs.editor_at(index) is None:
            super().paint(painter, option, index)


class RungTree(ChainTree):
    """`wanted(what)` tells what a key asks of the current rung: deeper, branch, edit, promote..."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "How-chain")
        self.setItemDelegate(_RungDelegate(theme, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAutoScroll(False)
        self._writing: tuple[str, RungEditor] | None = None
        self.doubleClicked.connect(self._on_double_clicked)

    def editor_at(self, index: Index) -> RungEditor | None:
        """Give the editor that lies over a row, or None."""
        found = self.indexWidget(_plain(index))
        return found if isinstance(found, RungEditor) else None

    def width_of(self, index: Index) -> int:
        """Width of a row right of its elbow."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(1, self.viewport().width() - depth * self.indentation())

    @Slot()
    def fit(self) -> None:
        """Be as high as all rungs."""
        self.expandAll()
        self._indent()
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(max(1, self.full_height()))
        self.updateEditorGeometries()

    def _indent(self) -> None:
        """Step in less where a chain is so deep that its answers would have no room."""
        room = self.viewport().width() - self._theme.px(_LEAST_WORDS)
        step = min(self._theme.px(_STEP), room // max(1, self._depth()))
        self.setIndentation(max(self._theme.px(_LEAST_STEP), step))

    def _depth(self) -> int:
        depth, level = 0, [QModelIndex()]
        model = self.model()
        while level:
            level = [
                model.index(row, 0, above)
                for above in level
                for row in range(model.rowCount(above))
            ]
            depth += bool(level)
        return depth

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the answers anew and take another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Go one rung deeper with Tab."""
        if onward and self.currentIndex().isValid():
            self.wanted.emit("deeper")
            return True
        return super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work on the current rung; leave all other letters to the page."""
        key = Qt.Key(event.key())
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        what = (_LETTERS | _OTHERS).get(key, "") if bare else ""
        if what and self.currentIndex().isValid():
            self.wanted.emit(what)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            QTreeView.keyPressEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the factor whose pill was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        node = index.data(CHAIN_ROLE) if index.isValid() else None
        if isinstance(node, ChainNode) and node.promoted:
            left = self.visualRect(index).right() - self._theme.px(_PILL_ROOM)
            if event.position().x() > left:
                self.wanted.emit("promote")

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.wanted.emit("edit")


def _plain(index: Index) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())
