"""Keys that act only while a list or a canvas has the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Keys = Mapping[str, Callable[[], object]]


def run_key(event: QKeyEvent, keys: Keys) -> bool:
    """Do what a pressed key stands for; tells whether it stood for anything."""
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    name = QKeySequence(event.key() | bare.value).toString(QKeySequence.SequenceFormat.PortableText)
    found = keys.get(name)
    if found is None:
        return False
    found()
    event.accept()
    return True
