"""The people of a review with every way their names are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.rows import ParticipantRow
from models.values import Naming

SEVERAL = "one of the participants"
_PARTICLES = frozenset(
    "al bin da de del della den der di do dos du el la le mc of st ten ter van von y".split()  # noqa: SIM905
)
_ALSO_WORDS = frozenset(
    """
    april art august autumn bill bishop brook brown carol chance chase chip christian clay
    cliff colt cook crystal dale dawn day dean dick drew duke earl eve faith finn flora
    forest fox francis frank gene ginger glen good grace grant gray green hall harmony harry
    hill holly hope hunter iris ivy jack jasmine jay jewel jim john joy june justice kay
    king lance lane law lee lily long love mark may melody mercy mike miles mills nick olive
    page park pat patience patty pearl penny phil pierce pike pitt poppy price prudence ray
    read reed rich rob robin rock roman rose ruby rusty sage sandy scout sean skip sky sonny
    stew stone storm sue summer sunny tab terry tim tom trace trip tuck victor violet wade
    ward wells west white will winter wood woods wren young
    """.split()  # noqa: SIM905
)
"""Names that are words too: taken as names only where they are written with a capital."""


@dataclass(frozen=True, slots=True)
class Person:
    """How one person is written, and what readers see instead."""

    spellings: tuple[str, ...]
    shown: str
    is_role: bool
    """Whether `shown` is a role and takes an article within a sentence."""


def people(participants: Iterable[ParticipantRow], naming: Naming) -> tuple[Person, ...]:
    """Return everybody who has a name, with what stands for them."""
    rows = list(participants)
    roles = {word for row in rows for word in _words_of(row.role.casefold())}
    seen: dict[str, int] = {}
    found = []
    for number, row in enumerate(rows, 1):
        shown = _shown(row, number, naming, seen)
        spellings = tuple(
            spelling
            for spelling in dict.fromkeys(spellings_of(row))
            if spelling.casefold() not in roles and spelling.casefold() != row.role.casefold()
        )
        if spellings:
            found.append(Person(spellings, shown, is_role=naming is not Naming.ALIASES))
    return tuple(found)


def _shown(row: ParticipantRow, number: int, naming: Naming, seen: dict[str, int]) -> str:
    if naming is Naming.ALIASES:
        return f"Person {_letters(number)}"
    role = row.role.strip() or "Participant"
    seen[role.casefold()] = seen.get(role.casefold(), 0) + 1
    count = seen[role.casefold()]
    return role if count == 1 else f"{role} {count}"


def _letters(number: int) -> str:
    """Return A to Z, then AA, AB, ..."""
    said = ""
    while number:
        number, rest = divmod(number - 1, 26)
        said = chr(ord("A") + rest) + said
    return said


def spellings_of(row: ParticipantRow) -> Iterator[str]:
    """Yield the full name, its parts, usual handles and every alias, without accents."""
    for spelling in _spellings(row):
        bare = without_accents(spelling.strip().lstrip("@"))
        if len(bare) > 1:
            yield bare


def _spellings(row: ParticipantRow) -> Iterator[str]:
    name = " ".join(row.name.split())
    parts = [part.strip(".,()\"'") for part in name.split()]
    parts = [part for part in parts if len(part) > 1 and part.casefold() not in _PARTICLES]
    yield name
    yield from parts
    for part in parts:
        if "-" in part:
            yield from (piece for piece in part.split("-") if len(piece) > 2)
    if len(parts) > 1:
        first, last = parts[0], parts[-1]
        yield f"{first} {last}"
        yield f"{last}, {first}"
        yield from (f"{first}{joint}{last}" for joint in (".", "_", "-", ""))
        yield f"{first[0]}{last}"
        yield f"{first[0]}.{last}"
        yield f"{first}{last[0]}"
    yield from (alias for alias in row.aliases.split(","))


def without_accents(text: str) -> str:
    """Return the composed text with each letter bare of accents, as long as it was composed."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii():
        return composed
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in composed)


def is_word_too(spelling: str) -> bool:
    """Whether a name is also an everyday word, so that case tells them apart."""
    return spelling.casefold() in _ALSO_WORDS


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)
