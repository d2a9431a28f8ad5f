"""To which table a row belongs that was found on a page of a damaged library."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import Boolean, Column, DateTime, Enum, Float, Integer, LargeBinary, Table
from sqlalchemy.types import TypeDecorator

from app.page_reader import Pages, StoredRow, Value
from models.base import Entity
from models.schema import entities

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

HOLDS: Mapping[type, type | tuple[type, ...]] = {
    Boolean: int,
    Integer: int,
    Float: (float, int),
    LargeBinary: bytes,
}
"""What SQLite hands back for a type of column; a text for every other."""


class Tables:
    """The tables of a library: where they begin and which columns they have.

    `seen` is what SQLite could still tell, as name -> (first page, columns).
    """

    def __init__(self, seen: Mapping[str, tuple[int, tuple[str, ...]]]) -> None:
        known = {name: Entity.metadata.tables[name] for name in entities()}
        self._roots = {name: root for name, (root, _) in seen.items()}
        self.columns: dict[str, tuple[str, ...]] = {
            name: seen[name][1] if name in seen else tuple(table.columns.keys())
            for name, table in known.items()
        }
        self._tables: dict[str, Table] = known

    def owners(self, pages: Pages) -> dict[int, str]:
        """Return the table of each page that its tree still leads to."""
        owners: dict[int, str] = {}
        for name, root in self._roots.items():
            ahead = [root]
            while ahead:
                page = ahead.pop()
                if page not in owners:
                    owners[page] = name
                    ahead.extend(pages.children(page))
        return owners

    def table_of(self, row: StoredRow, owner: str | None) -> str | None:
        """Return the table of a row; None for a row of the search index or of no table."""
        if owner is not None and self._fits(owner, row.values):
            return owner
        fitting = [name for name in self._tables if self._fits(name, row.values)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, name: str, values: tuple[Value, ...]) -> bool:
        columns = self.columns[name]
        if not 2 <= len(values) == len(columns) or not _is_id(values[0]):
            return False
        known = self._tables[name].c
        return all(
            _holds(known[column], value)
            for column, value in zip(columns, values, strict=True)
            if column in known
        )


def _is_id(value: Value) -> bool:
    return isinstance(value, str) and UUID.fullmatch(value) is not None


def _holds(column: Column[object], value: Value) -> bool:
    if value is None:
        return bool(column.nullable)
    if column.foreign_keys:
        return _is_id(value)
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, Enum):
        return value in kind.enums
    if isinstance(kind, DateTime):
        return isinstance(value, str) and value[:4].isdecimal()
    holds = next((holds for sort, holds in HOLDS.items() if isinstance(kind, sort)), str)
    return isinstance(value, holds)
