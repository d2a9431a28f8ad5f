"""The one selection of a review, which list, lanes, details and guide follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Which event and which person the facilitator is looking at."""

    event_changed = Signal(object)  # str | None
    person_changed = Signal(object)  # str | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event_id: str | None = None
        self._person_id: str | None = None

    @property
    def event_id(self) -> str | None:
        """Id of the selected event."""
        return self._event_id

    @property
    def person_id(self) -> str | None:
        """Id of the participant being asked."""
        return self._person_id

    def choose_event(self, event_id: str | None) -> None:
        """Select an event; nothing is told where it is selected already."""
        if event_id != self._event_id:
            self._event_id = event_id
            self.event_changed.emit(event_id)

    def choose_person(self, person_id: str | None) -> None:
        """Select a participant."""
        if person_id != self._person_id:
            self._person_id = person_id
            self.person_changed.emit(person_id)
