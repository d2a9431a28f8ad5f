"""Chips that stand for a row, and the round button that adds one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from views.context import Context
from views.theme import Theme
from views.widgets.chip import Chip
from views.widgets.paint import rounded


class RowChip(Chip):
    """A chip that knows the row it stands for; its menu opens with a click, Enter or Space."""

    asked = Signal(str, QPoint)
    taken_away = Signal(str)

    def __init__(
        self, context: Context, row_id: str, label: str, said: str, *, icon: str = ""
    ) -> None:
        super().__init__(context.theme, label, pickable=False, icon=icon)
        self.row_id = row_id
        self.setAccessibleName(f"{label}: {said}")
        self.setToolTip(said)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row away with Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_away.emit(self.row_id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self.row_id, self.mapToGlobal(self.rect().bottomLeft()))


class PlusButton(QPushButton):
    """As high as a chip, round, with a plus."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("painted", True)  # noqa: FBT003
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give a circle."""
        side = self._theme.size("control_small")
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the plus."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = theme.colour("hover") if self.underMouse() else None
        rounded(painter, box, box.height() / 2, fill=fill, edge=theme.colour("border"))
        half = px(6)
        middle = box.center()
        sign = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        theme.icons.paint(painter, sign, "do.add", "ink2", bold=True)
