"""How a factor is worded and what the factors of a review look like together (method 4.5).

The form is CONDITION -> WHAT IT MADE LIKELY OR HARD -> SHOWN BY. Nothing is refused; each finding
says what was noticed and asks on (F07, F08).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guides.network import conditions, degrees, enabled_by, support_of
from guides.people import names_of
from models.phrases import listed
from models.rows import FactorRow
from models.snapshot import Snapshot

FRAME = "Condition, then what it made likely or hard, shown by evidence."
_MOST_WORDS = 30
_ROLES = (
    r"(?:engineers?|developers?|operators?|admins?|administrators?|responders?|on-?call|managers?|"
    r"leads?|reviewers?|authors?|analysts?|technicians?|contractors?|vendors?|teams?|staff|users?|"
    r"management|support|qa|ops|someone|somebody|nobody|no one|everyone|he|she|they|we)"
)
_HARM = (
    r"(?:broke|took down|deleted|wiped|caused|introduced|misconfigured|mistyped|overlooked|missed|"
    r"forgot|ignored|neglected|failed|did not|didn.t|never|skipped|dropped|removed|triggered|"
    r"pushed|restarted|ran|chose|decided|assumed|misread|misunderstood|rushed)"
)
_PERSON_ACTS = re.compile(
    rf"^\W*(?:(?:the|an?|one|our|some)\s+)?(?:[\w-]+\s+){{0,2}}{_ROLES}\s+(?:\w+ly\s+)?{_HARM}\b",
    re.I,
)
_PERSON_AS_CAUSE = re.compile(
    r"\b(?:because of|due to|caused by|introduced by)\s+(?:the |an? |our )?"
    rf"(?:[\w-]+\s){{0,2}}{_ROLES}\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?:human|user|operator|pilot) error|carelessness|negligence|complacency|"
    r"root cause|lack of discipline|inattention)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:poor(?:ly)?|inadequate(?:ly)?|insufficient(?:ly)?|bad(?:ly)?|improper(?:ly)?|"
    r"ineffective(?:ly)?|substandard|sloppy|careless(?:ly)?|deficient|weak|wrong(?:ly)?|"
    r"unclear|suboptimal)\b(?!\s+(?:memory|disk|space|capacity|bandwidth|gateway|request))",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"^\W*(?:(?:the|a|an)\s+)?(?:lack of|absence of|missing|no(?! one)|not enough|without|"
    r"there (?:is|was|were|are) no)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FactorFinding:
    """What was noticed about one statement: the words, the reason, the question that goes on."""

    key: str
    words: str
    reason: str
    ask: str


@dataclass(frozen=True, slots=True)
class ReviewFinding:
    """What was noticed about the factors together, with the factors it is about."""

    key: str
    sentence: str
    factors: tuple[str, ...] = ()


def look_at_statement(
    condition: str, effect: str = "", names: Iterable[str] = ()
) -> tuple[FactorFinding, ...]:
    """Return what to ask about a typed factor; `names` are the people of the review."""
    text = " ".join(f"{condition} {effect}".replace("\u2019", "'").split())
    return tuple(_findings(text, condition, tuple(names)))


def look_at_factor(factor: FactorRow, snapshot: Snapshot) -> tuple[FactorFinding, ...]:
    """Return what to ask about a factor, its evidence and what enables it included."""
    people = [name for person in snapshot.participants for name in names_of(person)]
    found = list(look_at_statement(factor.condition, factor.effect, people))
    if enabled_by(factor, snapshot):
        found = [finding for finding in found if finding.key != "person"]
    if not support_of(factor, snapshot):
        found.append(
            FactorFinding(
                "evidence", "", "Nothing shows it yet.", "Which event, answer or record shows it?"
            )
        )
    return tuple(found)


def look_at_factors(snapshot: Snapshot) -> tuple[ReviewFinding, ...]:
    """Return what is noticed about all factors together, besides the checks of the stage."""
    return tuple(_together(snapshot))


def evidence_share(snapshot: Snapshot) -> tuple[int, int]:
    """Return how many factors are shown by something, and how many there are."""
    shown = sum(bool(support_of(factor, snapshot)) for factor in snapshot.factors)
    return shown, len(snapshot.factors)


def _findings(text: str, condition: str, names: tuple[str, ...]) -> Iterator[FactorFinding]:
    label = _LABEL.search(text)
    if label:
        ask = "That is one. What else had to be true?"
        if label[0].lower() != "root cause":
            ask = "What made that step easy to take?"
        yield FactorFinding("label", label[0], "A label ends the story where it starts.", ask)
    person = _person(text, names)
    if person and not label:
        yield FactorFinding(
            "person",
            person,
            "A person stands where a condition could be told.",
            "What in the tools, the time or the setting would lead any of us to the same step?",
        )
    absent = _ABSENT.match(condition)
    if absent:
        ask = "How is it done instead?"
        yield FactorFinding(
            "absent", absent[0].strip(), "What is absent shows nothing by itself.", ask
        )
    vague = _VAGUE.search(text)
    if vague:
        ask = "What was observed that makes it so?"
        yield FactorFinding("vague", vague[0], "A verdict stands in for the observation.", ask)
    if len(text.split()) > _MOST_WORDS:
        reason = f"More than {_MOST_WORDS} words; it may be two factors."
        yield FactorFinding("long", "", reason, "Which part could stand by itself?")


def _person(text: str, names: tuple[str, ...]) -> str:
    for pattern in (_PERSON_ACTS, _PERSON_AS_CAUSE):
        found = pattern.search(text)
        if found:
            return found[0].strip()
    for name in sorted((name for name in names if name.strip()), key=len, reverse=True):
        found = re.match(rf"^\W*(?:the )?{re.escape(name)}\s+(?:\w+ly\s+)?{_HARM}\b", text, re.I)
        if found:
            return found[0].strip()
    return ""


def _together(snapshot: Snapshot) -> Iterator[ReviewFinding]:
    if len({factor.category for factor in conditions(snapshot)}) == 1:
        yield ReviewFinding("one_category", "All conditions lie in one category so far.")
    links = degrees(snapshot)
    alone = tuple(factor.code for factor in snapshot.factors if not links[factor.id])
    if alone and len(snapshot.factors) > 1:
        verb = "stands" if len(alone) == 1 else "stand"
        sentence = f"{listed(alone)} {verb} alone. How do they act on the others?"
        if len(alone) == 1:
            sentence = f"{alone[0]} stands alone. How does it act on the others?"
        yield ReviewFinding("alone", sentence, alone)
    levels = {factor.level for factor in snapshot.factors if factor.level}
    if len(levels) == 1 and len(snapshot.factors) > 2:
        yield ReviewFinding("one_level", f"All factors sit at one level so far: {levels.pop()}.")
