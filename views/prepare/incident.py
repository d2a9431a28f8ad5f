"""What the review is about: its title, its services, its zone, when it began and ended."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.operations.fields import set_value
from app.operations.reviews import name_services
from models.rows import ReviewRow
from models.snapshot import Snapshot
from models.times.zones import list_zones
from views.bound import BoundChoice, bound_line
from views.context import Context
from views.moments import MomentField
from views.widgets.fields import Field
from views.widgets.line_field import LineField


class IncidentPart(QWidget):
    """Six fields in two rows."""

    def __init__(self, context: Context, review_id: str) -> None:
        super().__init__()
        self._context = context
        self._review_id = review_id
        theme = context.theme
        self.title = bound_line(context, "Title", (ReviewRow, review_id, "title"))
        self.name = bound_line(context, "What you call it", (ReviewRow, review_id, "name"))
        self.services = LineField(theme, "Services, with commas", hint="Checkout, Payments")
        self.services.keep_own_undo()
        self.services.editingFinished.connect(self._on_services)
        zones = [(zone, zone) for zone in list_zones()]
        self.zone = BoundChoice(context, "Zone", (ReviewRow, review_id, "zone"), zones)
        self.began = MomentField(theme, "Impact began", hint="31 Jan 17:20")
        self.ended = MomentField(theme, "Impact ended", hint="1 Feb 18:00")
        self.began.settled.connect(self._on_began)
        self.ended.settled.connect(self._on_ended)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        fields = (
            Field(theme, "Title", self.title),
            Field(theme, "What you call it", self.name),
            Field(theme, "Services, with commas", self.services),
            self.began,
            self.ended,
            Field(theme, "Zone its times are shown in", self.zone),
        )
        for at, field in enumerate(fields):
            grid.addWidget(field, at // 3, at % 3)
            grid.setColumnStretch(at % 3, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show services and times; the other fields follow by themselves."""
        review = snapshot.review
        if not self.services.hasFocus():
            self.services.setText(", ".join(service.name for service in snapshot.services))
        first = next((event.at for event in snapshot.events if event.at), None)
        self.began.show_moment(review.started_at, review.zone, first)
        self.ended.show_moment(review.ended_at, review.zone, review.started_at or first)

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in (self.title, self.name, self.began, self.ended):
            field.flush()
        self._on_services()

    @Slot()
    def _on_services(self) -> None:
        if self.services.isModified():
            self.services.setModified(False)
            names = tuple(self.services.text().split(","))
            self._context.workspace.run(name_services(self._review_id, names))

    @Slot(object)
    def _on_began(self, at: object) -> None:
        self._store("started_at", at)

    @Slot(object)
    def _on_ended(self, at: object) -> None:
        self._store("ended_at", at)

    def _store(self, column: str, at: object) -> None:
        self._context.workspace.run(set_value(ReviewRow, self._review_id, column, at))  # type: ignore[arg-type]
