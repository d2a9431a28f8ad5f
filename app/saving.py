"""Whether what was typed is in the library, as the window says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SaveState(StrEnum):
    """What the status line says of the last change."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"


@dataclass(frozen=True, slots=True)
class Saving:
    """A state and, where something was not saved, the sentence why."""

    state: SaveState
    sentence: str = ""
