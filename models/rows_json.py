"""Rows as plain JSON mappings, and back: one spelling for the sample, the bundle and `show --json`.

Enums go by value, marks as a list in the order of the enum, dates as `2017-02-07`, instants in
UTC as `2017-01-31T23:26:00Z`, what is not known as null.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Collection, Hashable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

from models.errors import ReviewError
from models.rows import Row

JsonValue: TypeAlias = str | int | float | bool | list[str] | None
Reader: TypeAlias = Callable[[object], Any]


def row_to_json(row: Row, leave_out: Collection[str] = ()) -> dict[str, JsonValue]:
    """Return the fields of a row, in their declared order, as JSON values."""
    return {
        field.name: _value_to_json(getattr(row, field.name))
        for field in dataclasses.fields(row)
        if field.name not in leave_out
    }


def row_from_json(row_type: type[Row], mapping: Mapping[str, object]) -> dict[str, Any]:
    """Return the arguments for `row_type`; fields that the mapping leaves out keep their defaults.

    Raises ReviewError with table, row and field where a value cannot be read.
    """
    readers = _readers(typing.cast("Hashable", row_type))
    place = f"{row_type.table} {mapping.get('id', 'without an id')}"
    arguments: dict[str, Any] = {}
    for name, value in mapping.items():
        if name not in readers:
            raise ReviewError(
                f"{place}: there is no field “{name}”; take it out and read it again."
            )
        try:
            arguments[name] = readers[name](value)
        except (TypeError, ValueError) as problem:
            raise ReviewError(f"{place}, field “{name}”: {problem}.") from problem
    return arguments


def _value_to_json(value: object) -> JsonValue:
    match value:
        case StrEnum():
            return value.value
        case frozenset():
            return (
                [mark.value for mark in type(next(iter(value))) if mark in value] if value else []
            )
        case datetime():
            return _instant_to_json(value)
        case date():
            return value.isoformat()
        case None | str() | int() | float():
            return value
    raise TypeError(f"a row cannot hold {type(value).__name__}")


def _instant_to_json(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise TypeError("a row cannot hold a time without a zone")
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


@cache
def _readers(row_type: Any) -> Mapping[str, Reader]:
    hints = typing.get_type_hints(row_type)
    return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(row_type)}


def _reader(hint: object) -> Reader:
    if isinstance(hint, types.UnionType):
        (kind,) = (part for part in typing.get_args(hint) if part is not type(None))
        inner = _reader(kind)
        return lambda value: None if value is None else inner(value)
    if typing.get_origin(hint) is frozenset:
        (kind,) = typing.get_args(hint)
        return lambda value: _read_marks(kind, value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda value: _read_choice(hint, value)
    return _PLAIN_READERS[hint]


def _read_choice(kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(_read_text(value))
    except (TypeError, ValueError):
        known = ", ".join(choice.value for choice in kind)
        raise ValueError(f"{value!r} is not one of {known}") from None


def _read_marks(kind: type[StrEnum], value: object) -> frozenset[StrEnum]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return frozenset(_read_choice(kind, item) for item in value)


def _read_instant(value: object) -> datetime:
    text = _read_text(value)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a time such as 2017-01-31T23:26:00Z") from None
    if instant.tzinfo is None:
        raise ValueError(f"{value!r} has no zone; write it in UTC with a Z at its end")
    return instant.astimezone(UTC)


def _read_date(value: object) -> date:
    text = _read_text(value)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day such as 2017-02-07") from None


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _read_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def _read_whole_number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is not a whole number")
    return value


def _read_number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is not a number")
    return float(value)


_PLAIN_READERS: Mapping[object, Reader] = {
    str: _read_text,
    bool: _read_flag,
    int: _read_whole_number,
    float: _read_number,
    date: _read_date,
    datetime: _read_instant,
}
