"""How much an action depends on memory and attention: a first guess from its words (method 5.4)."""

from __future__ import annotations

import re

from models.rows import ActionItemRow
from models.values import Strength

STRENGTH_WORDS: dict[Strength, str] = {
    Strength.STRONG: "does not depend on memory or attention",
    Strength.INTERMEDIATE: "helps memory and attention",
    Strength.WEAK: "relies on people remembering",
}

_STRONG = re.compile(
    r"\b(?:remov(?:e|ing)|isolat\w+|enforc\w+|reject\w*|refus\w+|by default|default to|"
    r"safe defaults?|block\w*|automatic(?:ally)? roll\w*|roll\w* back automatically|limit\w*|"
    r"decoupl\w+|retir(?:e|ing)|single tool|one tool|quota\w*|constraints?|impossible|"
    r"cannot be|prevent\w*|fail[- ]?safe|rate[- ]limit\w*|two[- ]key|interlock\w*)\b",
    re.IGNORECASE,
)
_INTERMEDIATE = re.compile(
    r"\b(?:canar(?:y|ies)|alert\w*|page (?:when|if|on)|test(?:s|ed|ing)?|restor(?:e|es|ing)|"
    r"game ?days?|rehears\w+|drill\w*|renam\w+|checklists?|staff\w*|hire|on-call|"
    r"reduc\w+ (?:\w+ )?noise|templates?|replica\w*|redundan\w+|second path|second region|"
    r"backups?|monitor\w*|guard-?rails?|colou?r|dashboards?|automat\w+)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:remind\w*|train\w*|retrain\w*|approv\w+|document\w*|polic(?:y|ies)|warn\w*|"
    r"investigat\w+|review twice|second review\w*|wiki|banner|comment|announce\w*|study|"
    r"look into|discuss\w*|write down|be aware)\b",
    re.IGNORECASE,
)


def guess_strength(text: str) -> Strength:
    """Guess the strength from key words; the weaker word wins over an intermediate one.

    Where nothing speaks for more, an action counts as weak.
    """
    if _STRONG.search(text):
        return Strength.STRONG
    if _INTERMEDIATE.search(text) and not _WEAK.search(text):
        return Strength.INTERMEDIATE
    return Strength.WEAK


def strength_of(action: ActionItemRow) -> Strength:
    """Return the strength as set, else as guessed."""
    return action.strength or guess_strength(action.text)
