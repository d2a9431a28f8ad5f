"""Which fields of a row point at other rows, so that rows can move between libraries."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TypeVar

from models.errors import ReviewError
from models.rows import Row

AnyRow = TypeVar("AnyRow", bound=Row)

_NO_REFERENCES = frozenset({"bank_id"})
"""Ends like a reference, but names a question of a pack."""

_REFERENCE_LISTS = frozenset({"authority_over"})
"""Several ids in one field, comma-separated."""


def references(row: Row) -> Iterator[tuple[str, str]]:
    """Yield (field, id) for each row that this row points at."""
    for name in _fields(type(row)):
        for reference in _ids_in(name, getattr(row, name)):
            yield name, reference


def with_ids(row: AnyRow, ids: Mapping[str, str]) -> AnyRow:
    """Return the row under its new id, with every reference moved to its new id (old -> new).

    Raises ReviewError where an id is not among them.
    """
    moved: dict[str, str | None] = {"id": _moved(row, "id", row.id, ids)}
    for name in _fields(type(row)):
        value = getattr(row, name)
        if value:
            moved[name] = ",".join(
                _moved(row, name, reference, ids) for reference in _ids_in(name, value)
            )
    return dataclasses.replace(row, **moved)  # type: ignore[arg-type]


def _fields(row_type: type[Row]) -> list[str]:
    return [
        field.name
        for field in dataclasses.fields(row_type)
        if field.name in _REFERENCE_LISTS
        or (field.name.endswith("_id") and field.name not in _NO_REFERENCES)
    ]


def _ids_in(name: str, value: str | None) -> list[str]:
    if not value:
        return []
    if name not in _REFERENCE_LISTS:
        return [value]
    return [part.strip() for part in value.split(",") if part.strip()]


def _moved(row: Row, name: str, old: str, ids: Mapping[str, str]) -> str:
    try:
        return ids[old]
    except KeyError:
        raise ReviewError(
            f"{row.table} {row.id}, field “{name}”: “{old}” is not in this file; "
            "take the reference out or add what it points at."
        ) from None
