"""One impact: what it did to a group, how much of it, from when to when, and who says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.operations.fields import Value, set_value
from guides.impact_groups import EXTENT_TITLES, GROUP_HINTS, GROUP_TITLES, UNITS
from models.rows import ImpactRow
from models.snapshot import Snapshot
from models.values import Extent
from views.binding import bind_text
from views.context import Context
from views.gather.number_field import NumberField
from views.moments import MomentField
from views.widgets.buttons import IconButton
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.text import Hairline, Text
from views.widgets.text_field import TextField


class ImpactBlock(QWidget):
    """Edits one impact; everything is stored at once. `removed(id)` asks to delete it."""

    removed = Signal(str)

    def __init__(self, context: Context, impact: ImpactRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._impact = impact
        theme = context.theme
        self.words = TextField(theme, "What it did", hint=GROUP_HINTS[impact.group])
        self.low, self.high = NumberField(theme, "At least"), NumberField(theme, "At most")
        self.unit = LineField(theme, "Unit", hint=UNITS[impact.group])
        self.extent = Choice(theme, "How much of the service")
        self.extent.show_options([(each.value, said) for each, said in EXTENT_TITLES.items()])
        self.source = Choice(theme, "Source", hint="Who says so?")
        self.start, self.end = MomentField(theme, "From"), MomentField(theme, "To")
        bind_text(context, self.words, ImpactRow, impact.id, "text")
        bind_text(context, self.unit, ImpactRow, impact.id, "unit")
        self._connect()
        self._build()

    def show_impact(self, impact: ImpactRow, snapshot: Snapshot) -> None:
        """Show what is stored."""
        self._impact = impact
        zone = snapshot.review.zone
        self.low.show_number(impact.low)
        self.high.show_number(impact.high)
        self.extent.choose(impact.extent.value)
        sources = [(source.id, source.name) for source in snapshot.sources]
        self.source.show_options([("", "No source yet"), *sources], impact.source_id or "")
        self.start.show_moment(impact.started_at, zone, snapshot.review.started_at)
        leaning = impact.started_at or snapshot.review.started_at
        self.end.show_moment(impact.ended_at, zone, leaning)

    def flush(self) -> None:
        """Store what is still being typed."""
        for field in (self.words, self.unit, self.start, self.end):
            field.flush()

    def _connect(self) -> None:
        self.low.given.connect(self._on_low)
        self.high.given.connect(self._on_high)
        self.extent.chosen.connect(self._on_extent)
        self.source.chosen.connect(self._on_source)
        self.start.settled.connect(self._on_start)
        self.end.settled.connect(self._on_end)

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        delete = IconButton(theme, "do.delete", "Delete this impact")
        delete.clicked.connect(self._on_delete)
        head = QHBoxLayout()
        head.addWidget(Text(theme, GROUP_TITLES[self._impact.group], weight=600), 1)
        head.addWidget(delete)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        top = Qt.AlignmentFlag.AlignTop
        parts: tuple[tuple[str, QWidget, int, int, int], ...] = (
            ("At least", self.low, 0, 0, 1),
            ("At most", self.high, 0, 1, 1),
            ("Unit", self.unit, 0, 2, 1),
            ("Extent", self.extent, 0, 3, 1),
            ("Source", self.source, 2, 0, 4),
        )
        for label, editor, row, column_, wide in parts:
            grid.addWidget(Field(theme, label, editor), row, column_, 1, wide, top)
        grid.addWidget(self.start, 1, 0, 1, 2, top)
        grid.addWidget(self.end, 1, 2, 1, 2, top)
        for place in range(grid.columnCount()):
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(grid)
        column.addWidget(Hairline(theme))

    def _store(self, column: str, value: Value) -> None:
        self._context.workspace.run(set_value(ImpactRow, self._impact.id, column, value), self)

    @Slot(object)
    def _on_low(self, value: float | None) -> None:
        self._store("low", value)

    @Slot(object)
    def _on_high(self, value: float | None) -> None:
        self._store("high", value)

    @Slot(str)
    def _on_extent(self, key: str) -> None:
        self._store("extent", Extent(key))

    @Slot(str)
    def _on_source(self, source_id: str) -> None:
        self._store("source_id", source_id or None)

    @Slot(object)
    def _on_start(self, at: Value) -> None:
        self._store("started_at", at)

    @Slot(object)
    def _on_end(self, at: Value) -> None:
        self._store("ended_at", at)

    @Slot()
    def _on_delete(self) -> None:
        self.removed.emit(self._impact.id)
