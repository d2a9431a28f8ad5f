"""A check of a stage: its state, the statement, and the way on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.paint import text_width
from views.widgets.ring import Ring, RingState, paint_bare_tick, paint_ring
from views.widgets.text import Text

_BESIDE = 24 + 24 + 28 + 14
"""What stands beside a link in the Guide: both margins, the sign, the scroll bar."""


class CheckState(StrEnum):
    """How a check stands, in the words of a screen reader."""

    OPEN = "open"
    MET = "met"
    REASON = "kept with a reason"


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check as shown: `reason` is quoted and dated by the page (`"Runs the clock only", 2 Feb`).

    `link` is the one thing that mends an open check ("Invite"). `excusable` is false for the
    one check no reason can replace.
    """

    key: str
    statement: str
    state: CheckState = CheckState.OPEN
    reason: str = ""
    link: str = ""
    excusable: bool = True


class CheckRow(QWidget):
    """One check; Enter or its link mends it, Space or its menu says why not.

    `mended(key)` asks for the link's action, `excused(key)` to write or change a reason,
    `excuse_withdrawn(key)` to take the reason away.
    """

    mended = Signal(str)
    excused = Signal(str)
    excuse_withdrawn = Signal(str)

    def __init__(self, theme: Theme, check: CheckView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._check = check
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._build()
        self._say()

    @property
    def check(self) -> CheckView:
        """The check as shown."""
        return self._check

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mend with Enter, say why not with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._check.link:
            self._on_link()
        elif event.key() == Qt.Key.Key_Space and self._offers_reason():
            self._on_reason()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the check."""
        menu = self.menu()
        if menu.actions():
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Make the menu of the row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._check.link:
            menu.addAction(self._check.link, self._on_link)
        if self._offers_reason():
            words = "Change the reason" if self._check.reason else "Say why not"
            menu.addAction(words, self._on_reason)
        if self._check.state is CheckState.REASON:
            menu.addAction("Take the reason away", self._on_withdrawn)
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state, and the ring of the keyboard focus."""
        painter, px = QPainter(self), self._theme.px
        sign = QRectF(px(1), px(6), px(16), px(16))
        if self._check.state is CheckState.MET:
            paint_bare_tick(painter, self._theme, sign)
        else:
            empty = self._check.state is CheckState.OPEN
            state = RingState.EMPTY if empty else RingState.REASON
            paint_ring(painter, self._theme, sign, Ring(state))

    def sizeHint(self) -> QSize:
        """Take the height of the words."""
        return self._row.sizeHint()

    def _build(self) -> None:
        px = self._theme.px
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(px(26), px(4), px(2), px(4))
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column)
        colour = "ink" if self._check.state is CheckState.OPEN else "ink2"
        column.addWidget(Text(self._theme, self._check.statement, colour=colour, wrap=True))
        if self._check.reason:
            column.addWidget(
                Text(self._theme, self._check.reason, role="small", colour="ink3", wrap=True)
            )
        if self._check.link and self._check.state is CheckState.OPEN:
            said = in_lines(self._theme, self._check.link)
            link = link_button(self._theme, said, small=True)
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.clicked.connect(self._on_link)
            column.addWidget(link)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._check.statement}: {self._check.state.value}")
        parts = [self._check.reason, self._check.link]
        parts += ["Space: say why not"] if self._offers_reason() else []
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    def _offers_reason(self) -> bool:
        return self._check.excusable and self._check.state is not CheckState.MET

    @Slot()
    def _on_link(self) -> None:
        self.mended.emit(self._check.key)

    def _on_reason(self) -> None:
        self.excused.emit(self._check.key)

    def _on_withdrawn(self) -> None:
        self.excuse_withdrawn.emit(self._check.key)


def in_lines(theme: Theme, said: str) -> str:
    """Break a link into lines that fit the Guide: the words of a button are never cut."""
    font, room = theme.font("small", 600), theme.size("guide") - theme.px(_BESIDE)
    lines = [""]
    for word in said.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(font, longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
