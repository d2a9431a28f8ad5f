"""The first start: what the app is for, and three ways to begin."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from views.start.ways import Way, Ways
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.logo import Logo
from views.widgets.text import Text

PROMISES = (
    ("do.private", "All of it stays on this machine."),
    ("do.offline", "Works without a network."),
    ("do.word", "What you share is a file you have seen."),
)


class Beginning(StrEnum):
    """How the first library begins."""

    SAMPLE = "sample"
    EMPTY = "empty"
    OPEN = "open"


WAYS = (
    Way(
        Beginning.SAMPLE,
        "Look at a finished one",
        "A database outage from 2017. Change anything; it is yours.",
        "do.read",
    ),
    Way(
        Beginning.EMPTY,
        "Begin with an empty library",
        "For a review you have in front of you. Drop the first file and go.",
        "do.add",
    ),
    Way(Beginning.OPEN, "Open a library", "A file of your own, ending in .secondstory.", "do.open"),
)
LIBRARIES = "Libraries (*.secondstory)"


class FirstRunPage(QWidget):
    """Left the promise, right the ways; `chosen` gives the library's place and how it begins."""

    chosen = Signal(object, str)  # Path, Beginning

    def __init__(self, theme: Theme, place: Path) -> None:
        super().__init__()
        self._theme = theme
        self._place = place
        self._left = theme.px(560)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._promise())
        row.addWidget(self._start(), 1)
        self._ways.taken.connect(self._on_taken)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus on the first way."""
        super().showEvent(event)
        self._ways.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the promise and the line beside it."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self._side.width(), self.height(), self._theme.colour("rail"))
        edge = self._theme.colour("line")
        painter.fillRect(self._side.width(), 0, 1, self.height(), edge)

    def _promise(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        self._side = QWidget()
        self._side.setMaximumWidth(self._left)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(px(80), px(64), px(80), px(64))
        column.setSpacing(px(16))
        column.addWidget(Logo(theme))
        column.addStretch(1)
        head = Text(theme, "How did it make sense at the time?", role="room_question", wrap=True)
        said = (
            "You bring what you have: a chat, a few alerts, what people remember. You leave with "
            "a story they recognise, and a page for each who needs to know."
        )
        column.addWidget(head)
        column.addWidget(Text(theme, said, role="voice_small", colour="ink2", wrap=True))
        column.addSpacing(px(16))
        for icon, promise in PROMISES:
            column.addLayout(self._one_promise(icon, promise))
        column.addStretch(3)
        return self._side

    def _one_promise(self, icon: str, promise: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(14))
        sign = QLabel()
        side = self._theme.size("icon")
        sign.setPixmap(self._theme.icons.icon(icon, "ink2").pixmap(side, side))
        row.addWidget(sign)
        row.addWidget(Text(self._theme, promise, role="question"), 1)
        return row

    def _start(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(px(72), px(64), px(72), px(64))
        column.setSpacing(px(16))
        column.addStretch(1)
        column.addWidget(Text(theme, "Where would you like to start?", role="title"))
        self._ways = Ways(theme, WAYS)
        self._ways.setMaximumWidth(px(632))
        column.addWidget(self._ways)
        column.addSpacing(px(16))
        kept = QWidget()
        kept.setLayout(self._kept_in())
        kept.setMaximumWidth(px(632))
        column.addWidget(kept)
        note = "Backups are made by themselves: at each opening and every half hour of change."
        column.addWidget(Text(theme, note, role="small", colour="ink3", wrap=True))
        column.addStretch(2)
        return side

    def _kept_in(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Text(theme, "Kept in", role="small", weight=600, colour="ink2"))
        self._where = Text(theme, str(self._place), role="small", colour="ink2")
        row.addWidget(self._where, 1)
        other = link_button(theme, "Another place", small=True)
        other.clicked.connect(self._on_other_place)
        row.addWidget(other)
        return row

    @Slot()
    def _on_other_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Kept in", str(self._place), LIBRARIES)
        if name:
            self._place = Path(name).with_suffix(".secondstory")
            self._where.setText(str(self._place))

    @Slot(str)
    def _on_taken(self, key: str) -> None:
        if key != Beginning.OPEN:
            self.chosen.emit(self._place, key)
            return
        name, _ = QFileDialog.getOpenFileName(self, "Open a library", "", LIBRARIES)
        if name:
            self.chosen.emit(Path(name), key)
