"""Asks for one line in words: an idea to park, or why something may be shown more widely."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot

from views.context import Context
from views.widgets.buttons import primary_button, quiet_button
from views.widgets.fields import Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet


class LineSheet(Sheet):
    """Enter or the button hands the line to `give`; an empty one is asked for with `ask`."""

    def __init__(
        self,
        context: Context,
        said: tuple[str, str],
        doing: str,
        ask: str,
        give: Callable[[str], None],
    ) -> None:
        px = context.theme.px
        title, sentence = said
        window = context.shell.window()
        super().__init__(context.theme, window, title, sentence, width=px(520), height=px(240))
        self._ask = ask
        self._give = give
        self.line = LineField(context.theme, title)
        self.line.keep_own_undo()
        self._field = Field(context.theme, "In a few words", self.line)
        self.set_body(self._field)
        back = quiet_button(context.theme, "Not now")
        keep = primary_button(context.theme, doing, keys="Enter")
        back.clicked.connect(self.dismiss)
        keep.clicked.connect(self._on_keep)
        self.line.returnPressed.connect(self._on_keep)
        self.add_button(back)
        self.add_button(keep)
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_keep(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            self._field.ask(self._ask)
            return
        self.dismiss()
        self._give(typed)
