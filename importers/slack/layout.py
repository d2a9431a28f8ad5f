"""Where the messages lie in an export: `CHANNEL/YYYY-MM-DD.json`, perhaps one folder down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from importers.archive import Tree, UnreadableEntryError
from importers.json_text import UnreadableJsonError, read_json
from importers.record import Skipped

_DAY_FILE = re.compile(r"(?P<root>(?:.*/)?)(?P<folder>[^/]+)/\d{4}-\d{2}-\d{2}\.json")


@dataclass(frozen=True, slots=True)
class DayFile:
    """One day of one channel."""

    name: str
    folder: str
    place: str
    """The name without the folder the whole export lies in."""


def root_of(tree: Tree) -> str:
    """Return the folder the export lies in, empty or with a slash at its end."""
    roots = Counter(found["root"] for name in tree.names if (found := _DAY_FILE.fullmatch(name)))
    return roots.most_common(1)[0][0] if roots else ""


def day_files(tree: Tree, root: str) -> Iterator[DayFile]:
    """Yield the files with messages, channel by channel, day by day."""
    for name in tree.names:
        found = _DAY_FILE.fullmatch(name)
        if found is not None and found["root"] == root:
            yield DayFile(name, found["folder"], name.removeprefix(root))


def read_messages(tree: Tree, day: DayFile) -> list[object] | Skipped:
    """Return the messages of one file, still in whatever shape they have."""
    try:
        messages = read_json(tree.read(day.name))
    except UnreadableEntryError as trouble:
        return Skipped(place=day.place, reason=f"a file that is {trouble}")
    except UnreadableJsonError:
        return Skipped(place=day.place, reason="a file that is no readable JSON")
    if not isinstance(messages, list):
        return Skipped(place=day.place, reason="a file without a list of messages")
    return messages
