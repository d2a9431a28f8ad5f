"""The right column: a record, several of them, a source, or how to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rows import RecordRow, SourceRow
from models.snapshot import Snapshot
from views.context import Context
from views.gather.just_read import JustRead
from views.gather.record_details import RecordDetails, shown_record
from views.gather.source_details import SourceDetails
from views.widgets.buttons import Button, primary_button
from views.widgets.flow import FlowLayout
from views.widgets.text import Text

HOW = (
    "Nothing is on the timeline before you put it there. Select a record and press E, "
    "or X to fold it away as noise."
)


class DetailsPanel(QWidget):
    """Shows one thing at a time. Its signals ask; the page does."""

    fold_asked = Signal()
    promote_asked = Signal()
    source_delete_asked = Signal()
    source_promote_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme, px = context.theme, context.theme.px
        self.record = RecordDetails(context)
        self.source: SourceDetails | None = None
        self.just_read = JustRead(theme)
        self._nothing = Text(theme, HOW, colour="ink2", wrap=True)
        self._several = self._build_several()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), 0, px(3), px(24))
        column.setSpacing(px(16))
        self._place = QVBoxLayout()
        for part in (self.record, self._several, self._nothing):
            self._place.addWidget(part)
        column.addLayout(self._place)
        column.addWidget(self.just_read)
        column.addStretch()
        self.show_nothing()

    def show_record(self, record: RecordRow, snapshot: Snapshot) -> None:
        """Show one record."""
        self.record.show_record(shown_record(record, snapshot), snapshot)
        self._show_only(self.record)

    def show_several(self, count: int) -> None:
        """Show what can be done with several records."""
        self._count.setText(f"{count:,} records selected")
        self._show_only(self._several)

    def show_source(self, source: SourceRow, count: int) -> None:
        """Show a source."""
        if self.source is None or self.source.source_id != source.id:
            self._drop_source()
            self.source = SourceDetails(self._context, source)
            self.source.delete_asked.connect(self.source_delete_asked)
            self.source.promote_asked.connect(self.source_promote_asked)
            self._place.addWidget(self.source)
        self.source.show_source(source, count)
        self._show_only(self.source)

    def show_nothing(self) -> None:
        """Say how it goes on."""
        self._show_only(self._nothing)

    def flush(self) -> None:
        """Store what is still being typed."""
        self.record.flush()
        if self.source is not None:
            self.source.flush()

    def _show_only(self, part: QWidget) -> None:
        if part is not self.source:
            self._drop_source()
        for each in (self.record, self._several, self._nothing):
            each.setVisible(each is part)

    def _drop_source(self) -> None:
        if self.source is not None:
            self.source.flush()
            self._place.removeWidget(self.source)
            self.source.hide()
            self.source.deleteLater()
            self.source = None

    def _build_several(self) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        self._count = Text(theme, weight=600)
        promote = primary_button(theme, "Put on timeline", keys="E")
        fold = Button(theme, "Fold away", keys="X")
        promote.clicked.connect(self.promote_asked)
        fold.clicked.connect(self.fold_asked)
        buttons = QWidget()
        flow = FlowLayout(buttons, px(8), px(8))
        flow.addWidget(promote)
        flow.addWidget(fold)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._count)
        column.addWidget(buttons)
        return part
