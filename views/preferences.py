"""The settings of this machine as the window uses them: read once, written at each change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.settings import Settings, load, save
from app.settings import Theme as Colours
from guides.settings import MethodSettings
from views.theme import Mode, Theme


class Preferences(QObject):
    """Holds the settings; `changed` follows each change. Raises SettingsNotKeptError from `change`.

    Without a file nothing is read or written.
    """

    changed = Signal()

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        loaded = load(file) if file is not None else None
        self.settings = loaded.settings if loaded else Settings()
        self.sentence = loaded.sentence if loaded else ""
        """What to say where the file could not be used."""

    @property
    def method(self) -> MethodSettings:
        """The limits of the method, as set here."""
        return self.settings.method

    def change(self, **values: str | int) -> None:
        """Set some of the settings and keep them."""
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        self.changed.emit()
        if self._file is not None:
            save(self.settings, self._file)

    def dress(self, theme: Theme) -> None:
        """Give a theme the colours and the size of text that are set."""
        theme.set_mode(Mode(self.settings.theme.value))
        percent = self.settings.text_percent
        theme.set_text_factor(None if percent == 100 else percent / 100)


def colours(mode: Mode) -> Colours:
    """Return a mode of the theme as the settings keep it."""
    return Colours(mode.value)
