"""A tick list of factors with their codes: which of them an action or a decision is about."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from models.phrases import shortened
from models.snapshot import Snapshot
from views.theme import Theme
from views.widgets.text import Text

_MOST_WORDS = 58


class FactorTicks(QWidget):
    """`ticked(ids)` comes with all ticked factors when a person ticks one."""

    ticked = Signal(object)  # tuple[str, ...]

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        said = "No factors yet. They come from the stage before."
        self._none = Text(theme, said, role="small", colour="ink2", wrap=True)
        self._column.addWidget(self._none)

    def show_factors(self, snapshot: Snapshot, linked: set[str]) -> None:
        """Show every factor, conditions first, and which are linked."""
        factors = sorted(snapshot.factors, key=lambda each: (each.is_resilience, each.number))
        if list(self._boxes) != [factor.id for factor in factors]:
            self._make([factor.id for factor in factors])
        for factor in factors:
            box = self._boxes[factor.id]
            box.setText(f"{factor.code}  {shortened(factor.condition, _MOST_WORDS)}")
            box.setToolTip(factor.condition)
            box.setChecked(factor.id in linked)
        self._none.setVisible(not factors)

    def boxes(self) -> dict[str, QCheckBox]:
        """Give the ticks by the id of their factor."""
        return dict(self._boxes)

    def _make(self, ids: list[str]) -> None:
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {factor_id: QCheckBox() for factor_id in ids}
        for box in self._boxes.values():
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.clicked.connect(self._on_clicked)
            self._column.addWidget(box)

    @Slot()
    def _on_clicked(self) -> None:
        self.ticked.emit(tuple(key for key, box in self._boxes.items() if box.isChecked()))
