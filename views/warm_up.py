"""Loads what opens a library in a thread, so that the window can be moved and closed meanwhile."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid


class WarmUp(QObject):
    """Says `done` in the window's thread, also where loading did not work: opening tells then."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = Thread(target=self._load, name="warm-up")

    def start(self) -> None:
        """Begin to load."""
        self._thread.start()

    def wait(self) -> None:
        """Wait until it is loaded: before the program ends, which would break in on it."""
        if self._thread.ident is not None:
            self._thread.join()

    def _load(self) -> None:
        try:
            import app.library  # noqa: F401, PLC0415 - loaded for its effect
            from models.schema import make_ready  # noqa: PLC0415

            make_ready()
        finally:
            if isValid(self):
                self.done.emit()
