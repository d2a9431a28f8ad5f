"""The settings: how it looks, what a review is called, and the limits of the method."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.settings import LEAST_AND_MOST, SettingsNotKeptError
from app.settings import Theme as Colours
from views.context import Context
from views.preferences import Preferences
from views.widgets.buttons import primary_button
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet

NUMBERS = (
    ("rest_hours", "Hours of rest before people meet"),
    ("latest_working_days", "Working days within which to meet"),
    ("soak_working_days", "Working days an idea rests"),
    ("backup_minutes", "Minutes of change between backups"),
    ("text_percent", "Size of text, in per cent"),
)
LOOKS = (
    (Colours.SYSTEM.value, "As the system says"),
    (Colours.LIGHT.value, "Light"),
    (Colours.DARK.value, "Dark"),
)


class SettingsSheet(Sheet):
    """Each field holds as soon as it is left; a number out of range is asked about and stays."""

    def __init__(self, context: Context, preferences: Preferences) -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            "Settings",
            "They hold for this machine, and for every library you open on it.",
            width=theme.px(720),
            height=theme.px(480),
        )
        self._context = context
        self._preferences = preferences
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        self.name = LineField(theme, "What you call a review")
        self.name.keep_own_undo()
        self.name.setText(preferences.settings.review_name)
        self.name.editingFinished.connect(self._on_name)
        self._place(Field(theme, "What you call a review", self.name))
        self.look = Choice(theme, "Light or dark")
        self.look.show_options(LOOKS, preferences.settings.theme.value)
        self.look.chosen.connect(self._on_look)
        self._place(Field(theme, "Light or dark", self.look))
        self.numbers: dict[str, Field] = {}
        for key, label in NUMBERS:
            self._add_number(key, label)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.set_body(body)
        done = primary_button(theme, "Done")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.closed.connect(self.deleteLater)

    def _place(self, field: Field) -> None:
        count = self._grid.count()
        self._grid.addWidget(field, count // 2, count % 2)

    def _add_number(self, key: str, label: str) -> None:
        line = LineField(self._context.theme, label)
        line.keep_own_undo()
        line.setText(str(getattr(self._preferences.settings, key)))
        line.editingFinished.connect(partial(self._on_number, key))
        self.numbers[key] = Field(self._context.theme, label, line)
        self._place(self.numbers[key])

    def _on_number(self, key: str) -> None:
        field = self.numbers[key]
        line = field.editor
        if not isinstance(line, LineField):
            return
        typed = line.text().strip()
        least, most = LEAST_AND_MOST[key]
        if not typed.isdigit() or not least <= int(typed) <= most:
            field.ask(f"A whole number from {least} to {most}.")
            return
        field.ask("")
        if int(typed) != getattr(self._preferences.settings, key):
            self._keep(**{key: int(typed)})

    @Slot()
    def _on_name(self) -> None:
        name = self.name.text().strip()
        if name and name != self._preferences.settings.review_name:
            self._keep(review_name=name)

    @Slot(str)
    def _on_look(self, key: str) -> None:
        self._keep(theme=Colours(key))

    def _keep(self, **values: str | int) -> None:
        try:
            self._preferences.change(**values)
        except SettingsNotKeptError as problem:
            self._context.shell.tell(problem.sentence)
        self._preferences.dress(self._context.theme)
