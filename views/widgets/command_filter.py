"""Which commands a typed word finds, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something the palette can do: words, keys, the group it is near to, and the doing.

    `also` holds further words to find it by; they are not shown.
    """

    title: str
    keys: str
    group: str
    run: Callable[[], object]
    icon: str = ""
    also: str = ""


def found(commands: Sequence[Command], typed: str) -> list[Command]:
    """Commands that hold every typed word, group by group in the order given.

    Within a group: titles that begin with the words, then those with a word that does, then
    the rest; equals stay in the order given.
    """
    sought = typed.casefold().split()
    groups = list(dict.fromkeys(command.group for command in commands))
    hits = [command for command in commands if _holds(command, sought)]
    return sorted(hits, key=lambda hit: (groups.index(hit.group), _distance(hit.title, sought)))


def spans(title: str, typed: str) -> list[tuple[int, int]]:
    """Where the typed words stand in a title, as (start, end), merged and in order."""
    low = title.casefold()
    if len(low) != len(title):
        return []
    marks = [False] * len(title)
    for word in typed.casefold().split():
        start = low.find(word)
        for place in range(start, start + len(word)) if start >= 0 else ():
            marks[place] = True
    edges = [i for i in range(len(marks) + 1) if _at(marks, i) != _at(marks, i - 1)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _at(marks: list[bool], place: int) -> bool:
    return 0 <= place < len(marks) and marks[place]


def _holds(command: Command, sought: list[str]) -> bool:
    text = f"{command.title} {command.also}".casefold()
    return all(word in text for word in sought)


def _distance(title: str, sought: list[str]) -> int:
    low = title.casefold()
    if not sought or low.startswith(" ".join(sought)):
        return 0
    starts = low.split()
    if all(any(start.startswith(word) for start in starts) for word in sought):
        return 1
    return 2 if all(word in low for word in sought) else 3
