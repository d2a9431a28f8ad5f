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
    held: int = 0
    """How many texts are held until they can be saved."""
    in_rescue_file: bool = False
    """Whether the held texts would outlive the program now."""
    next_try_s: float = 0.0
    """When the next try comes by itself; 0 where none does."""
