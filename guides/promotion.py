"""How a raw record reads as an event: its title, its detail and a first guess at its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.rows import ParticipantRow
from models.values import EventKind, RecordKind

TITLE_CHARS = 120
"""A title is one line in the list; what does not fit stands in the detail."""

KIND_GUESSES = {
    RecordKind.ALERT: EventKind.ALERT,
    RecordKind.STATUS_PAGE: EventKind.COMMUNICATION,
}
_LEADING = re.compile(r"^\s*(?:[-*+>#|]+\s+|\d+[.)]\s+)+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")
_NOTHING_SAID = "(no text)"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What of an event can be told from its record alone."""

    title: str
    detail: str
    kind: EventKind


def draft_event(text: str, kind: RecordKind) -> EventDraft:
    """Return the title, detail and kind that a record suggests; no word of it is lost."""
    whole = text.strip()
    first = next((line.strip() for line in whole.splitlines() if line.strip()), "")
    title = _cut(_LEADING.sub("", first).strip(" |"))
    detail = "" if title == whole else whole
    return EventDraft(title or _NOTHING_SAID, detail, KIND_GUESSES.get(kind, EventKind.NORMAL))


def person_called(name: str, people: Iterable[ParticipantRow]) -> ParticipantRow | None:
    """Return the participant with this name, role, handle or address; None where it is unclear."""
    wanted = _plain(name)
    if not wanted:
        return None
    found = [person for person in people if wanted in _names(person)]
    return found[0] if len(found) == 1 else None


def _names(person: ParticipantRow) -> set[str]:
    return {_plain(part) for part in (person.name, person.role, *person.aliases.split(","))} - {""}


def _plain(name: str) -> str:
    return name.strip().lstrip("@").casefold()


def _cut(line: str) -> str:
    if len(line) <= TITLE_CHARS:
        return line
    sentence = _SENTENCE_END.split(line, maxsplit=1)[0]
    if len(sentence) <= TITLE_CHARS:
        return sentence
    return line[: TITLE_CHARS - 1].rsplit(" ", 1)[0].rstrip(",;:- ") + "\N{HORIZONTAL ELLIPSIS}"
