"""JSON from outside: read within limits, and asked for values without trusting their shape."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from importers.text import decode_only


class UnreadableJsonError(Exception):
    """The text is no JSON that can be trusted."""


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse, strict=False)


def read_json(raw: bytes) -> Any:
    """Return the value of a JSON text; raise UnreadableJsonError for everything else.

    NaN, Infinity, numbers of thousands of digits and bottomless nesting are refused.
    """
    try:
        return _DECODER.decode(decode_only(raw).text.lstrip("\ufeff"))
    except (ValueError, RecursionError, OverflowError) as trouble:
        raise UnreadableJsonError(type(trouble).__name__) from trouble


def text_at(value: Any, *path: str) -> str:
    """Return the string below some keys, or an empty one where there is none."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def dicts(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; nothing for what is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
