"""What was heard just now, and the follow-up it opens: offered, never asked by itself (I06)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guides.statement_cues import Cue, Heard, cues, heard_in
from views.theme import Theme
from views.widgets.buttons import primary_button, quiet_button
from views.widgets.chip import Chip, ChipRow
from views.widgets.paint import rounded
from views.widgets.text import Text


class CuePart(QWidget):
    """Chips, and for the chosen one a card. `asked(text, probe)` and `pinned(text, probe)`."""

    asked = Signal(str, str)
    pinned = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row = ChipRow(theme, "Heard just now")
        self._chips: dict[str, Chip] = {}
        self._answer = ""
        for cue in cues():
            chip = Chip(theme, cue.label, tone="care" if cue.care else "")
            chip.setAccessibleDescription(cue.ask)
            chip.clicked.connect(self._on_chip)
            self._chips[cue.key] = chip
            self._row.add(chip)
        self.card = CueCard(theme)
        self.card.hide()
        self.card.asked.connect(self.asked)
        self.card.pinned.connect(self.pinned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._row)
        column.addWidget(self.card)

    def show_answer(self, answer: str) -> None:
        """Choose the cue heard first in an answer; one that was tapped stays until it changes."""
        if answer == self._answer:
            return
        self._answer = answer
        heard = heard_in(answer)
        self._show(heard[0].cue if heard else None, heard[0] if heard else None)

    def chip(self, key: str) -> Chip:
        """Give the chip of a cue."""
        return self._chips[key]

    @Slot()
    def _on_chip(self) -> None:
        chosen = next((cue for cue in cues() if self._chips[cue.key] is self.sender()), None)
        if chosen is not None and not self._chips[chosen.key].isChecked():
            chosen = None
        heard = [each for each in heard_in(self._answer) if each.cue is chosen]
        self._show(chosen, heard[0] if heard else None)

    def _show(self, cue: Cue | None, heard: Heard | None) -> None:
        for key, chip in self._chips.items():
            chip.setChecked(cue is not None and key == cue.key)
        self.card.setVisible(cue is not None)
        if cue is not None:
            self.card.show_cue(cue, heard.words if heard else "")


class CueCard(QWidget):
    """The follow-up to say, and another way to say it; a click on that one takes it instead."""

    asked = Signal(str, str)
    pinned = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cue: Cue | None = None
        self._swapped = False
        self._after = Text(theme, role="small", colour="ink2", wrap=True)
        self._first = Text(theme, wrap=True)
        self.main = Text(theme, role="lead", wrap=True)
        self._or = Text(theme, "or", role="small", colour="ink2")
        self.other = _OtherWay(theme)
        self.ask = primary_button(theme, "Ask it")
        self.pin = quiet_button(theme, "Pin for later")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.other.taken.connect(self._on_other)
        self.ask.clicked.connect(self._on_ask)
        self.pin.clicked.connect(self._on_pin)

    def show_cue(self, cue: Cue, words: str) -> None:
        """Show what to ask after these words."""
        self._cue, self._swapped = cue, False
        self._after.setText(f"After \u201c{words or cue.label}\u201d")
        self._first.setText(cue.first)
        self._first.setVisible(bool(cue.first))
        self._after.set_colour("care" if cue.care else "ink2")
        self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground; for words of self-blame in the care colour."""
        theme = self._theme
        care = self._cue is not None and self._cue.care
        painter = QPainter(self)
        fill = theme.colour("care_tint" if care else "sunken")
        rounded(painter, QRectF(self.rect()), theme.radius("card"), fill=fill)
        if care:
            px = theme.px
            heart = QRectF(px(16), px(15), px(16), px(16))
            theme.icons.paint(painter, heart, "do.care", "care")

    def _say(self) -> None:
        if self._cue is None:
            return
        ways = (self._cue.ask, self._cue.other)
        now, other = reversed(ways) if self._swapped else ways
        self.main.setText(now)
        self.other.setText(other)
        self.other.setAccessibleName(f"Ask this instead: {other}")
        self._after.setContentsMargins(self._theme.px(24) if self._cue.care else 0, 0, 0, 0)
        self.update()

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.ask)
        row.addWidget(self.pin)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(6))
        for label in (self._after, self._first, self.main, self._or, self.other):
            column.addWidget(label)
        column.addSpacing(px(4))
        column.addLayout(row)

    @Slot()
    def _on_other(self) -> None:
        self._swapped = not self._swapped
        self._say()

    @Slot()
    def _on_ask(self) -> None:
        if self._cue is not None:
            self.asked.emit(self.main.text(), self._cue.probes[0].value)

    @Slot()
    def _on_pin(self) -> None:
        if self._cue is not None:
            self.pinned.emit(self.main.text(), self._cue.probes[0].value)


class _OtherWay(Text):
    """Words that can be taken with a click, Enter or Space."""

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, colour="ink2", wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Take it."""
        self.taken.emit()
