"""A column of ways on: a title, a sentence, and the number that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.keycap import caps_width, paint_caps
from views.widgets.paint import LEFT, rounded, words


@dataclass(frozen=True, slots=True)
class Way:
    """One way on."""

    key: str
    title: str
    sentence: str
    icon: str


class WayButton(QPushButton):
    """A way as a wide button; the one with the focus has the ring."""

    def __init__(self, theme: Theme, way: Way, number: int) -> None:
        super().__init__()
        self._theme = theme
        self.way = way
        self._number = str(number)
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(way.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As high as its two lines."""
        return QSize(self._theme.px(560), self._theme.px(84))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, title, sentence and key."""
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        box = QRectF(self.rect())
        if self.hasFocus():
            edge = theme.colour("accent")
            rounded(
                painter,
                box,
                theme.radius("panel"),
                fill=theme.colour("surface"),
                edge=edge,
                width=2,
            )
        elif self.underMouse():
            rounded(painter, box, theme.radius("panel"), fill=theme.colour("hover"))
        side = px(20)
        sign = QRectF(px(22), px(20), side, side)
        role = "accent_ink" if self.hasFocus() else "ink2"
        theme.icons.icon(self.way.icon, role).paint(painter, sign.toAlignedRect())
        wide = box.width() - px(66) - px(60)
        title = QRectF(px(66), px(16), wide, px(24))
        words(painter, title, self.way.title, theme.font("lead"), theme.colour("ink"), LEFT)
        sentence = QRectF(px(66), px(42), wide, px(24))
        words(
            painter, sentence, self.way.sentence, theme.font("question"), theme.colour("ink2"), LEFT
        )
        wide_cap = caps_width(theme, self._number)
        cap = QRectF(box.right() - px(20) - wide_cap, px(18), wide_cap, px(20))
        paint_caps(painter, theme, cap, self._number)


class Ways(QWidget):
    """The ways below each other; arrows move, Enter or the number takes one."""

    taken = Signal(str)

    def __init__(self, theme: Theme, ways: Sequence[Way]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.buttons = [WayButton(theme, way, n) for n, way in enumerate(ways, start=1)]
        for button in self.buttons:
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, take with Enter or a number."""
        now = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0)
        number = event.text()
        if number.isdigit() and 1 <= int(number) <= len(self.buttons):
            self.taken.emit(self.buttons[int(number) - 1].way.key)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.buttons[(now + step) % len(self.buttons)].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.buttons[now].way.key)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, WayButton):
            self.taken.emit(button.way.key)
