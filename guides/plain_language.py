"""A first, coarse look for words of blame and for parallel worlds, for the report rubric (R04)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guides.told import Told

_PERSON = (
    r"(?:engineers?|developers?|operators?|admins?|administrators?|responders?|managers?|"
    r"reviewers?|authors?|contractors?|team|staff|he|she|they|someone)"
)
_JUDGING = re.compile(
    r"\b(?:(?:human|user|operator) error|to blame|at fault|culprit|careless(?:ly|ness)?|"
    r"negligen(?:t|ce)|incompeten(?:t|ce)|sloppy|(?:their|his|her|whose) (?:fault|mistake)|"
    r"should have known|cut corners|dropped the ball|root cause"
    rf"|{_PERSON} (?:wrongly|mistakenly|carelessly|blindly|hastily)\b"
    rf"|{_PERSON} (?:broke|took down|wiped|messed up|screwed up)\b"
    rf"|(?:caused|introduced) by (?:the |an? )?(?:[\w-]+ ){{0,2}}{_PERSON})\b",
    re.IGNORECASE,
)
_PARALLEL = re.compile(
    r"\b(?:(?:should|could|would|ought to) (?:not |never )?have \w+|(?:should|could|would)n.t have|"
    r"should.ve|could.ve|if only|had (?:we|they|he|she|the \w+) \w+ed|"
    rf"{_PERSON} (?:failed to|neglected to|forgot to|missed|overlooked|ignored)|"
    r"missed (?:the )?(?:opportunity|chance|signs?)|(?:was|were) (?:entirely )?"
    r"(?:preventable|avoidable))\b",
    re.IGNORECASE,
)


def judging_words(texts: Iterable[Told]) -> tuple[tuple[Told, str], ...]:
    """Return the places that blame, each with its words."""
    return _found(_JUDGING, texts)


def parallel_worlds(texts: Iterable[Told]) -> tuple[tuple[Told, str], ...]:
    """Return the places that tell what did not happen, each with its words."""
    return _found(_PARALLEL, texts)


def _found(pattern: re.Pattern[str], texts: Iterable[Told]) -> tuple[tuple[Told, str], ...]:
    return tuple((told, match[0]) for told in texts if (match := pattern.search(told.text)))
