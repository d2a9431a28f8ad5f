"""Seeing chosen events of other objects, as a signal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal


class EventWatch(QObject):
    """Emits `seen(kind)` when an object it was put on gets one of `kinds`; changes nothing.

    A filter of its own, because a filter that is also the watching widget is still asked while
    that widget is being taken apart.
    """

    seen = Signal(object)

    def __init__(self, parent: QObject, *kinds: QEvent.Type) -> None:
        super().__init__(parent)
        self._kinds = frozenset(kinds)

    def put_on(self, watched: QObject) -> None:
        """Watch one more object."""
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell and let pass."""
        if event.type() in getattr(self, "_kinds", ()):
            self.seen.emit(event.type())
        return False
