"""The middle column: the day in sight, the keys, the records, or why there are none."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.times.show import short_day, zone_words
from views.context import Context
from views.gather.tray import Entry
from views.gather.tray_model import TrayModel
from views.gather.tray_view import TrayView
from views.widgets.empty_state import EmptyState
from views.widgets.text import Text

KEYS = "E to timeline   \N{MIDDLE DOT}   Space to preview   \N{MIDDLE DOT}   X to fold"
_LEAST_ROWS = 5


class WhyNone(IntEnum):
    """Why there are no rows, by the page that says so."""

    NOTHING_YET = 1
    FILTER = 2
    SOURCE = 3


class TrayPanel(QWidget):
    """The list with its head; `checklist_asked` comes from the empty state."""

    checklist_asked = Signal()

    def __init__(self, context: Context, model: TrayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._zone = "UTC"
        self._has_rows = False
        theme, px = context.theme, context.theme.px
        self.view = TrayView(theme, model)
        self.view.setMinimumHeight(_LEAST_ROWS * theme.size("row_dense"))
        self.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._day = Text(theme, role="small", weight=600)
        self._zone_said = Text(theme, role="small", colour="ink2")
        self._keys = Text(theme, KEYS, role="small", colour="ink2")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setContentsMargins(px(12), 0, px(12), 0)
        head.setSpacing(px(8))
        head.addWidget(self._day)
        head.addWidget(self._zone_said)
        head.addStretch(1)
        head.addWidget(self._keys)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(
            self._empty("No records yet", "Drop or paste something.", link="Where it may be")
        )
        self._pages.addWidget(self._empty("No record fits", "Take the filter away to see all."))
        self._pages.addWidget(
            self._empty("No records from this source", "Events can name it as theirs all the same.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def show_entries(self, entries: list[Entry], zone: str, why_none: WhyNone) -> None:
        """Show rows; without any, say why."""
        self._zone = zone
        self.view.show_entries(entries, zone)
        self._pages.setCurrentIndex(0 if entries else why_none)
        self._has_rows = bool(entries)
        self._fit_keys()
        self._on_scrolled(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the keys where there is room for all of them."""
        super().resizeEvent(event)
        self._fit_keys()

    def head(self) -> str:
        """Give the day and zone that are shown."""
        return f"{self._day.text()} {self._zone_said.text()}".strip()

    def _empty(self, title: str, sentence: str, *, link: str = "") -> QWidget:
        state = EmptyState(self._context.theme, title, sentence, icon="do.drop", link=link)
        state.asked.connect(self.checklist_asked)
        holder = QWidget()
        column = QVBoxLayout(holder)
        pad = self._context.theme.px(12)
        column.setContentsMargins(pad, pad, pad, 0)
        column.addWidget(state)
        column.addStretch()
        return holder

    def _fit_keys(self) -> None:
        beside = self._context.theme.px(120)
        fits = self.width() >= self._keys.sizeHint().width() + beside
        self._keys.setVisible(self._has_rows and fits)

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        record = self._model.record(max(0, self.view.first_shown()))
        at = record.at if record is not None else None
        self._day.setText(short_day(at, self._zone) if at else "")
        self._zone_said.setText(zone_words(at, self._zone) if at else "")
