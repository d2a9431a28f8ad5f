"""Choosing who may see something; what is off the record asks for a reason, which is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from app.operations.fields import Value
from app.operations.privacy import set_privacy
from guides.privacy_words import PRIVACY_SENTENCES, PRIVACY_TITLES
from models.queries.load import row
from models.rows import Row
from models.values import Privacy
from views.binding import bind_value
from views.context import Context
from views.line_sheet import LineSheet
from views.widgets.fields import Choice


def change_privacy(
    context: Context, kind: type[Row], row_id: str, level: Privacy
) -> LineSheet | None:
    """Set who may see a row, or open the sheet that asks why it leaves *off the record*."""
    now = getattr(context.workspace.read(row, kind, row_id), "privacy", level)
    if now is level:
        return None
    if now is not Privacy.OFF_RECORD:
        context.workspace.run(set_privacy(kind.table, row_id, level))
        return None
    sheet = LineSheet(
        context,
        "This was said off the record",
        "Say why it may be seen more widely now. The reason stays in your private notes.",
        "Keep the reason",
        ask="What makes it right to show it now?",
    )
    sheet.given.connect(partial(_widen, context, kind, row_id, level))
    sheet.open()
    return sheet


def _widen(
    context: Context, kind: type[Row], row_id: str, level: Privacy, reason: str, _option: str
) -> None:
    context.workspace.run(set_privacy(kind.table, row_id, level, reason))


class PrivacyChoice(Choice):
    """Who may see one row."""

    def __init__(self, context: Context, target: tuple[type[Row], str]) -> None:
        super().__init__(context.theme, "Who may see it")
        self._context = context
        self._kind, self._row_id = target
        self.show_options([(level.value, PRIVACY_TITLES[level]) for level in Privacy])
        self._binding = bind_value(context, self, (self._kind, self._row_id, "privacy"), self._show)
        self.chosen.connect(self._on_chosen)

    def _show(self, value: Value) -> None:
        level = Privacy(str(value))
        self.choose(level.value)
        self.setToolTip(PRIVACY_SENTENCES[level])

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        sheet = change_privacy(self._context, self._kind, self._row_id, Privacy(key))
        if sheet is not None:
            sheet.closed.connect(self._binding.show_stored)
