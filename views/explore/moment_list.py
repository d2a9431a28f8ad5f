"""The left column of Explore: every moment, the decision points first."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from models.snapshot import Snapshot
from views.explore.moment_delegate import MomentDelegate
from views.explore.moment_lines import MomentLine, moment_lines
from views.explore.moment_model import MOMENT_ROLE, MomentListModel
from views.theme import Theme


class MomentList(QTableView):
    """Arrow keys and clicks choose a moment: `chosen(key)`; Enter or Right goes to its questions.

    Letters are left to the page.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moments = MomentListModel(self)
        self._delegate = MomentDelegate(theme, self)
        self._showing = False
        self.setAccessibleName("Moments")
        self.setProperty("painted", True)  # noqa: FBT003
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self._moments)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self._fit_rows)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the moments of a review, keeping what is chosen and how far it is scrolled."""
        key, at = self.key(), self.verticalScrollBar().value()
        self._showing = True
        if self._moments.show_lines(moment_lines(snapshot)):
            self._fit_rows()
            self._mark(key)
            self.verticalScrollBar().setValue(at)
        else:
            self._fit_rows()
        self._showing = False

    def choose(self, key: str) -> None:
        """Show a moment as chosen; tells nobody."""
        self._showing = True
        self._mark(key)
        self._showing = False

    def key(self) -> str | None:
        """Give the key of the chosen moment, None where there is none."""
        line = self.currentIndex().data(MOMENT_ROLE) if self.currentIndex().isValid() else None
        return line.key if isinstance(line, MomentLine) else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which moment a person chose."""
        super().selectionChanged(selected, deselected)
        key = self.key()
        if not self._showing and key is not None and not selected.isEmpty():
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the questions with Enter or Right; leave letters and digits to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_rows()

    def _mark(self, key: str | None) -> None:
        row = -1 if key is None else self._moments.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._moments.index(row))
        else:
            self.clearSelection()

    @Slot()
    def _fit_rows(self) -> None:
        header = self.verticalHeader()
        width = self.viewport().width()
        header.setDefaultSectionSize(self._delegate.height(None, width))
        for row, line in enumerate(self._moments.lines()):
            if isinstance(line, MomentLine) and not line.is_decision:
                continue
            high = self._delegate.height(line, width, first=row == 0)
            if header.sectionSize(row) != high:
                header.resizeSection(row, high)
