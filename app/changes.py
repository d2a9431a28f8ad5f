"""What changed, in terms a view can act on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from models.rows import Row

Key: TypeAlias = tuple[str, str]
"""A table's name and a row's id."""


SHOWN_BY = {"import_batch": ("source", "record")}
"""Tables whose rows come into sight, or go out of it, with a row of another table."""


@dataclass(frozen=True, slots=True)
class Change:
    """The outcome of one operation, undo or redo."""

    added: frozenset[Key] = frozenset()
    updated: frozenset[Key] = frozenset()
    removed: frozenset[Key] = frozenset()
    origin: object | None = None
    fields: frozenset[tuple[str, str]] = field(default=frozenset())
    """Which columns of which tables were updated, as (table, column)."""

    def touches(self, *kinds: type[Row]) -> bool:
        """Whether anything of these kinds was added, updated or removed."""
        tables = {kind.table for kind in kinds}
        return any(
            not tables.isdisjoint((table, *SHOWN_BY.get(table, ()))) for table, _ in self.keys
        )

    @property
    def keys(self) -> frozenset[Key]:
        """Everything that was touched."""
        return self.added | self.updated | self.removed

    def ids(self, kind: type[Row]) -> frozenset[str]:
        """Return the ids of the rows of this kind that were touched."""
        return frozenset(id_ for table, id_ in self.keys if table == kind.table)
