"""What each turn of the window's event loop costs, in time of the processor alone (T20).

The clock on the wall would blame a window for what else the machine does meanwhile.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

LONG_MS = 100
LOGGER = logging.getLogger("turns")


class TurnMeter(QObject):
    """Measures the thread it is made in, from one rest of its event loop to the next.

    `where` says for the log in which place of the window a long turn ended.

    A turn begins and ends where the loop wakes or goes to sleep; what a test does between two turns
    belongs to the turn before it.
    """

    def __init__(self, where: Callable[[], str] = str) -> None:
        super().__init__()
        self._where = where
        self.turns: list[float] = []
        """Milliseconds of each turn."""
        self.marked: list[float] = []
        """Those during which `mark` was called."""
        self._is_marked = False
        self._began = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        self._dispatcher = dispatcher
        dispatcher.awake.connect(self.turn)
        dispatcher.aboutToBlock.connect(self.turn)

    @Slot()
    def turn(self) -> None:
        """Begin the next turn."""
        now = time.thread_time()
        spent = (now - self._began) * 1000
        self._began = now
        self.turns.append(spent)
        if self._is_marked:
            self.marked.append(spent)
            self._is_marked = False
        if spent > LONG_MS:
            LOGGER.info("a turn of %.0f ms in %s", spent, self._where())

    def mark(self, *_: object) -> None:
        """Count the present turn among those asked about."""
        self._is_marked = True

    def stop(self) -> None:
        """Measure no more."""
        self.turn()
        self._dispatcher.awake.disconnect(self.turn)
        self._dispatcher.aboutToBlock.disconnect(self.turn)


def share(turns: list[float], part: float) -> float:
    """Return the time within which this part of the turns stays."""
    return sorted(turns)[min(len(turns) - 1, int(len(turns) * part))]
