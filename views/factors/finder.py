"""Choosing one of many by typing: evidence, an event, the other end of a link, a category."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot

from views.context import Context
from views.factors.evidence import Choice
from views.widgets.command_filter import Command, found
from views.widgets.command_palette import CommandPalette

WORDS = "text"
"""The column of a choice that is nothing but the typed words."""


class Finder(CommandPalette):
    """Opens over the window, tells `picked` once, and is gone when it closes."""

    picked = Signal(object)  # Choice

    def __init__(self, context: Context, prompt: str, *, takes_words: bool = False) -> None:
        super().__init__(context.theme, context.shell.window())
        self._takes_words = takes_words
        self._offered: list[Command] = []
        self.setAccessibleName(prompt)
        self.field.setAccessibleName(prompt)
        self.field.setPlaceholderText(prompt)
        self.closed.connect(self._on_closed)

    def open_for(self, choices: Sequence[Choice]) -> None:
        """Open with these choices."""
        self._offered = [
            Command(
                choice.title,
                "",
                choice.group,
                partial(self.picked.emit, choice),
                icon=choice.icon,
                also=choice.also,
            )
            for choice in choices
        ]
        self.open_with(self._offered)

    def _on_typed(self, typed: str) -> None:
        hits = found(self._offered, typed)
        words = typed.strip()
        if self._takes_words and words:
            choice = Choice(column=WORDS, row_id=words, title=words, group="In plain words")
            said = f"Keep as words: {words}"
            hits.append(Command(said, "", choice.group, partial(self.picked.emit, choice)))
        self._model.show_commands(hits, typed)
        self._choose(self._model.step(-1, 1))
        self.place()

    @Slot()
    def _on_closed(self) -> None:
        self._offered = []
        self.deleteLater()
