"""Asks for one line in words: a name, an idea to park, or why something may be seen more widely."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.context import Context
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet


class LineSheet(Sheet):
    """Enter or the button gives the line; with `options`, one of them goes with it.

    An empty line is asked about with `ask`.
    """

    given = Signal(str, str)  # the line, the key of the option

    def __init__(
        self,
        context: Context,
        title: str,
        sentence: str,
        doing: str,
        options: Sequence[tuple[str, str]] = (),
        ask: str = "A few words are enough.",
    ) -> None:
        px = context.theme.px
        height = px(310 if options else 240)
        window = context.shell.window()
        super().__init__(context.theme, window, title, sentence, width=px(520), height=height)
        self._ask = ask
        self.line = LineField(context.theme, title)
        self.line.keep_own_undo()
        self._field = Field(context.theme, "In a few words", self.line)
        self._kind = Choice(context.theme, "What it is")
        self._kind.show_options(options, options[0][0] if options else "")
        kind = Field(context.theme, "What it is", self._kind)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._field)
        column.addWidget(kind)
        kind.setVisible(bool(options))
        column.addStretch(1)
        self.set_body(body)
        self.line.returnPressed.connect(self._on_keep)
        self.offer(doing, self._on_keep)

    @Slot()
    def _on_keep(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            self._field.ask(self._ask)
            return
        self.dismiss()
        self.given.emit(typed, self._kind.choice())
