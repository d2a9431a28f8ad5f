"""How the incident was noticed, when its turning points were, and how severe it counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.operations.fields import Value, set_value
from guides.impact_groups import DETECTION_TITLES
from guides.severity import severity_guide
from models.rows import ReviewRow
from models.values import Detection
from views.binding import bind_text
from views.context import Context
from views.moments import MomentField
from views.widgets.chip import Chip, ChipRow
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.text import Text

TIMES: tuple[tuple[str, str], ...] = (
    ("started_at", "Started"),
    ("detected_at", "Noticed"),
    ("mitigated_at", "Mitigated"),
    ("ended_at", "Ended"),
)
"""Column and label of each turning point, in their order."""
_COLUMNS = 2


class IncidentForm(QWidget):
    """Stores each answer at once."""

    def __init__(self, context: Context, review_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review_id = review_id
        theme = context.theme
        self.detection = ChipRow(theme, "Who noticed first")
        for each, said in DETECTION_TITLES.items():
            chip = Chip(theme, said)
            chip.setAccessibleDescription("Who noticed first")
            chip.setProperty("detection", each.value)
            chip.clicked.connect(self._on_detection)
            self.detection.add(chip)
        self.times = {column: MomentField(theme, label) for column, label in TIMES}
        for column, field in self.times.items():
            field.setProperty("column", column)
            field.settled.connect(self._on_given)
        self.severity = LineField(theme, "Severity as agreed", hint="SEV 1")
        self.changed = LineField(theme, "Severity changed", hint="to SEV 1 at 23:10, by whom")
        bind_text(context, self.severity, ReviewRow, review_id, "severity")
        bind_text(context, self.changed, ReviewRow, review_id, "severity_changed")
        self._build()

    def show_review(self, review: ReviewRow) -> None:
        """Show what is stored."""
        for chip in self.detection.chips():
            chip.setChecked(chip.property("detection") == review.detection)
        previous = None
        for column, field in self.times.items():
            at = getattr(review, column)
            field.show_moment(at, review.zone, previous)
            previous = at or previous
        said = "Customers noticed first" if review.detection is Detection.CUSTOMER else ""
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def flush(self) -> None:
        """Store what is still being typed."""
        for moment in self.times.values():
            moment.flush()
        for field in (self.severity, self.changed):
            field.flush()

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self._said = Text(theme, role="small", colour="ink2")
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        top = Qt.AlignmentFlag.AlignTop
        for place, field in enumerate(self.times.values()):
            grid.addWidget(field, place // _COLUMNS, place % _COLUMNS, top)
        grid.addWidget(Field(theme, "Severity as agreed", self.severity), 2, 0, top)
        grid.addWidget(Field(theme, "Severity changed", self.changed), 2, 1, top)
        guide = Text(theme, severity_guide(), role="small", colour="ink3", wrap=True)
        grid.addWidget(guide, 3, 0, 1, _COLUMNS)
        self.severity.setAccessibleDescription(severity_guide())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(Text(theme, "Who noticed first?", weight=600))
        column.addWidget(self.detection)
        column.addWidget(self._said)
        column.addWidget(Text(theme, "When", weight=600))
        column.addLayout(grid)

    @Slot()
    def _on_detection(self) -> None:
        chip = self.sender()
        key = chip.property("detection") if isinstance(chip, Chip) and chip.isChecked() else ""
        self._store("detection", Detection(key) if key else None)

    @Slot(object)
    def _on_given(self, at: Value) -> None:
        self._store(str(self.sender().property("column")), at)

    def _store(self, column: str, value: Value) -> None:
        self._context.workspace.run(set_value(ReviewRow, self._review_id, column, value), self)
