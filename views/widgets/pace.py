"""When typed text is handed on: a maximum delay after the first unsent key.

A pause that typing restarts would leave the words of a steady typist uncommitted for minutes;
this wait is started by the first key and restarted by none (reliability: at most 200 ms).
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

LONGEST_WAIT = 200
"""Milliseconds from a key to the hand-over."""
_MARGIN = 20


class OneShot(Protocol):
    """What a pace needs of a timer."""

    timeout: SignalInstance

    def start(self, milliseconds: int, /) -> None:
        """Begin to wait."""

    def stop(self) -> None:
        """Wait no more."""

    def isActive(self) -> bool:
        """Tell whether it is waiting."""


class Pace(QObject):
    """Emits `due` at most 200 ms after the first `touch()`, however many follow."""

    due = Signal()

    def __init__(self, parent: QObject, timer: OneShot | None = None) -> None:
        super().__init__(parent)
        if timer is None:
            real = QTimer(self)
            real.setSingleShot(True)
            real.setTimerType(Qt.TimerType.PreciseTimer)
            self._timer: OneShot = real
        else:
            self._timer = timer
        self._timer.timeout.connect(self.due)

    def touch(self) -> None:
        """Note a key: starts the wait if none runs."""
        if not self._timer.isActive():
            self._timer.start(LONGEST_WAIT - _MARGIN)

    def is_waiting(self) -> bool:
        """Tell whether something is unsent."""
        return self._timer.isActive()

    def settle(self) -> bool:
        """Stop waiting; tells whether something was unsent."""
        waiting = self._timer.isActive()
        self._timer.stop()
        return waiting
