"""What the words of an action say: a wish, a verb, one owner."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from guides.pack_files import pack

_PEOPLE = (
    r"(?:everyone|everybody|people|engineers?|developers?|operators?|responders?|staff|"
    r"the team|teams|colleagues|we|they)"
)
_WISH = re.compile(
    r"\b(?:"
    r"(?:be|being|stay) (?:more |extra |very |always )?"
    r"(?:careful|vigilant|diligent|mindful|attentive|cautious|aware|disciplined|thorough|alert)"
    r"|try harder|(?:pay|take) (?:more |closer |better )?(?:attention|care)|double[- ]?check"
    r"|remind(?:ing)? (?!\w* ?(?:e-?mail|bot|ticket)s? )\w+"
    rf"|(?:make|making) sure (?:that )?(?:{_PEOPLE}|to)\b"
    rf"|ensure (?:that )?(?:{_PEOPLE}|all \w+ (?:know|remember|follow|use))\b"
    r"|raise awareness|reinforce the importance|re-?train(?:ing)?\b|refresher training"
    r"|(?:more|better|additional) training"
    r"|(?:do not|don.t) (?:do|let) (?:this|that|it)|never (?:do|let) (?:this|that|it)"
    r"|stop (?:making|being|doing)|follow the (?:process|procedure|runbook|rules?)"
    r"|use common sense|learn from (?:this|the) \w+"
    r")",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bor\b)\s*", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:everyone|everybody|all|anyone|nobody|somebody|someone|us|we|tbd|\?+)$", re.I
)


def is_a_wish(text: str) -> bool:
    """Tell whether an action asks people to be better, in place of changing a condition (A08)."""
    return bool(_WISH.search(text))


def has_a_verb(text: str) -> bool:
    """Tell whether an action says what to do; a word that may be a noun counts only in front."""
    words = re.findall(r"[a-z]+", text.lower())
    if len(words) < 2:
        return False
    verbs, also_nouns = _words("verbs"), _words("also_nouns")
    return words[0] in verbs or any(word in verbs - also_nouns for word in words[1:])


def has_one_owner(owner: str, known: Iterable[str] = ()) -> bool:
    """Tell whether exactly one person or team owns an action.

    A known name counts as one, also with an "and" in it ("Search and Ads").
    """
    plain = owner.strip()
    if not plain or _NOBODY.match(plain):
        return False
    if plain.lower() in {name.strip().lower() for name in known}:
        return True
    return len([part for part in _SEVERAL.split(plain) if part]) == 1


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(pack("verbs")[name].split())
