"""What the picking of questions has to know of one event, one person and the review around it."""

from __future__ import annotations

from dataclasses import dataclass

from guides.checks.timeline import events_without_a_source
from guides.coverage import Side, answered_questions, coverage_of, question_events
from guides.looks import not_looked_at
from guides.settings import MethodSettings
from guides.silences import silences
from models.rows import EventRow, ParticipantRow, QuestionRow
from models.snapshot import Snapshot
from models.taxonomy import Category, Probe, QuestionDepth
from models.values import Detection, EventKind, Mark

_FIRST_NOTICED = (EventKind.DETECTION, EventKind.CUSTOMER_REPORT)
_MARK_PROBES: dict[Mark, tuple[Probe, ...]] = {
    Mark.SURPRISE: (Probe.SURPRISE, Probe.MODEL, Probe.KNOWLEDGE),
    Mark.CONFUSION: (Probe.MODEL, Probe.UNCERTAINTY, Probe.COMMON_GROUND, Probe.OBSERVABILITY),
    Mark.HANDOFF: (Probe.COMMON_GROUND, Probe.PERSPECTIVE, Probe.GAP),
}
_CUSTOMER_PROBES = (Probe.COORDINATION, Probe.PERSPECTIVE, Probe.IMPACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The facts that the score of a question depends on (method 2.7)."""

    event: EventRow | None = None
    person: ParticipantRow | None = None
    empty_sides: frozenset[Side] = frozenset()
    has_gap: bool = False
    accounts_differ: bool = False
    marked_probes: frozenset[Probe] = frozenset()
    not_looked: frozenset[Category] = frozenset()
    asked_ids: frozenset[str] = frozenset()
    """Questions of the bank that this person was asked before in this review."""
    openings: frozenset[str] = frozenset()
    """How the questions asked about this event, or to this person, begin."""
    open_answered: int = 0
    """How many open questions about this event have an answer."""


def moment_of(
    snapshot: Snapshot,
    event: EventRow | None = None,
    person: ParticipantRow | None = None,
    settings: MethodSettings | None = None,
) -> Moment:
    """Gather the facts about an event and a person."""
    asked = _asked(snapshot, event, person)
    about_event = [question for question, here in asked if here]
    answered = answered_questions(snapshot)
    settings = settings or MethodSettings()
    return Moment(
        event=event,
        person=person,
        empty_sides=_empty_sides(snapshot, event),
        has_gap=event is not None and _has_gap(snapshot, event, settings),
        accounts_differ=event is not None and _accounts_differ(snapshot, event),
        marked_probes=_marked_probes(snapshot, event),
        not_looked=frozenset(guide.category for guide in not_looked_at(snapshot)),
        asked_ids=frozenset(q.bank_id for q, _ in asked if q.bank_id and _to(q, person)),
        openings=frozenset(opening(question.text) for question, _ in asked),
        open_answered=sum(
            question.depth is QuestionDepth.OPEN and question.id in answered
            for question in about_event
        ),
    )


def opening(text: str) -> str:
    """Return the first six words of a question, for telling repeats apart."""
    return " ".join(text.lower().split()[:6])


def _asked(
    snapshot: Snapshot, event: EventRow | None, person: ParticipantRow | None
) -> list[tuple[QuestionRow, bool]]:
    homes = question_events(snapshot)
    event_id = event.id if event else None
    return [
        (question, event_id is not None and homes[question.id] == event_id)
        for question in snapshot.questions
        if _to(question, person) or (event_id is not None and homes[question.id] == event_id)
    ]


def _to(question: QuestionRow, person: ParticipantRow | None) -> bool:
    return question.participant_id == (person.id if person else None)


def _empty_sides(snapshot: Snapshot, event: EventRow | None) -> frozenset[Side]:
    if event is None:
        return frozenset()
    return frozenset(coverage_of([event], snapshot)[0].empty)


def _has_gap(snapshot: Snapshot, event: EventRow, settings: MethodSettings) -> bool:
    bare = any(each.id == event.id for each in events_without_a_source(snapshot))
    return bare or any(s.after.id == event.id for s in silences(snapshot, settings))


def _accounts_differ(snapshot: Snapshot, event: EventRow) -> bool:
    told = {a.participant_id: a.text.strip() for a in snapshot.accounts if a.event_id == event.id}
    return len({text for text in told.values() if text}) > 1


def _marked_probes(snapshot: Snapshot, event: EventRow | None) -> frozenset[Probe]:
    if event is None:
        return frozenset()
    found = {probe for mark in event.marks for probe in _MARK_PROBES.get(mark, ())}
    if snapshot.review.detection is Detection.CUSTOMER and event.kind in _FIRST_NOTICED:
        found.update(_CUSTOMER_PROBES)
    return frozenset(found)
