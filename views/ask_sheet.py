"""Asks for one text: the words of something new, or the reason for a no."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.context import Context
from views.widgets.fields import Field
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a sheet asks: its title, a sentence, the label of the field, the verb that keeps it.

    `when_empty` is asked where nothing was written; without it, nothing needs to be.
    """

    title: str
    sentence: str = ""
    label: str
    keep: str
    when_empty: str = ""
    text: str = ""
    hint: str = ""


class AskSheet(Sheet):
    """`given(key, text)` comes with Ctrl+Enter or the button; `key` says what it is about."""

    given = Signal(str, str)

    def __init__(self, context: Context, asking: Asking, key: str = "") -> None:
        px = context.theme.px
        super().__init__(
            context.theme,
            context.shell.window(),
            asking.title,
            asking.sentence,
            width=px(560),
            height=px(290),
        )
        self._key = key
        self._asking = asking
        self.field = TextField(context.theme, asking.label, lines=2, hint=asking.hint)
        self.field.setPlainText(asking.text)
        self.field.keep_own_undo()
        self._labelled = Field(context.theme, asking.label, self.field)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._labelled)
        column.addStretch()
        self.set_body(body)
        self.offer(asking.keep, self._on_keep, keys="Ctrl+Enter")

    @Slot()
    def _on_keep(self) -> None:
        text = self.field.text().strip()
        if not text and self._asking.when_empty:
            self._labelled.ask(self._asking.when_empty)
            return
        self.dismiss()
        self.given.emit(self._key, text)
