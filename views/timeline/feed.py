"""The events of the open review, read again after each change and no more than needed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.changes import Change
from app.workspace import Workspace
from guides.settings import MethodSettings
from guides.silences import Silence, silences
from models.queries.timeline import SHOWN, Timeline, shown_events, timeline
from models.rows import (
    AccountRow,
    AttachmentRow,
    EventRecordRow,
    EventRow,
    GapRow,
    ImpactRow,
    ParticipantRow,
    QuestionRow,
    ReviewRow,
)

_PARTS = (
    *(AccountRow, AttachmentRow, EventRecordRow, EventRow, GapRow),
    *(ImpactRow, ParticipantRow, QuestionRow, ReviewRow),
)
_ORDER = frozenset({"at", "at_end", "rank"})
_MOST_PATCHED = 50


class TimelineFeed(QObject):
    """Gives the timeline as stored; `renewed` comes after it was read again.

    A change of a few events that moves none of them reads just those.
    """

    renewed = Signal()

    def __init__(self, workspace: Workspace, review_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._review_id = review_id
        self._timeline = workspace.read(timeline, review_id)
        self._silences = self._quiet()
        workspace.changed.connect(self._on_changed)

    @property
    def timeline(self) -> Timeline:
        """The events as stored now."""
        return self._timeline

    @property
    def zone(self) -> str:
        """The zone in which the review shows its times."""
        return self._timeline.story.review.zone

    @property
    def silences(self) -> tuple[Silence, ...]:
        """Stretches with nothing on record that nobody asked about yet."""
        return self._silences

    def find(self, event_id: str | None) -> EventRow | None:
        """Return an event without its long texts."""
        return next((event for event in self._timeline.events if event.id == event_id), None)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not change.touches(*_PARTS):
            return
        columns = {column for table, column in change.fields if table == EventRow.table}
        only_events = all(table == EventRow.table for table, _ in change.keys)
        grown = change.added or change.removed
        if only_events and not grown and not columns & _ORDER:
            if columns & set(SHOWN) and len(change.updated) <= _MOST_PATCHED:
                self._patch(sorted(change.ids(EventRow)))
                return
            if not columns & set(SHOWN):
                return
        self._read()

    def _read(self) -> None:
        try:
            self._timeline = self._workspace.read(timeline, self._review_id)
        except LookupError:
            return
        self._silences = self._quiet()
        self.renewed.emit()

    def _patch(self, ids: list[str]) -> None:
        fresh = {event.id: event for event in self._workspace.read(shown_events, ids)}
        events = tuple(fresh.get(event.id, event) for event in self._timeline.events)
        story = replace(self._timeline.story, events=events)
        self._timeline = replace(self._timeline, story=story)
        self._silences = self._quiet()
        self.renewed.emit()

    def _quiet(self) -> tuple[Silence, ...]:
        found = silences(self._timeline.story, MethodSettings())
        return tuple(silence for silence in found if not silence.asked)
