"""A small menu with a question above its choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from views.theme import Theme
from views.widgets.text import Text


@dataclass(frozen=True, slots=True)
class MenuChoice:
    """One line of the menu; an empty key draws a line between groups."""

    key: str = ""
    words: str = ""
    icon: str = ""
    is_now: bool = False
    """Whether it is how things are now."""
    keys: str = ""


class Question(Text):
    """Cannot be chosen, and is read as well as what can be."""

    def isEnabled(self) -> bool:
        """Keep the ink of its role."""
        return True


class ChoiceMenu(QMenu):
    """Tells `picked(key)` once and is gone when it closes."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget, question: str, choices: Sequence[MenuChoice]
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(question)
        if question:
            self._head(question)
        for choice in choices:
            self._line(choice)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def choose_first(self) -> None:
        """Mark the first choice, so that Enter takes it."""
        usable = [action for action in self.actions() if action.data()]
        if usable:
            self.setActiveAction(usable[0])

    def keys(self) -> list[str]:
        """Return the keys of all choices."""
        return [str(action.data()) for action in self.actions() if action.data()]

    def _head(self, question: str) -> None:
        px = self._theme.px
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(px(12), px(6), px(12), px(6))
        said = Question(self._theme, question, role="small", colour="ink2", wrap=True)
        said.setMinimumWidth(px(220))
        said.setMaximumWidth(px(300))
        column.addWidget(said)
        shown = QWidgetAction(self)
        shown.setDefaultWidget(head)
        shown.setEnabled(False)
        self.addAction(shown)

    def _line(self, choice: MenuChoice) -> None:
        if not choice.key:
            self.addSeparator()
            return
        words = f"{choice.words}\t{choice.keys}" if choice.keys else choice.words
        action = self.addAction(words)
        action.setData(choice.key)
        if choice.icon:
            action.setIcon(self._theme.icons.icon(choice.icon))
        if choice.is_now:
            action.setCheckable(True)
            action.setChecked(True)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.picked.emit(str(action.data()))
