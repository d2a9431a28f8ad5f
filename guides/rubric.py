"""The report in eight areas, each with good, some or little evidence and its places (R04).

After the Learning Response Review and Improvement Tool; for the facilitator alone. It points at
places and never adds them up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guides.action_set import standing
from guides.action_wording import is_a_wish
from guides.categories import ABOUT_WORK
from guides.coverage import Side, coverage_grid
from guides.glossary import unexplained_terms
from guides.network import conditions
from guides.perspectives import BEYOND_ENGINEERING
from guides.plain_language import judging_words, parallel_worlds
from guides.strength import strength_of
from guides.told import Told, told
from models.phrases import shortened
from models.rows import EventRow
from models.snapshot import Snapshot
from models.values import ImpactGroup, Strength

_PEOPLE_HIT = (ImpactGroup.CUSTOMERS, ImpactGroup.INTERNAL_USERS, ImpactGroup.SUPPORT_LOAD)
_MANY_TERMS = 5


class Level(StrEnum):
    """How much evidence there is for an area."""

    LITTLE = "little"
    SOME = "some"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the evidence stands: a short name, its words, the row it belongs to."""

    name: str
    words: str
    row_id: str = ""


@dataclass(frozen=True, slots=True)
class AreaReading:
    """One area of the rubric."""

    key: str
    title: str
    level: Level
    places: tuple[Place, ...]
    count: str
    """What stands at its right: `4 places`, `2 of 3`, `9 terms`."""


def rubric(snapshot: Snapshot) -> tuple[AreaReading, ...]:
    """Read the review in eight areas."""
    return tuple(area(snapshot) for area in _AREAS)


def _compassion(snapshot: Snapshot) -> AreaReading:
    tags = {p.id for p in snapshot.participants if p.role_tag in BEYOND_ENGINEERING}
    places = [
        Place("Impact", shortened(impact.text), impact.id)
        for impact in snapshot.impacts
        if impact.group in _PEOPLE_HIT
    ]
    heard = [a for a in snapshot.accounts if a.participant_id in tags]
    places += [Place("Account", shortened(account.text), account.id) for account in heard]
    answers = [a for a in snapshot.answers if a.participant_id in tags]
    places += [Place("Answer", shortened(answer.text), answer.id) for answer in answers]
    title = "Those affected are met with compassion"
    return _by_places("compassion", title, places, good=3)


def _whole_system(snapshot: Snapshot) -> AreaReading:
    found = conditions(snapshot)
    kinds = {factor.category for factor in found}
    work = [category for category in kinds if category in ABOUT_WORK]
    level = Level.LITTLE if not work else Level.SOME
    if len(kinds) >= 4 and len(work) >= 2:
        level = Level.GOOD
    places = tuple(Place(f.code, shortened(f.condition), f.id) for f in found)
    title = "The whole system is looked at"
    return AreaReading("system", title, level, places, _count(places))


def _acts_as_symptoms(snapshot: Snapshot) -> AreaReading:
    reached = {link.to_event_id for link in snapshot.factor_links}
    reached |= {row.event_id for row in snapshot.evidence}
    places = _events([e for e in _decisions(snapshot) if e.id in reached])
    title = "Acts are read as symptoms"
    return _of_all("symptoms", title, places, len(_decisions(snapshot)))


def _fair_words(snapshot: Snapshot) -> AreaReading:
    texts = told(snapshot)
    found = judging_words(texts)
    places = [Place(each.place, words, each.row_id) for each, words in found]
    return _by_absence("fair_words", "No blame in the words", places, texts)


def _made_sense(snapshot: Snapshot) -> AreaReading:
    sides = (Side.CUE, Side.EXPECTATION, Side.KNOWLEDGE, Side.GOAL)
    inside = {
        moment.event.id
        for moment in coverage_grid(snapshot)
        if sum(side in moment.answered for side in sides) >= 2
    }
    inside |= {e.id for e in snapshot.events if e.known_then.strip() and e.expected_next.strip()}
    places = _events([e for e in _decisions(snapshot) if e.id in inside])
    title = "What made sense at the time"
    return _of_all("sense", title, places, len(_decisions(snapshot)))


def _what_happened(snapshot: Snapshot) -> AreaReading:
    texts = told(snapshot)
    found = parallel_worlds(texts)
    places = [Place(each.place, words, each.row_id) for each, words in found]
    return _by_absence("parallel", "What happened, not what might have", places, texts)


def _actions(snapshot: Snapshot) -> AreaReading:
    linked = {link.action_id for link in snapshot.action_factors}
    every = standing(snapshot.actions)
    good = [
        action
        for action in every
        if action.id in linked
        and not is_a_wish(action.text)
        and strength_of(action) is not Strength.WEAK
    ]
    title = "Actions work on conditions"
    if not every and snapshot.decisions:
        decided = tuple(Place("Decision", shortened(d.text), d.id) for d in snapshot.decisions)
        return AreaReading("actions", title, Level.GOOD, decided, _count(decided))
    places = tuple(Place("Action", shortened(action.text), action.id) for action in good)
    return _of_all("actions", title, places, len(every))


def _clear(snapshot: Snapshot) -> AreaReading:
    texts = [each.text for each in told(snapshot)]
    terms = unexplained_terms(texts, snapshot.review.glossary)
    places = tuple(Place(term, "once" if n == 1 else f"{n} times") for term, n in terms.items())
    level = Level.LITTLE if len(terms) > _MANY_TERMS or not texts else Level.SOME
    if texts and not terms:
        level = Level.GOOD
    count = f"{len(terms)} term{'' if len(terms) == 1 else 's'}"
    return AreaReading("clear", "Clear to someone new", level, places, count)


_AREAS: tuple[Callable[[Snapshot], AreaReading], ...] = (
    _compassion,
    _whole_system,
    _acts_as_symptoms,
    _fair_words,
    _made_sense,
    _what_happened,
    _actions,
    _clear,
)


def _decisions(snapshot: Snapshot) -> list[EventRow]:
    return [event for event in snapshot.events if event.is_decision]


def _events(events: Sequence[EventRow]) -> tuple[Place, ...]:
    return tuple(Place("Event", shortened(event.title), event.id) for event in events)


def _by_places(key: str, title: str, places: Sequence[Place], good: int) -> AreaReading:
    level = Level.GOOD if len(places) >= good else Level.SOME if places else Level.LITTLE
    return AreaReading(key, title, level, tuple(places), _count(places))


def _of_all(key: str, title: str, places: tuple[Place, ...], of: int) -> AreaReading:
    level = Level.SOME if places else Level.LITTLE
    if places and 4 * len(places) >= 3 * of:
        level = Level.GOOD
    return AreaReading(key, title, level, places, f"{len(places)} of {of}")


def _by_absence(
    key: str, title: str, places: Sequence[Place], texts: Sequence[Told]
) -> AreaReading:
    level = Level.SOME if len(places) <= 2 else Level.LITTLE
    if not places:
        level = Level.GOOD if texts else Level.LITTLE
    return AreaReading(key, title, level, tuple(places), _count(places))


def _count(places: Sequence[Place]) -> str:
    if not places:
        return "no place"
    return f"{len(places)} place{'' if len(places) == 1 else 's'}"
