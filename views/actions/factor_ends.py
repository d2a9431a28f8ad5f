"""For the Guide: every factor ends somewhere, each a line with its state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guides.network import FactorEnd, FactorEnding, endings
from models.snapshot import Snapshot
from views.theme import Theme
from views.widgets.paint import LEFT, rounded, words
from views.widgets.ring import Ring, RingState, paint_bare_tick, paint_ring
from views.widgets.text import Text

_STATES = {
    FactorEnd.ADDRESSED: "addressed",
    FactorEnd.ACCEPTED: "accepted as is",
    FactorEnd.LEFT_OPEN: "left open, with a reason",
    FactorEnd.OPEN: "open",
}
LETTERS = {Qt.Key.Key_A: "A", Qt.Key.Key_O: "O", Qt.Key.Key_N: "N"}


class EndLine(QPushButton):
    """One factor; a click or Enter opens what can become of it."""

    wanted = Signal(str, str)  # factor id, letter or nothing

    def __init__(self, theme: Theme, ending: FactorEnding) -> None:
        super().__init__()
        self._theme = theme
        self.ending = ending
        self.setProperty("painted", True)  # noqa: FBT003
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)
        self.show_ending(ending)

    def show_ending(self, ending: FactorEnding) -> None:
        """Show where it ends now."""
        self.ending = ending
        factor = ending.factor
        self.setAccessibleName(f"{factor.code}, {_STATES[ending.end]}, {factor.condition}")
        reason = f"\n“{factor.fate_reason}”" if factor.fate_reason.strip() else ""
        self.setToolTip(f"{factor.condition}{reason}")
        self.update()

    def sizeHint(self) -> QSize:
        """Take a low line."""
        return QSize(self._theme.px(200), self._theme.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, act with Enter or a letter."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        elif key in LETTERS and not event.modifiers():
            self.wanted.emit(self.ending.factor.id, LETTERS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state, the code and the words."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            rounded(painter, box, theme.radius("control"), fill=theme.colour("hover"))
        is_open = self.ending.end is FactorEnd.OPEN
        side = px(12 if is_open else 14)
        sign = QRectF(px(9) - side / 2, box.center().y() - side / 2, side, side)
        if is_open:
            paint_ring(painter, theme, sign, Ring())
        elif self.ending.end is FactorEnd.LEFT_OPEN:
            paint_ring(painter, theme, sign, Ring(RingState.REASON))
        else:
            paint_bare_tick(painter, theme, sign)
        code = box.adjusted(px(26), 0, 0, 0)
        small = theme.font("small", 600, tabular=True)
        words(painter, code, self.ending.factor.code, small, theme.colour("ink2"), LEFT)
        said = box.adjusted(px(56), 0, 0, 0)
        ink = theme.colour("ink" if is_open else "ink2")
        words(painter, said, _STATES[self.ending.end], theme.font("small"), ink, LEFT)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self.ending.factor.id, "")


class FactorEnds(QWidget):
    """`wanted(factor id, letter)`: A accept as is, O leave open, N a new action, or nothing."""

    wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[EndLine] = []
        self._count = Text(theme, role="small", colour="ink2")
        head = QHBoxLayout()
        title = Text(theme, "Every factor ends somewhere", role="small", weight=600, colour="ink2")
        head.addWidget(title, 1)
        head.addWidget(self._count)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._part = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._part)
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addLayout(self._rows)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where each factor ends; lines that stay keep the focus."""
        every = endings(snapshot)
        if [each.factor.id for each in every] != [line.ending.factor.id for line in self.lines]:
            self._make(every)
        for line, ending in zip(self.lines, every, strict=True):
            line.show_ending(ending)
        loose = sum(each.end is FactorEnd.OPEN for each in every)
        self._count.setText(f"{loose} open" if loose else "")
        self._part.setVisible(bool(every))

    def focus_factor(self, factor_id: str) -> None:
        """Put the keyboard on the line of a factor."""
        for line in self.lines:
            if line.ending.factor.id == factor_id and line.isVisible():
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, every: Sequence[FactorEnding]) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [EndLine(self._theme, ending) for ending in every]
        for line in self.lines:
            line.wanted.connect(self.wanted)
            self._rows.addWidget(line)
