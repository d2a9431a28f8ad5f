"""Accounts of one event side by side: equal in width, in the order they were told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import Theme
from views.widgets.paint import rounded
from views.widgets.text import Hairline, Text


@dataclass(frozen=True, slots=True)
class AccountView:
    """One telling: who, how and when it was told ("conversation, 6 Feb"), and the words."""

    key: str
    who: str
    how: str
    words: str


class AccountColumns(QWidget):
    """Columns of accounts; `opened(key)` comes from Enter or a double click on one."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Accounts")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(14))

    def show_accounts(self, accounts: Sequence[AccountView]) -> None:
        """Show these accounts in this order."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for number, account in enumerate(accounts):
            if number:
                self._row.addWidget(Hairline(self._theme, upright=True))
            column = _Account(self._theme, account)
            column.opened.connect(self.opened)
            self._row.addWidget(column, 1)


class _Account(QWidget):
    """One column."""

    opened = Signal(str)

    def __init__(self, theme: Theme, account: AccountView) -> None:
        super().__init__()
        self._theme = theme
        self._key = account.key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{account.who}, {account.how}: {account.words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(2), 0, theme.px(4))
        column.setSpacing(0)
        column.addWidget(Text(theme, account.who, role="small", weight=600))
        column.addWidget(Text(theme, account.how, role="small", colour="ink2"))
        column.addSpacing(theme.px(6))
        quoted = f"\u201c{account.words}\u201d" if account.words else ""
        column.addWidget(Text(theme, quoted, role="voice_small", wrap=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._key)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open with a double click."""
        self.opened.emit(self._key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show that it can be opened while it is pointed at."""
        if self.underMouse():
            box = QRectF(self.rect()).adjusted(-6, 0, 6, 0)
            fill = self._theme.colour("hover")
            rounded(QPainter(self), box, self._theme.radius("control"), fill=fill)
