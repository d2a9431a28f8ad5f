"""How well a question fits a moment, in points, and the reasons in words (method 2.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guides.categories import CATEGORIES_OF_PROBE, GUIDE_TO
from guides.coverage import SIDE_OF, SIDE_TITLES
from guides.kinds import KIND_TITLES, MARK_TITLES
from guides.moment import Moment, opening
from guides.people import shown_as
from guides.question_bank import ANY, Question
from guides.statement_cues import Cue
from models.taxonomy import Category, Probe

_GAP_PROBES = (Probe.GAP, Probe.COORDINATION)
_DIFFERENCE_PROBES = (Probe.PERSPECTIVE, Probe.MODEL)
_EXACT, _ANY_EVENT, _ANY_ROLE = 1.0, 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Points:
    """A part of a score, with the words for it where it is worth saying."""

    points: float
    words: str = ""
    rank: int = 9
    """Which words say most about the choice; the lowest is said first."""


def points_of(question: Question, moment: Moment, cue: Cue | None) -> tuple[Points, ...]:
    """Return the parts of a question's score."""
    return tuple(_points(question, moment, cue))


def fits_event(question: Question, moment: Moment) -> bool:
    """Tell whether a question is tagged for the event, or for any."""
    return moment.event is None or ANY in question.events or bool(_exact_tags(question, moment))


def _points(question: Question, moment: Moment, cue: Cue | None) -> Iterator[Points]:
    yield _event_points(question, moment)
    yield _role_points(question, moment)
    yield from _unknown_points(question.probe, moment)
    if question.probe in moment.marked_probes:
        yield Points(1, "this moment stood out", 3)
    if cue is not None and question.probe in cue.probes:
        yield Points(1, f"after “{cue.label}”", 0)
    if question.id in moment.asked_ids:
        yield Points(-4)
    if opening(question.text) in moment.openings:
        yield Points(-2)


def _unknown_points(probe: Probe, moment: Moment) -> Iterator[Points]:
    side = SIDE_OF[probe]
    if side in moment.empty_sides:
        yield Points(2, f"nothing known yet about {SIDE_TITLES[side].lower()}", 2)
    if moment.has_gap and probe in _GAP_PROBES:
        yield Points(2, "little is on record here", 1)
    if moment.accounts_differ and probe in _DIFFERENCE_PROBES:
        yield Points(2, "two accounts differ", 1)
    category = _not_looked(probe, moment)
    if category is not None:
        yield Points(1, f"{GUIDE_TO[category].title.lower()} not looked at yet", 5)


def _event_points(question: Question, moment: Moment) -> Points:
    tags = _exact_tags(question, moment)
    if moment.event is not None and tags:
        kind = moment.event.kind
        marks = [title for mark, title in MARK_TITLES.items() if mark in tags]
        name = KIND_TITLES[kind] if kind in tags else marks[0]
        return Points(3 * _EXACT, f"fits this moment: {name.lower()}", 4)
    return Points(3 * _ANY_EVENT) if ANY in question.events else Points(0)


def _role_points(question: Question, moment: Moment) -> Points:
    person = moment.person
    if person is not None and person.role_tag in question.roles:
        return Points(2 * _EXACT, f"for the {shown_as(person)}", 6)
    return Points(2 * _ANY_ROLE) if ANY in question.roles else Points(0)


def _exact_tags(question: Question, moment: Moment) -> frozenset[str]:
    if moment.event is None:
        return frozenset()
    return question.events & {moment.event.kind, *moment.event.marks}


def _not_looked(probe: Probe, moment: Moment) -> Category | None:
    leads_to = CATEGORIES_OF_PROBE.get(probe, ())
    return next((category for category in leads_to if category in moment.not_looked), None)
