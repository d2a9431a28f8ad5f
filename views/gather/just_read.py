"""What the last import brought, below the details: kept, left out, without a date."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.arrived import Arrived
from importers import Source
from views.theme import Theme
from views.widgets.buttons import link_button
from views.widgets.text import Hairline, Text


class JustRead(QWidget):
    """A few figures; `date_asked` comes from the link beside those without a date."""

    date_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.source: Source | None = None
        self._title = Text(theme, role="small", weight=600, colour="ink2")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Hairline(theme))
        column.addWidget(self._title)
        column.addLayout(self._grid)
        self.hide()

    def show_arrived(self, arrived: Arrived, source: Source) -> None:
        """Show what an import brought."""
        self.source = source
        self._title.setText(f"Just read: {source.name}")
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        kept = arrived.added - arrived.folded
        lines = [(kept, "new", ""), (arrived.folded, "folded", "")]
        lines += [(arrived.changed, "brought up to date", ""), (arrived.known, "known already", "")]
        lines += [(count, "left out", why) for why, count in arrived.skipped]
        for count, word, why in lines:
            if count:
                self._add(f"{count:,} {word}", Text(self._theme, why, role="small", colour="ink2"))
        if arrived.untimed:
            link = link_button(self._theme, "Set the date", small=True)
            link.clicked.connect(self._on_date)
            self._add(f"{arrived.untimed:,} without a time", link)
        self.show()

    def _add(self, said: str, beside: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Text(self._theme, said, role="small", colour="ink2"), row, 0)
        self._grid.addWidget(beside, row, 1)

    @Slot()
    def _on_date(self) -> None:
        self.date_asked.emit()
