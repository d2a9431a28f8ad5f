"""A field for a number that may be left open: `1200`, `1,200`, `4.5`, `47k`."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal, Slot

from views.theme import Theme
from views.widgets.fields import show_need
from views.widgets.line_field import LineField

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*([kKmM]?)")
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
HOW = "Write a number such as 1200, 4.5 or 47k, or leave it empty."


def read_number(text: str) -> float | None:
    """Return the number that was typed, None for nothing. Raises ValueError for other words."""
    plain = text.replace(",", "").replace("\N{NO-BREAK SPACE}", "").strip()
    if not plain:
        return None
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    return float(found[1]) * _TIMES[found[2].lower()]


def number_words(value: float | None) -> str:
    """Write a number plainly: `47,000`, `4.5`; empty for none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == round(value) else f"{value:,g}"


class NumberField(LineField):
    """`given(float or None)` comes with Enter or on leaving."""

    given = Signal(object)

    def __init__(self, theme: Theme, name: str, *, hint: str = "") -> None:
        super().__init__(theme, name, hint=hint)
        self._stored: float | None = None
        self.keep_own_undo()
        self.editingFinished.connect(self._on_finished)

    def show_number(self, value: float | None) -> None:
        """Show what is stored."""
        self._stored = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(number_words(value))

    @Slot()
    def _on_finished(self) -> None:
        if not self.isModified():
            return
        try:
            value = read_number(self.text())
        except ValueError:
            show_need(self, needs=True)
            self.setToolTip(HOW)
            self.setAccessibleDescription(HOW)
            return
        show_need(self, needs=False)
        self.setToolTip("")
        self.setAccessibleDescription("")
        self.setModified(False)
        self.setText(number_words(value))
        if value != self._stored:
            self._stored = value
            self.given.emit(value)
