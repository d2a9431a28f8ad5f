"""Ties a field to one column of one row: what is typed is stored, what changes is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot

from app.changes import Change
from app.operations.fields import Value, set_value
from models.queries.load import row
from models.rows import Row
from views.context import Context


class TextEditing(Protocol):
    """A field of one or several lines."""

    @property
    def edited(self) -> SignalInstance:
        """Comes with the text, at most 200 ms after a key."""

    def show_text(self, text: str) -> None:
        """Show what is stored, unless a person is typing here right now."""

    def flush(self) -> None:
        """Hand on what is unsent, now."""


class TextBinding(QObject):
    """Keeps a text field and a column the same; it lives as long as its field."""

    def __init__(
        self, context: Context, field: QObject, kind: type[Row], row_id: str, column: str
    ) -> None:
        super().__init__(field)
        self._context = context
        self._field: TextEditing = field  # type: ignore[assignment]
        self._kind = kind
        self._row_id = row_id
        self._column = column
        self._field.edited.connect(self._on_edited)
        context.workspace.changed.connect(self._on_changed)
        self.show_stored()

    def show_stored(self) -> None:
        """Show what the library holds."""
        found = self._context.workspace.read(row, self._kind, self._row_id)
        if found is not None:
            self._field.show_text(str(getattr(found, self._column) or ""))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        change = set_value(self._kind, self._row_id, self._column, text)
        self._context.workspace.type(change, origin=self)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        touched = (self._kind.table, self._row_id) in change.keys
        if touched and change.origin is not self:
            self.show_stored()


def bind_text(
    context: Context, field: QObject, kind: type[Row], row_id: str, column: str
) -> TextBinding:
    """Tie a LineField or TextField to a column of people's words."""
    return TextBinding(context, field, kind, row_id, column)


class ValueBinding(QObject):
    """Keeps a choice, a date or a tick and a column the same."""

    def __init__(
        self,
        context: Context,
        owner: QObject,
        target: tuple[type[Row], str, str],
        show: Callable[[Value], None],
    ) -> None:
        super().__init__(owner)
        self._context = context
        self._kind, self._row_id, self._column = target
        self._show = show
        context.workspace.changed.connect(self._on_changed)
        self.show_stored()

    def show_stored(self) -> None:
        """Show what the library holds."""
        found = self._context.workspace.read(row, self._kind, self._row_id)
        if found is not None:
            self._show(getattr(found, self._column))

    def store(self, value: Value) -> None:
        """Store what was chosen."""
        change = set_value(self._kind, self._row_id, self._column, value)
        self._context.workspace.run(change, origin=self)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if (self._kind.table, self._row_id) in change.keys:
            self.show_stored()


def bind_value(
    context: Context,
    owner: QObject,
    target: tuple[type[Row], str, str],
    show: Callable[[Value], None],
) -> ValueBinding:
    """Tie a widget to `(row kind, row id, column)`; call `store` when a person chooses."""
    return ValueBinding(context, owner, target, show)
