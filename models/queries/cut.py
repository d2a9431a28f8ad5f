"""Cuts a whole snapshot down to what one reader may see, so that no exporter can tell more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from models.queries.privacy import seen
from models.rows import AnswerRow, GapRow, ParkedIdeaRow, ParticipantRow, QuestionRow, Row
from models.snapshot import Snapshot
from models.taxonomy import Sensitivity
from models.values import Privacy

Placed = TypeVar("Placed", GapRow, ParkedIdeaRow)


@dataclass(frozen=True, slots=True)
class _Visible:
    """The ids of what a reader may see; None stands for "points at nothing"."""

    ids: frozenset[str | None]

    def __contains__(self, row_id: str | None) -> bool:
        return row_id in self.ids


def _visible(*groups: Iterable[Row]) -> _Visible:
    return _Visible(frozenset({None, *(row.id for group in groups for row in group)}))


def cut(whole: Snapshot, level: Privacy) -> Snapshot:
    """Return the part of a whole snapshot that a reader of this level may see.

    Rows that point at something hidden let go of it; rows that are nothing without it go too.
    """
    events, factors = seen(level, whole.events), seen(level, whole.factors)
    actions, decisions = seen(level, whole.actions), seen(level, whole.decisions)
    moments, ends = _visible(events), _visible(factors, actions)
    accounts = tuple(a for a in seen(level, whole.accounts) if a.event_id in moments)
    questions, answers = _inquiry(whole, level, moments)
    there = _visible(events, factors, actions, decisions, accounts, answers)
    return replace(
        _joined(whole, there),
        level=level,
        participants=tuple(_public_person(p) for p in whole.participants),
        events=events,
        accounts=accounts,
        gaps=tuple(_placed(g, there) for g in seen(level, whole.gaps)),
        impacts=seen(level, whole.impacts),
        questions=questions,
        answers=tuple(a if a.factor_id in ends else replace(a, factor_id=None) for a in answers),
        notes=seen(level, whole.notes),
        parked_ideas=tuple(_idea(i, there) for i in seen(level, whole.parked_ideas)),
        factors=factors,
        actions=tuple(a if a.parent_id in ends else replace(a, parent_id=None) for a in actions),
        decisions=decisions,
        feedback=(),
    )


def _joined(whole: Snapshot, there: _Visible) -> Snapshot:
    """Return the snapshot with only those links of which both ends are there."""
    return replace(
        whole,
        attachments=tuple(a for a in whole.attachments if a.event_id in there),
        event_records=tuple(e for e in whole.event_records if e.event_id in there),
        evidence=tuple(
            e
            for e in whole.evidence
            if all(i in there for i in (e.factor_id, e.event_id, e.answer_id, e.account_id))
        ),
        factor_links=tuple(
            k
            for k in whole.factor_links
            if all(i in there for i in (k.from_factor_id, k.to_factor_id, k.to_event_id))
        ),
        action_factors=tuple(
            a for a in whole.action_factors if a.action_id in there and a.factor_id in there
        ),
        decision_factors=tuple(
            d for d in whole.decision_factors if d.decision_id in there and d.factor_id in there
        ),
    )


def _inquiry(
    whole: Snapshot, level: Privacy, moments: _Visible
) -> tuple[tuple[QuestionRow, ...], tuple[AnswerRow, ...]]:
    """Return the questions and answers that may be seen, from the top of each chain downwards.

    A question goes with its moment, with the answer it hangs under, and with its own answers where
    all of them are hidden. One for a private talk stays private. Only participants see those that
    nobody has answered. What had been typed before a question was asked is nobody else's.
    """
    told, asked_of = _by_question(seen(level, whole.answers)), _by_question(whole.answers)
    below: dict[str | None, list[QuestionRow]] = {}
    for question in whole.questions:
        below.setdefault(question.parent_answer_id, []).append(question)
    sees_open = level in (Privacy.OFF_RECORD, Privacy.PARTICIPANTS)
    shown, heard = set[str](), set[str]()
    waiting = list(below.get(None, ()))
    while waiting:
        question = waiting.pop()
        may = question.id in told or (sees_open and question.id not in asked_of)
        if question.sensitivity is Sensitivity.HIGH or question.event_id not in moments or not may:
            continue
        shown.add(question.id)
        for answer in told.get(question.id, ()):
            heard.add(answer.id)
            waiting += below.get(answer.id, ())
    return (
        tuple(replace(q, typed_text="") for q in whole.questions if q.id in shown),
        tuple(a for a in whole.answers if a.id in heard),
    )


def _by_question(answers: Iterable[AnswerRow]) -> dict[str, list[AnswerRow]]:
    found: dict[str, list[AnswerRow]] = {}
    for answer in answers:
        found.setdefault(answer.question_id, []).append(answer)
    return found


def _public_person(person: ParticipantRow) -> ParticipantRow:
    return replace(person, talk_first=False, authority_over="")


def _placed(told: Placed, there: _Visible) -> Placed:
    return told if told.event_id in there else replace(told, event_id=None)


def _idea(idea: ParkedIdeaRow, there: _Visible) -> ParkedIdeaRow:
    placed = _placed(idea, there)
    return placed if placed.action_id in there else replace(placed, action_id=None)
