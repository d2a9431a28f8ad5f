"""Asks for the title and the zone of a new review."""

from __future__ import annotations

from PySide6.QtCore import QTimeZone, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.times.zones import list_zones
from views.context import Context
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet


class NewReviewSheet(Sheet):
    """Two fields; Enter begins the review."""

    wanted = Signal(str, str)  # title, zone

    def __init__(self, context: Context, head: str, title: str = "") -> None:
        theme = context.theme
        super().__init__(
            theme,
            context.shell.window(),
            head,
            "Everything can be changed later.",
            width=theme.px(520),
            height=theme.px(330),
        )
        self._name = LineField(theme, "What is it called?", hint="Checkout slow, 3 March")
        self._name.keep_own_undo()
        self._name.setText(title)
        self._name.selectAll()
        self._name.returnPressed.connect(self._on_begin)
        self._field = Field(theme, "What is it called?", self._name)
        self._zone = Choice(theme, "Zone its times are shown in", icon="do.zone")
        self._zone.show_options([(zone, zone) for zone in list_zones()], own_zone())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._field)
        column.addWidget(Field(theme, "Zone its times are shown in", self._zone))
        column.addStretch()
        self.set_body(body)
        self.offer("Begin", self._on_begin)

    @Slot()
    def _on_begin(self) -> None:
        title = self._name.text().strip()
        if not title:
            self._field.ask("A few words will do: what happened, and when?")
            return
        self.wanted.emit(title, self._zone.choice() or "UTC")
        self.dismiss()


def own_zone() -> str:
    """Return the zone of this machine, or UTC where it does not say."""
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return zone if zone in list_zones() else "UTC"
