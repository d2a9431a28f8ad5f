"""The component sheet in three columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.gallery import left, right
from views.theme import Theme
from views.widgets.chain_tree import ChainTree
from views.widgets.logo import Logo
from views.widgets.text import Hairline, Text

_Maker = Callable[[Theme], QWidget]
_COLUMNS: tuple[tuple[tuple[str, _Maker], ...], ...] = (
    (
        ("Type", left.type_scale),
        ("Buttons", left.buttons),
        ("Fields", left.fields),
        ("Capture line, read as you type", left.capture),
        ("Rail items and stage state", left.rail_items),
        ("Check row", left.checks),
        ("Chips, segments, keys", left.chips),
        ("Colour by role", left.Swatches),
    ),
    (
        ("Event marks: decision points are the only diamonds", right.Marks),
        ("Event row", right.event_list),
        ("Question card", right.questions),
        ("How-chain node", right.how_chain),
        ("Accounts", right.accounts),
        ("Empty states: one sentence, one way on", right.empty_states),
    ),
    (
        ("Goldilocks verdicts: words first, never a bare number", right.cards),
        ("Finding and care", right.coach),
        ("Progress, message", right.messages),
        ("Drop zone", right.drop_zones),
        ("Table", right.table),
    ),
)


def _point_at(button: QPushButton) -> None:
    """Let a button believe that the pointer is over it."""
    place = QPointF(button.rect().center())
    none = Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, place, button.mapToGlobal(place), none, none, keys)
    QCoreApplication.sendEvent(button, move)


class ComponentSheet(QWidget):
    """Every component in its states."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._capture: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(Logo(theme, text="Components and states", role="heading"), 1)
        head.addWidget(Text(theme, theme.scheme.value, colour="ink2"))
        page = QVBoxLayout(self)
        margin = theme.space("page")
        page.setContentsMargins(margin, theme.space("xxl"), margin, margin)
        page.setSpacing(theme.space("xxl"))
        page.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(margin)
        for sections in _COLUMNS:
            columns.addLayout(self._column(sections), 1)
        page.addLayout(columns, 1)

    def settle(self) -> None:
        """Set what only a shown sheet can have: pointer, focus, height of the chain."""
        self.activateWindow()
        for widget in self.findChildren(QWidget):
            widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, bool(widget.property("pointed")))
        for button in self.findChildren(QPushButton):
            if button.property("pointed"):
                _point_at(button)
        for tree in self.findChildren(ChainTree):
            tree.setFixedHeight(tree.full_height())
        if self._capture is not None:
            self._capture.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("window"))

    def _column(self, sections: tuple[tuple[str, _Maker], ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(10))
        for title, make in sections:
            column.addWidget(Hairline(self._theme))
            column.addWidget(Text(self._theme, title, weight=600))
            widget = make(self._theme)
            if make is left.capture:
                self._capture = widget
            column.addWidget(widget)
            column.addSpacing(self._theme.px(8))
        column.addStretch()
        return column
