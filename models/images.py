"""Rows as JSON and back, by the types of their columns: for trash, sample and bundle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Date, Table
from sqlalchemy import Enum as EnumType
from sqlalchemy.types import TypeEngine

from models.base import MarkSet, UtcDateTime
from models.values import Mark


def to_json(value: object) -> object:
    """Return a column's value as JSON holds it; times in UTC with a Z."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def image_to_json(image: Mapping[str, object]) -> dict[str, object]:
    """Return a row's image as JSON holds it."""
    return {key: to_json(value) for key, value in image.items()}


def image_from_json(table: Table, stored: Mapping[str, object]) -> dict[str, Any]:
    """Return the image of a row of this table; unknown columns are left out.

    Raises ValueError where a value does not fit its column.
    """
    return {
        key: _from_json(table.c[key].type, value) for key, value in stored.items() if key in table.c
    }


def _from_json(kind: TypeEngine[Any], value: Any) -> object:
    if value is None:
        return None
    if isinstance(kind, EnumType) and kind.enum_class is not None:
        return kind.enum_class(value)
    if isinstance(kind, MarkSet):
        return frozenset(Mark(word) for word in value)
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return value
