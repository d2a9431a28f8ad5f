"""A timer whose time is moved by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class HandTimer(QObject):
    """Fires once when the time it was started for has been passed by `advance`."""

    timeout = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left: int | None = None

    def start(self, milliseconds: int) -> None:
        self._left = milliseconds

    def stop(self) -> None:
        self._left = None

    def isActive(self) -> bool:
        return self._left is not None

    def advance(self, milliseconds: int) -> None:
        if self._left is None:
            return
        self._left -= milliseconds
        if self._left <= 0:
            self._left = None
            self.timeout.emit()
