"""What every stored row has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

Words: TypeAlias = str
"""Text that a person wrote, in Markdown; its column carries a checksum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stored row; `id` is a UUIDv7 in its canonical text form."""

    table: ClassVar[str]

    id: str
    version: int = 1
