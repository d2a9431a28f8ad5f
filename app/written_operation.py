"""An operation as one line of JSON and back, so that a text can outlive the program (R6)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from importlib import import_module
from typing import Any

from app.operations.base import OPERATIONS, Operation

KIND, VALUE = "kind", "value"
OURS = re.compile(r"(models|app\.operations|guides)(\.[a-z_0-9]+)*")
NAME = re.compile(r"[a-z_0-9]+\.[a-z_0-9]+")
Readers = Mapping[str, Callable[[Any], Any]]


def to_line(operation: Operation[Any], library: str, now: datetime | None = None) -> str:
    """Return one line of JSON. Raises TypeError where an argument cannot be written down."""
    written = {
        "library": library,
        "operation": operation.name,
        "arguments": [_written(value) for value in operation.arguments],
        "text": operation.text,
        "at": (now or datetime.now(UTC)).isoformat(),
    }
    return json.dumps(written)


def from_line(line: str) -> Operation[Any]:
    """Return the operation that a line tells of, ready to be run.

    Raises ValueError where the line is not whole or tells of nothing that this version can do.
    """
    try:
        told = json.loads(line)
        name = str(told["operation"])
        arguments = [_read(value) for value in told["arguments"]]
    except (KeyError, TypeError, AttributeError, ImportError) as error:
        raise ValueError(line[:80]) from error
    if not NAME.fullmatch(name):
        raise ValueError(name)
    if name not in OPERATIONS:
        _import_operations(name.partition(".")[0])
    if name not in OPERATIONS:
        raise ValueError(name)
    return OPERATIONS[name](*arguments)


def _import_operations(module: str) -> None:
    try:
        import_module(f"app.operations.{module}")
    except ModuleNotFoundError as error:
        raise ValueError(module) from error


def _written(value: object) -> object:
    if value is None or type(value) in (bool, int, float, str):
        return value
    for kind, (holds, write) in WRITERS.items():
        if holds(value):
            return {KIND: kind, VALUE: write(value)}
    raise TypeError(type(value).__name__)


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return READERS[value[KIND]](value[VALUE])


def _type_name(value: object) -> str:
    return f"{type(value).__module__}:{type(value).__qualname__}"


def _type(name: str) -> Any:
    module, _, qualified = name.partition(":")
    if not OURS.fullmatch(module):
        raise ValueError(name)
    return getattr(import_module(module), qualified)


def _write_record(value: Any) -> object:
    told = {field.name: _written(getattr(value, field.name)) for field in fields(value)}
    return [_type_name(value), told]


def _read_record(told: Any) -> Any:
    return _type(told[0])(**{name: _read(value) for name, value in told[1].items()})


def _write_items(values: Any) -> object:
    return [_written(value) for value in values]


WRITERS: Mapping[str, tuple[Callable[[object], bool], Callable[[Any], object]]] = {
    "choice": (lambda v: isinstance(v, Enum), lambda v: [_type_name(v), v.value]),
    "moment": (lambda v: isinstance(v, datetime), lambda v: v.isoformat()),
    "day": (lambda v: isinstance(v, date), lambda v: v.isoformat()),
    "several": (lambda v: isinstance(v, tuple), _write_items),
    "set": (lambda v: isinstance(v, frozenset), _write_items),
    "record": (lambda v: is_dataclass(v) and not isinstance(v, type), _write_record),
}
READERS: Readers = {
    "choice": lambda told: _type(told[0])(told[1]),
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "several": lambda told: tuple(_read(value) for value in told),
    "set": lambda told: frozenset(_read(value) for value in told),
    "record": _read_record,
}
