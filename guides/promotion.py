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
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_NOTHING_SAID = "(no text)"
_GOES_ON = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What of an event can be told from its record alone."""

    title: str
    detail: str
    kind: EventKind


def draft_event(text: str, kind: RecordKind) -> EventDraft:
    """Return what a record suggests: its first line as the title, what follows as the detail.

    No word is left out; addresses behind links stay in the record, which stands behind the event.
    """
    first, _, rest = text.strip().partition("\n")
    line = _LINK.sub(r"\1", _LEADING.sub("", first)).strip(" |")
    title, left = _cut(line)
    detail = "\n".join(part for part in (left, rest.strip()) if part)
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


def _cut(line: str) -> tuple[str, str]:
    """Return a title and what of the line is left: cut behind a sentence, else behind a word."""
    if len(line) <= TITLE_CHARS:
        return line, ""
    sentence, *others = _SENTENCE_END.split(line, maxsplit=1)
    if others and len(sentence) <= TITLE_CHARS:
        return sentence, others[0]
    start = line[: TITLE_CHARS - 1].rsplit(" ", 1)[0]
    return start.rstrip(",;:- ") + _GOES_ON, _GOES_ON + line[len(start) :].lstrip()
