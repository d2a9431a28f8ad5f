"""Ready fields that are tied to a column from the start: a line, a text, a choice, a tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from app.operations.fields import Value
from models.rows import Row
from views.binding import bind_text, bind_value
from views.context import Context
from views.widgets.fields import Choice
from views.widgets.line_field import LineField
from views.widgets.text_field import TextField

Target = tuple[type[Row], str, str]
"""A kind of row, its id, a column."""


def bound_line(context: Context, name: str, target: Target, *, hint: str = "") -> LineField:
    """Return a line that is stored as it is typed."""
    field = LineField(context.theme, name, hint=hint)
    bind_text(context, field, *target)
    return field


def bound_text(
    context: Context,
    name: str,
    target: Target,
    *,
    role: str = "body",
    hint: str = "",
    lines: int = 1,
) -> TextField:
    """Return a text of several lines that is stored as it is typed."""
    field = TextField(context.theme, name, role=role, hint=hint, lines=lines)
    bind_text(context, field, *target)
    return field


class BoundChoice(Choice):
    """One of many; `value_of` turns a key into what the column holds."""

    def __init__(
        self,
        context: Context,
        name: str,
        target: Target,
        options: Sequence[tuple[str, str]],
        value_of: Callable[[str], Value] = str,
    ) -> None:
        super().__init__(context.theme, name)
        self._value_of = value_of
        self.show_options(options)
        self._binding = bind_value(context, self, target, self._show)
        self.chosen.connect(self._on_chosen)

    def _show(self, value: Value) -> None:
        self.choose("" if value is None else str(value))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._binding.store(self._value_of(key))


class BoundTick(QCheckBox):
    """Yes or no."""

    def __init__(self, context: Context, label: str, target: Target) -> None:
        super().__init__(label)
        self._binding = bind_value(context, self, target, self._show)
        self.clicked.connect(self._on_clicked)

    def _show(self, value: Value) -> None:
        self.setChecked(bool(value))

    @Slot()
    def _on_clicked(self) -> None:
        self._binding.store(self.isChecked())
