"""Which rows a reader may see: those of its own privacy level and of the wider ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from models.values import Audience, Privacy

ORDER = tuple(Privacy)


class Guarded(Protocol):
    """A row with a privacy level."""

    @property
    def privacy(self) -> Privacy: ...  # noqa: D102


G = TypeVar("G", bound=Guarded)


def may_see(level: Privacy, privacy: Privacy) -> bool:
    """Whether a reader of this level may see a row of that privacy."""
    return level is Privacy.PRIVATE or ORDER.index(privacy) >= ORDER.index(level)


def seen(level: Privacy, guarded: Iterable[G]) -> tuple[G, ...]:
    """Return the rows that a reader of this level may see."""
    return tuple(row for row in guarded if may_see(level, row.privacy))


def level_of(audience: Audience) -> Privacy:
    """Return the level at which an audience reads."""
    if audience is Audience.CUSTOMERS:
        return Privacy.PUBLIC
    if audience is Audience.CALIBRATION:
        return Privacy.PARTICIPANTS
    return Privacy.INTERNAL
