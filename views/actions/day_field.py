"""A field for a day, typed as people write it: `3 Mar`, `Friday`, `+2w`."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot

from app.operations.fields import Value
from models.times.days import parse_day
from models.times.reading import TimeQuestion
from models.times.show import full_date
from views.binding import bind_value
from views.bound import Target
from views.context import Context
from views.widgets.fields import Field
from views.widgets.line_field import LineField


class DayField(Field):
    """Stores a day with Enter or on leaving; what cannot be read stays as typed, and is asked."""

    def __init__(
        self, context: Context, label: str, target: Target, today: date, hint: str = "3 Mar or +2w"
    ) -> None:
        self.line = LineField(context.theme, label, hint=hint, icon="do.date")
        self.line.keep_own_undo()
        super().__init__(context.theme, label, self.line)
        self._today = today
        self._binding = bind_value(context, self, target, self._show)
        self.line.editingFinished.connect(self.flush)

    @Slot()
    def flush(self) -> None:
        """Store what is typed, now."""
        if not self.line.isModified():
            return
        typed = self.line.text().strip()
        found = parse_day(typed, self._today) if typed else None
        if isinstance(found, TimeQuestion):
            self.ask(found.sentence)
            return
        self.line.setModified(False)
        self.ask("")
        self._binding.store(found)

    def _show(self, value: Value) -> None:
        if self.line.isModified():
            return
        self.line.setText(full_date(value) if isinstance(value, date) else "")
        self.ask("")
