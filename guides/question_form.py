"""Whether a typed question opens a conversation, and an open way to ask where it does not (I02).

Checks Q1 to Q6 and Q11 of method 2.3 lightly; a why about a mechanism is fine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from guides.pack_files import pack
from models.phrases import sentence_case

_MOST_WORDS = 20
_STACKED = re.compile(
    r"^(?P<first>[^?]*?\b(?:what|how|where|which|who|when|why)\b[^?]*?)"
    r"(?:\?\s+|[,;]?\s+and\s+)(?P<then>(?:what|how|where|when|who|whom|why|which)\b.*)$",
    re.IGNORECASE,
)
_SECOND_HALF = re.compile(
    r"[,;]?\s+and\s+(?=(?:what|how|where|when|who|whom|why|which)\b)", re.IGNORECASE
)


class FormKind(StrEnum):
    """What stands in the way of an open answer."""

    CLOSED = "closed"
    FACT = "fact"
    LEADING = "leading"
    WHY = "why"
    WHO = "who"
    PRESUMES = "presumes"
    STACKED = "stacked"
    LONG = "long"


FORM_WORDS: dict[FormKind, str] = {
    FormKind.CLOSED: "Yes or no would answer this.",
    FormKind.FACT: "A time or a number would answer this. The story first, the figure later.",
    FormKind.LEADING: "The answer is already in it.",
    FormKind.WHY: "A why about a person asks for a defence.",
    FormKind.WHO: "A who looks for a person. How it came about is the longer story.",
    FormKind.PRESUMES: "It takes for granted what only the ending shows.",
    FormKind.STACKED: "Two questions in one. The second can follow.",
    FormKind.LONG: "More than twenty words. A short one is easier to answer.",
}


@dataclass(frozen=True, slots=True)
class FormFinding:
    """What was noticed about a typed question, and another way to ask it."""

    kind: FormKind
    reason: str
    offer: str = ""
    """An open way to ask; empty where only the person asking can shorten it."""
    then: str = ""
    """The follow-up, where the question was split."""


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: FormKind
    find: re.Pattern[str]
    offer: str
    then: str


def look_at_question(typed: str) -> FormFinding | None:
    """Return what stands in the way of an open answer, or None where nothing does."""
    text = " ".join(typed.replace("\u2019", "'").split())
    if len(text) < 4:
        return None
    for rule in _rules():
        found = rule.find.search(text)
        if found:
            offer = sentence_case(_filled(rule.offer, found))
            return FormFinding(rule.kind, FORM_WORDS[rule.kind], offer, rule.then)
    stacked = _STACKED.match(text)
    if stacked:
        return _split(stacked)
    if len(text.split()) > _MOST_WORDS:
        return FormFinding(FormKind.LONG, FORM_WORDS[FormKind.LONG])
    return None


def is_closed(typed: str) -> bool:
    """Tell whether a question counts as closed: a yes, a name or a time would answer it (R05)."""
    found = look_at_question(typed)
    return found is not None and found.kind not in (FormKind.STACKED, FormKind.LONG)


def _split(found: re.Match[str]) -> FormFinding:
    first = found["first"].rstrip(" ,;?") + "?"
    parts = _SECOND_HALF.split(found["then"])
    then = sentence_case(parts[0].rstrip(" ,;?.")) + "?"
    return FormFinding(FormKind.STACKED, FORM_WORDS[FormKind.STACKED], sentence_case(first), then)


def _filled(offer: str, found: re.Match[str]) -> str:
    return offer.replace("{1}", found[1]) if found.groups() else offer


@cache
def _rules(language: str = "en") -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            FormKind(given["kind"]),
            re.compile(given["find"], re.IGNORECASE),
            given["offer"],
            given.get("then", ""),
        )
        for given in pack("rewrites", language)["rule"]
    )
