"""A field for one moment: typed as people write it, asked about where it has two meanings."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu

from models.times.parse import parse_time_input
from models.times.reading import TimeContext, TimeQuestion
from models.times.show import clock, full_date, local
from views.theme import Theme
from views.widgets.fields import Field
from views.widgets.line_field import LineField


class MomentField(Field):
    """A label, a line for a time, and below it the question where there is one.

    `settled` comes with an aware datetime in UTC, or None for an emptied field, when Enter or
    Tab ends the typing. What cannot be read stays as typed.
    """

    settled = Signal(object)

    def __init__(self, theme: Theme, label: str, *, hint: str = "3 Mar 14:00") -> None:
        self.line = LineField(theme, label, hint=hint, icon="do.date")
        self.line.keep_own_undo()
        super().__init__(theme, label, self.line)
        self._zone = "UTC"
        self._shown: datetime | None = None
        self._lean: datetime | None = None
        self.line.editingFinished.connect(self._on_finished)

    def show_moment(self, at: datetime | None, zone: str, lean: datetime | None = None) -> None:
        """Show a stored moment; `lean` gives the date to a time that is typed without one."""
        self._zone, self._lean = zone, lean
        if self.line.hasFocus() and self.line.isModified():
            return
        self._shown = at
        self.line.setText("" if at is None else moment_words(at, zone))
        self.ask("")

    def flush(self) -> None:
        """Settle what is typed, now."""
        self._on_finished()

    @Slot()
    def _on_finished(self) -> None:
        if not self.line.isModified():
            return
        typed = self.line.text().strip()
        if not typed:
            self._settle(None)
            return
        now = datetime.now(UTC)
        lean = self._shown or self._lean
        day = local(lean or now, self._zone).date()
        context = TimeContext(zone=self._zone, incident_date=day, now=now)
        found = parse_time_input(typed.replace(",", " "), context)
        if isinstance(found, TimeQuestion):
            self.ask(found.sentence)
            self._offer(found)
        else:
            self._settle(found.at)

    def _offer(self, question: TimeQuestion) -> None:
        if not question.choices or not self.line.hasFocus():
            return
        menu = QMenu(self)
        for choice in question.choices:
            menu.addAction(choice.words).setData(choice.reading.at)
        chosen = menu.exec(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        if chosen is not None:
            self._settle(chosen.data())

    def _settle(self, at: datetime | None) -> None:
        self.line.setModified(False)
        self.ask("")
        changed = at != self._shown
        self._shown = at
        self.line.setText("" if at is None else moment_words(at, self._zone))
        if changed:
            self.settled.emit(at)


def moment_words(at: datetime, zone: str) -> str:
    """Write a moment so that the field reads it back: `7 February 2017, 14:00`."""
    return f"{full_date(local(at, zone).date())}, {clock(at, zone)}"
