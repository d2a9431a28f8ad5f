"""What may complete the word under the cursor in a quick event line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guides.kinds import KIND_TITLES, MARK_TITLES, kinds_starting, marks_starting

_UNDER_CURSOR = re.compile(r"(?:^|\s)(?P<sign>[@#!])(?P<typed>\"?[\w\-. ]*)$")


@dataclass(frozen=True, slots=True)
class Completion:
    """A text that may replace the characters from `start` to the cursor, and what it means."""

    start: int
    text: str
    words: str


def completions(line: str, cursor: int, lanes: Sequence[str]) -> tuple[Completion, ...]:
    """Return what may stand at the cursor, or nothing outside of a lane, kind or mark."""
    found = _UNDER_CURSOR.search(line[:cursor])
    if found is None:
        return ()
    sign, typed, start = found["sign"], found["typed"], found.start("sign")
    if sign == "@":
        return tuple(Completion(start, _lane(lane), lane) for lane in _lanes(typed, lanes))
    if " " in typed:
        return ()
    if sign == "#":
        return tuple(
            Completion(start, f"#{kind}", KIND_TITLES[kind]) for kind in kinds_starting(typed)
        )
    return tuple(Completion(start, f"!{mark}", MARK_TITLES[mark]) for mark in marks_starting(typed))


def _lanes(typed: str, lanes: Sequence[str]) -> list[str]:
    plain = typed.removeprefix('"').lower()
    return [lane for lane in lanes if lane.lower().startswith(plain)]


def _lane(lane: str) -> str:
    return f'@"{lane}"' if re.search(r"[^\w\-./]", lane) else f"@{lane}"
