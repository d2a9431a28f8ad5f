"""The lines of an event list: an event, a silent stretch, a new day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt

from models.values import EventKind

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""A model of an EventTable gives one of the lines below for this role."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event: `time` as shown, with "~" for about; `lane` is a role or a system."""

    kind: EventKind
    time: str
    statement: str
    lane: str = ""
    about: bool = False
    sourced: bool = True
    accounts: int = 0
    handoff: bool = False

    @property
    def spoken(self) -> str:
        """The event as a screen reader says it."""
        time = self.time.replace("~", "about ")
        said = [time, self.kind.value.replace("_", " "), self.lane, self.statement]
        said += [f"{self.accounts} accounts"] if self.accounts > 1 else []
        said += ["handoff"] if self.handoff else []
        said += [] if self.sourced else ["no source"]
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class SilentLine:
    """A stretch with nothing on record ("45 min with nothing on record") and its link."""

    words: str
    link: str = "Ask about it"

    @property
    def spoken(self) -> str:
        """The stretch as a screen reader says it."""
        return f"{self.words}. Enter: {self.link}"


@dataclass(frozen=True, slots=True)
class DateLine:
    """A new day ("Tue 31 January"), with the zone where it is told once."""

    words: str
    zone: str = ""

    @property
    def spoken(self) -> str:
        """The day as a screen reader says it."""
        return f"{self.words} {self.zone}".strip()


Line: TypeAlias = EventLine | SilentLine | DateLine
