"""The open review as one snapshot, read again after each change."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.changes import Change
from app.workspace import Workspace
from guides.checks.result import Surroundings
from guides.review_day import review_day
from guides.settings import MethodSettings
from models.queries.patches import patched
from models.queries.promises import earlier_actions
from models.queries.snapshots import snapshot
from models.snapshot import Snapshot
from models.values import Privacy
from views.preferences import Preferences


class SnapshotFeed(QObject):
    """Gives the whole review as its facilitator sees it; reads again only when asked.

    `renewed` comes once for all changes of one turn of the event loop. A page that shows
    thousands of rows asks its own query instead.
    """

    renewed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        review_id: str,
        parent: QObject | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self.review_id = review_id
        self._snapshot: Snapshot | None = None
        self._surroundings: Surroundings | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.renewed)
        workspace.changed.connect(self._on_changed)
        if preferences is not None:
            preferences.changed.connect(self._on_preferences_changed)

    @property
    def snapshot(self) -> Snapshot:
        """The review as stored now. Raises LookupError where it is gone."""
        if self._snapshot is None:
            self._snapshot = self._workspace.read(snapshot, self.review_id, Privacy.PRIVATE)
        return self._snapshot

    @property
    def method(self) -> MethodSettings:
        """The limits of the method, as set on this machine."""
        return self._preferences.method if self._preferences is not None else MethodSettings()

    @property
    def today(self) -> date:
        """The day of the review: now, but for the sample the day on which it was told."""
        return review_day(self.snapshot.review, date.today())

    @property
    def surroundings(self) -> Surroundings:
        """What checks may know beside the review: today, and earlier promises."""
        if self._surroundings is None:
            earlier = self._workspace.read(earlier_actions, self.review_id)
            self._surroundings = Surroundings(
                settings=self.method, today=self.today, earlier_actions=earlier
            )
        return self._surroundings

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if self._snapshot is not None:
            self._snapshot = self._workspace.read(patched, self._snapshot, change.keys)
        self._surroundings = None
        self._soon.start()

    @Slot()
    def _on_preferences_changed(self) -> None:
        self._surroundings = None
        self._soon.start()
