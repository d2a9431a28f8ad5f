"""The groups of commands in the palette, nearest first, and how keys are bound to commands."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from views.widgets.command_filter import Command


class Group(StrEnum):
    """Headings of the palette."""

    HERE = "On this page"
    GO_TO = "Go to"
    EVERYWHERE = "Everywhere"


class BoundKeys(QObject):
    """Binds the keys of commands to a window, until others take their place.

    Single letters are left to the list or canvas that has the focus: typing must stay typing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shortcuts: list[QShortcut] = []

    def bind(self, commands: Iterable[Command]) -> None:
        """Bind these commands in place of the ones before."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [
            QShortcut(QKeySequence(command.keys), self._window, command.run)
            for command in commands
            if is_bound(command.keys)
        ]


def is_bound(keys: str) -> bool:
    """Whether a key works everywhere in the window and not only where a list has the focus."""
    return any(part in keys for part in ("Ctrl+", "Alt+")) or (
        keys[:1] == "F" and keys[1:].isdigit()
    )
