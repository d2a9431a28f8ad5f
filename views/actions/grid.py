"""The grid of cards with its keys: Enter opens, letters act on the chosen card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from views.theme import Theme
from views.widgets.verdict_card import CardGrid

LETTERS = {
    Qt.Key.Key_N: "N",
    Qt.Key.Key_A: "A",
    Qt.Key.Key_D: "D",
    Qt.Key.Key_S: "S",
    Qt.Key.Key_Delete: "Del",
}


class ActionGrid(CardGrid):
    """`opened` comes with Enter and a double click, `letter(key)` with one of the letters."""

    opened = Signal()
    letter = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Actions and decisions", parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, act with a letter; leave the rest to the list."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in LETTERS and not event.modifiers():
            self.letter.emit(LETTERS[key])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card that was clicked."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()
