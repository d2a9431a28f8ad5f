"""What was just said, and the follow-up it opens; offered, never asked by itself (method 2.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from guides.pack_files import pack
from models.taxonomy import Probe


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something people say, and what to ask then."""

    key: str
    label: str
    """On the chip: `I knew`."""
    ask: str
    other: str
    """A second way to ask on."""
    first: str = ""
    """What to say before asking, for words of self-blame."""
    care: bool = False
    """Whether it shows in the care colours, in the guide only."""
    probes: tuple[Probe, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue found in an answer, by the characters it takes."""

    cue: Cue
    words: str
    start: int
    end: int


@cache
def cues(language: str = "en") -> tuple[Cue, ...]:
    """Return every cue, in the order of its chips."""
    return tuple(
        Cue(
            key=given["key"],
            label=given["label"],
            ask=given["ask"],
            other=given["or"],
            first=given.get("first", ""),
            care=given.get("care", False),
            probes=tuple(Probe(probe) for probe in given["probes"]),
            pattern=_pattern(given["words"]),
        )
        for given in pack("cues", language)["cue"]
    )


def heard_in(answer: str, language: str = "en") -> tuple[Heard, ...]:
    """Return the cues in an answer in the order they were said; words of self-blame come first."""
    plain = answer.replace("\u2019", "'")
    found = [
        Heard(cue, answer[match.start() : match.end()], match.start(), match.end())
        for cue in cues(language)
        if (match := cue.pattern.search(plain))
    ]
    return tuple(sorted(found, key=lambda heard: (not heard.cue.care, heard.start)))


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
