"""Closes the window properly when the system asks the program to end (R48)."""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)
LOOK_EVERY_MS = 100


class Termination(QObject):
    """Tells of the system's request in the window's thread.

    Python sees a signal only while it runs, so that a timer gives it the chance.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = {number: signal.getsignal(number) for number in SIGNALS}
        for number in SIGNALS:
            signal.signal(number, self._on_signal)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    def stop(self) -> None:
        """Give the signals back."""
        self._timer.stop()
        for number, before in self._before.items():
            signal.signal(number, before)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.asked.emit()

    @Slot()
    def _on_look(self) -> None:
        """Give Python the chance to see a signal."""
