"""The question bank: packs of open questions with their tags, each line checked as it is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from guides.pack_files import PackError, pack_text
from models.phrases import listed
from models.taxonomy import Probe, QuestionDepth, Sensitivity
from models.values import EventKind, Mark, RoleTag, Stage

ANY = "*"
INSIGHTS = "insights"
"""The stage of questions across incidents; it is a place of the library, not of a review."""
SLOTS = ("time", "artefact", "role", "their words", "channel")
"""What a question may leave to be filled from the event: `{time}`."""

_FIELDS = (
    "id",
    "text",
    "then",
    "stage",
    "events",
    "roles",
    "probe",
    "depth",
    "sensitivity",
    "mode",
)
_STAGES = frozenset({*Stage, INSIGHTS})
_EVENTS = frozenset({*EventKind, *Mark, ANY})
_ROLES = frozenset({*RoleTag, ANY})
_MODES = frozenset({"any", "meeting"})
_SLOT = re.compile(r"\{([^{}]*)\}")

_Tag = TypeVar("_Tag", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the bank (method 2.2)."""

    id: str
    text: str
    then: str = ""
    """The follow-up, asked after the answer."""
    stage: str
    events: frozenset[str]
    """Event kinds and marks it fits; `*` fits every event."""
    roles: frozenset[str]
    probe: Probe
    depth: QuestionDepth
    sensitivity: Sensitivity
    meeting_only: bool = False

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that have to be filled before it can be asked."""
        return tuple(_SLOT.findall(f"{self.text} {self.then}"))


@cache
def questions(language: str = "en") -> tuple[Question, ...]:
    """Return the shipped question bank."""
    name = f"questions-{language}.jsonl"
    return read_pack(pack_text(name), name)


def read_pack_file(path: Path) -> tuple[Question, ...]:
    """Return the questions of a dropped pack; raises PackError naming file and line."""
    try:
        return read_pack(path.read_text("utf-8"), path.name)
    except UnicodeDecodeError:
        raise PackError(f"{path.name} is not a text file in UTF-8. Save it as UTF-8.") from None


def read_pack(text: str, name: str) -> tuple[Question, ...]:
    """Return the questions in a pack, one JSON object a line; raises PackError."""
    found: dict[str, Question] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        question = _question(_object(line, place), place)
        if question.id in found:
            raise PackError(f"{place}: the id “{question.id}” is used twice. Give it another.")
        found[question.id] = question
    return tuple(found.values())


def _object(line: str, place: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as problem:
        raise PackError(f"{place}: this is not JSON ({problem.msg}). Mend the line.") from None
    if not isinstance(found, dict):
        raise PackError(f"{place}: a question is a JSON object with {listed(_FIELDS)}.")
    missing = [field for field in _FIELDS if field not in found]
    if missing:
        raise PackError(f"{place}: {listed(missing)} left out. Add what is missing.")
    return found


def _question(given: dict[str, object], place: str) -> Question:
    question = Question(
        id=_text(given, "id", place),
        text=_text(given, "text", place),
        then=_text(given, "then", place, may_be_empty=True),
        stage=_one_of(given, "stage", _STAGES, place),
        events=_some_of(given, "events", _EVENTS, place),
        roles=_some_of(given, "roles", _ROLES, place),
        probe=_tag(given, "probe", Probe, place),
        depth=_tag(given, "depth", QuestionDepth, place),
        sensitivity=_tag(given, "sensitivity", Sensitivity, place),
        meeting_only=_one_of(given, "mode", _MODES, place) == "meeting",
    )
    for slot in question.slots:
        if slot not in SLOTS:
            raise PackError(f"{place}: no event fills {{{slot}}}. Use one of {listed(SLOTS)}.")
    return question


def _text(given: dict[str, object], field: str, place: str, *, may_be_empty: bool = False) -> str:
    found = given[field]
    if not isinstance(found, str) or not (found.strip() or may_be_empty):
        raise PackError(f"{place}: “{field}” holds no text. Write one.")
    return found.strip()


def _tag(given: dict[str, object], field: str, tags: type[_Tag], place: str) -> _Tag:
    return tags(_one_of(given, field, frozenset(tags), place))


def _one_of(given: dict[str, object], field: str, allowed: frozenset[str], place: str) -> str:
    found = given[field]
    if not isinstance(found, str) or found not in allowed:
        raise _unknown(found, field, allowed, place)
    return str(found)


def _some_of(
    given: dict[str, object], field: str, allowed: frozenset[str], place: str
) -> frozenset[str]:
    found = given[field]
    if not isinstance(found, list) or not found:
        raise PackError(f'{place}: “{field}” is a list, ["*"] for all. Write it as one.')
    for each in found:
        if not isinstance(each, str) or each not in allowed:
            raise _unknown(each, field, allowed, place)
    return frozenset(found)


def _unknown(found: object, field: str, allowed: Iterable[str], place: str) -> PackError:
    return PackError(f"{place}: “{found}” is no {field}. Use one of {listed(sorted(allowed))}.")
