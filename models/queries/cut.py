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
    there = _visible(
        events := seen(level, whole.events),
        answers := seen(level, whole.answers),
        factors := seen(level, whole.factors),
        actions := seen(level, whole.actions),
        decisions := seen(level, whole.decisions),
        accounts := seen(level, whole.accounts),
    )
    questions = _questions(whole, level, answers)
    asked = _visible(questions)
    return replace(
        _joined(whole, there),
        level=level,
        participants=tuple(_public_person(p) for p in whole.participants),
        events=events,
        accounts=tuple(a for a in accounts if a.event_id in there),
        gaps=tuple(_placed(g, there) for g in seen(level, whole.gaps)),
        impacts=seen(level, whole.impacts),
        questions=questions,
        answers=tuple(a for a in answers if a.question_id in asked),
        notes=seen(level, whole.notes),
        parked_ideas=tuple(_placed(i, there) for i in seen(level, whole.parked_ideas)),
        factors=factors,
        actions=actions,
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


def _questions(
    whole: Snapshot, level: Privacy, answers: Iterable[AnswerRow]
) -> tuple[QuestionRow, ...]:
    """Return the questions with an answer that may be seen; participants also see open ones.

    A question for a private talk, or one that was answered in private only, stays private.
    """
    answers = tuple(answers)
    told = _visible(answers)
    seen_answers = {answer.question_id for answer in answers}
    all_answers = {answer.question_id for answer in whole.answers}
    sees_open = level in (Privacy.OFF_RECORD, Privacy.PARTICIPANTS)
    return tuple(
        q
        for q in whole.questions
        if q.parent_answer_id in told
        and q.sensitivity is not Sensitivity.HIGH
        and (q.id in seen_answers or (sees_open and q.id not in all_answers))
    )


def _public_person(person: ParticipantRow) -> ParticipantRow:
    return replace(person, talk_first=False, authority_over="")


def _placed(told: Placed, there: _Visible) -> Placed:
    return told if told.event_id in there else replace(told, event_id=None)
