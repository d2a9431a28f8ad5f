"""Notices when the window does not answer, and notes where it was (R51)."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.crash import LOGGER

BEAT_MS = 20
STALL_MS = 500


@dataclass(frozen=True, slots=True)
class Stall:
    """One time that the window did not answer."""

    stack: str
    """One line for each frame, the innermost last; no texts."""


class StallWatchdog(QObject):
    """A heartbeat in the window's thread, listened to by a thread of its own."""

    def __init__(self, parent: QObject | None = None, *, stall_ms: int = STALL_MS) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self.longest_ms = 0.0
        """The longest time between two beats so far, less the time between beats."""
        self._stall_s = stall_ms / 1000
        self._main = threading.get_ident()
        self._last = time.monotonic()
        self._stopping = threading.Event()
        self._listener: threading.Thread | None = None
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to listen; from the window's thread."""
        self._last = time.monotonic()
        self._beat.start()
        self._listener = threading.Thread(target=self._listen, name="stall watchdog", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        """Stop listening and wait for the thread."""
        self._beat.stop()
        self._stopping.set()
        if self._listener is not None:
            self._listener.join(timeout=2)

    @Slot()
    def _on_beat(self) -> None:
        now = time.monotonic()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def _listen(self) -> None:
        noted = 0.0
        while not self._stopping.wait(0.05):
            last = self._last
            if time.monotonic() - last > self._stall_s and last != noted:
                noted = last
                self._note()

    def _note(self) -> None:
        stack = "\n".join(_lines(sys._current_frames().get(self._main)))  # noqa: SLF001
        self.stalls.append(Stall(stack))
        LOGGER.info("the window did not answer for %d ms\n%s", self._stall_s * 1000, stack)


def _lines(frame: FrameType | None) -> list[str]:
    lines: list[str] = []
    while frame is not None and len(lines) < 40:
        code = frame.f_code
        lines.append(f"  {Path(code.co_filename).name}:{frame.f_lineno} in {code.co_name}")
        frame = frame.f_back
    return lines[::-1]
