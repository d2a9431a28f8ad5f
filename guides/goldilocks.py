"""Whether an action is too small, just right or too big, in words (A01, method 5.3).

Advice: the facilitator can overrule it with a reason, and both are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guides.action_wording import has_a_verb, has_one_owner, is_a_wish
from guides.pack_files import pack
from guides.settings import MethodSettings
from guides.strength import STRENGTH_WORDS, strength_of
from models.phrases import counted, listed, sentence_case
from models.rows import ActionItemRow, DecisionRow, FactorRow
from models.times.show import short_date
from models.values import FactorRole, Horizon, Reach, Strength

_ALREADY_SAID = re.compile(
    r"^(?:we can handle (?:this|it) twice)?\s*[:,;]?\s*(?:because\b)?\s*", re.IGNORECASE
)
_MOST_EFFORT_DAYS = 40
_SMALL_EFFORT_DAYS = 1
_MOST_TEAMS = 3
_WEIGHTY_LINKS = 3
_SHORT_DAYS, _MEDIUM_DAYS = 14, 90
_REACH_POINTS = {Reach.SPOT: 0, Reach.CLASS: 1, Reach.SEVERAL: 2}
_STRENGTH_POINTS = {Strength.WEAK: 0, Strength.INTERMEDIATE: 1, Strength.STRONG: 2}


class Size(StrEnum):
    """How an action fits into a month or two of planned work."""

    SMALL = "small"
    FITS = "fits"
    BIG = "big"


class Needle(StrEnum):
    """How much an action changes."""

    STILL = "still"
    NUDGES = "nudges"
    MOVES = "moves"


class VerdictKind(StrEnum):
    """What an action is called."""

    NOT_READY = "not_ready"
    WISH = "wish"
    JUST_RIGHT = "just_right"
    SMALL_EFFECT = "small_effect"
    TOO_SMALL = "too_small"
    SMALL_AND_MIGHTY = "small_and_mighty"
    TOO_BIG = "too_big"
    TOO_BIG_UNCLEAR = "too_big_unclear"
    NO_ACTION = "no_action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is said of an action; `size` and `needle` are words to show, never numbers."""

    kind: VerdictKind
    title: str
    words: str
    brief: str = ""
    """The words without what a card says elsewhere."""
    size: Size | None = None
    needle: Needle | None = None
    missing: tuple[str, ...] = ()

    @property
    def in_accent(self) -> bool:
        """Whether it takes the accent: the two kinds to go ahead with."""
        return self.kind in (VerdictKind.JUST_RIGHT, VerdictKind.SMALL_AND_MIGHTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """What a verdict leans on beside the action itself."""

    today: date
    factors: tuple[FactorRow, ...] = ()
    """The factors it is linked to."""
    links: int = 0
    """The most links one of those factors has in the network."""
    recurs: bool = False
    """Whether one of those conditions was found in two reviews or more."""
    owners: tuple[str, ...] = ()
    """Known names of teams, people and roles."""


def verdict(
    action: ActionItemRow, facts: ActionFacts, settings: MethodSettings | None = None
) -> Verdict:
    """Judge an action on its two axes, in the order of asking: wish, ready, size and needle."""
    settings = settings or MethodSettings()
    size, needle = size_of(action, facts.today, settings), needle_of(action, facts)
    missing = tuple(_missing(action, facts))
    if is_a_wish(action.text):
        verb = pack("goldilocks")["missing"]["verb"]
        asked = tuple(each for each in missing if each != verb)
        return _say(VerdictKind.WISH, size, needle, missing=asked)
    if missing:
        words = {"missing": listed(missing)}
        return _say(VerdictKind.NOT_READY, size, needle, words, missing)
    slots = {
        "date": short_date(action.due) if action.due else "",
        "factors": _factor_words(facts.factors),
        "reach": pack("goldilocks")["reach"][action.reach],
        "reliance": STRENGTH_WORDS[strength_of(action)],
        "reason": (reason := listed(_too_much(action, facts.today, settings))),
        "Reason": sentence_case(reason),
    }
    return _say(_kind(size, needle), size, needle, slots)


def no_action_verdict(decision: DecisionRow) -> Verdict:
    """Say the decision for no action with the same weight; parts not given are left out."""
    given: dict[str, str] = pack("goldilocks")[VerdictKind.NO_ACTION]
    because = accepted = again = ""
    if decision.reason.strip():
        because = given["because"].replace("{reason}", _inner(decision.reason))
    if decision.accepted_by.strip():
        accepted = given["accepted"].replace("{role}", decision.accepted_by.strip())
    if decision.look_again_if.strip():
        again = given["again_if"].replace("{trigger}", _inner(decision.look_again_if))
    elif decision.look_again_on:
        again = given["again_on"].replace("{date}", short_date(decision.look_again_on))
    return Verdict(
        kind=VerdictKind.NO_ACTION,
        title=given["title"],
        words=_sentences(given["words"], because, accepted, again),
        brief=_sentences(because, again),
    )


def size_of(action: ActionItemRow, today: date, settings: MethodSettings) -> Size:
    """Return how an action fits; big is asked first, and a missing effort counts as fitting."""
    if any(_too_much(action, today, settings)):
        return Size.BIG
    span = due_span(action, today)
    effort = _effort(action)
    if span is None or effort is None:
        return Size.FITS
    short = span < settings.shortest_action_days and effort <= _SMALL_EFFORT_DAYS
    return Size.SMALL if short else Size.FITS


def needle_of(action: ActionItemRow, facts: ActionFacts) -> Needle:
    """Return how much an action changes: reach, strength, weight of the factor, recurrence."""
    triggers = (FactorRole.TRIGGER, FactorRole.AMPLIFIER)
    weighty = facts.links >= _WEIGHTY_LINKS or any(f.role in triggers for f in facts.factors)
    points = _REACH_POINTS[action.reach] + _STRENGTH_POINTS[strength_of(action)]
    points += int(weighty) + int(facts.recurs)
    if points >= 3:
        return Needle.MOVES
    return Needle.NUDGES if points == 2 else Needle.STILL


def horizon_of(action: ActionItemRow, today: date) -> Horizon | None:
    """Return short, medium or long: as overruled, else from the due date (A03)."""
    span = due_span(action, today)
    if action.horizon is not None or span is None:
        return action.horizon
    if span <= _SHORT_DAYS:
        return Horizon.SHORT
    return Horizon.MEDIUM if span <= _MEDIUM_DAYS else Horizon.LONG


def due_span(action: ActionItemRow, today: date) -> int | None:
    """Return the days until an action is due, from its acceptance, before that from today."""
    return (action.due - (action.accepted_on or today)).days if action.due else None


def _kind(size: Size, needle: Needle) -> VerdictKind:
    if size is Size.BIG:
        still = needle is Needle.STILL
        return VerdictKind.TOO_BIG_UNCLEAR if still else VerdictKind.TOO_BIG
    moves = needle is Needle.MOVES
    if size is Size.SMALL:
        return VerdictKind.SMALL_AND_MIGHTY if moves else VerdictKind.TOO_SMALL
    return VerdictKind.JUST_RIGHT if moves else VerdictKind.SMALL_EFFECT


def _too_much(action: ActionItemRow, today: date, settings: MethodSettings) -> Iterator[str]:
    yield from _too_much_without_a_date(action)
    span = due_span(action, today)
    if span is not None and span > settings.longest_action_days:
        yield f"due in more than {settings.longest_action_days} days"


def _too_much_without_a_date(action: ActionItemRow) -> Iterator[str]:
    effort = _effort(action)
    if effort is not None and effort > _MOST_EFFORT_DAYS:
        yield f"more than {_MOST_EFFORT_DAYS} days of work"
    if action.teams_involved > _MOST_TEAMS:
        yield counted(action.teams_involved, "team")
    if not action.owner_can_decide:
        yield "not the owner's to decide"


def _missing(action: ActionItemRow, facts: ActionFacts) -> Iterator[str]:
    words: dict[str, str] = pack("goldilocks")["missing"]
    if not action.text.strip():
        yield words["text"]
    elif not has_a_verb(action.text):
        yield words["verb"]
    if not action.owner.strip():
        yield words["owner"]
    elif not has_one_owner(action.owner, facts.owners):
        yield words["one_owner"]
    if action.due is None and not any(_too_much_without_a_date(action)):
        yield words["date"]
    if not action.done_when.strip():
        yield words["done_when"]
    if not facts.factors:
        yield words["factor"]


def _effort(action: ActionItemRow) -> float | None:
    return action.effort_low if action.effort_high is None else action.effort_high


def _factor_words(factors: Iterable[FactorRow]) -> str:
    return listed(factor.code for factor in factors)


def _say(
    kind: VerdictKind,
    size: Size,
    needle: Needle,
    slots: dict[str, str] | None = None,
    missing: tuple[str, ...] = (),
) -> Verdict:
    given: dict[str, str] = pack("goldilocks")[kind]
    return Verdict(
        kind=kind,
        title=given["title"],
        words=_filled(given["words"], slots or {}),
        brief=_filled(given.get("card", given["words"]), slots or {}),
        size=size,
        needle=needle,
        missing=missing,
    )


def _sentences(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _filled(words: str, slots: dict[str, str]) -> str:
    for slot, text in slots.items():
        words = words.replace(f"{{{slot}}}", text)
    return words


def _inner(sentence: str) -> str:
    plain = _ALREADY_SAID.sub("", sentence.strip()).rstrip(".")
    return plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain
