"""What shows a factor, as chips; and everything that could, as choices to find by typing."""

from __future__ import annotations

from dataclasses import dataclass

from guides.how_chain import rung_title
from guides.network import says_something
from models.phrases import shortened
from models.rows import AnswerRow, EvidenceRow, RecordRow
from models.snapshot import Snapshot
from models.times.show import show_time
from models.values import Stage, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceChip:
    """One piece of evidence, as its chip shows it."""

    evidence_id: str
    label: str
    icon: str
    said: str
    """What it says, in full."""
    stance: Stance
    stage: Stage | None = None
    """Where its target is shown, with the id to go to."""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be chosen: the column that it goes to and its id."""

    column: str
    row_id: str
    title: str
    group: str
    also: str = ""
    icon: str = ""


def evidence_chips(
    factor_id: str, snapshot: Snapshot, records: dict[str, RecordRow]
) -> tuple[EvidenceChip, ...]:
    """Return the evidence of a factor in its order; what points nowhere any more is left out."""
    rows = [row for row in snapshot.evidence if row.factor_id == factor_id and says_something(row)]
    return tuple(_chip(row, snapshot, records) for row in rows)


def evidence_choices(snapshot: Snapshot, records: tuple[RecordRow, ...]) -> tuple[Choice, ...]:
    """Return every event, answer, account and cited record of a review."""
    return (
        *_events(snapshot),
        *_answers(snapshot),
        *_accounts(snapshot),
        *(_record_choice(record, snapshot.review.zone) for record in records),
    )


def event_choices(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return every event."""
    return _events(snapshot)


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A question and its answer on the way down a how-chain."""

    rung: str
    question: str
    answer: str


def chain_of(answer: AnswerRow, snapshot: Snapshot) -> tuple[ChainStep, ...]:
    """Return the way from the first question down to an answer that became a factor."""
    questions = {row.id: row for row in snapshot.questions}
    answers = {row.id: row for row in snapshot.answers}
    steps: list[ChainStep] = []
    here: AnswerRow | None = answer
    while here is not None and len(steps) < len(answers):
        question = questions.get(here.question_id)
        if question is None:
            break
        steps.append(ChainStep(rung_title(question.rung), question.text, here.text))
        here = answers.get(question.parent_answer_id or "")
    return tuple(reversed(steps))


def promoted_answers(factor_id: str, snapshot: Snapshot) -> tuple[AnswerRow, ...]:
    """Return the answers that were promoted to a factor."""
    return tuple(answer for answer in snapshot.answers if answer.factor_id == factor_id)


def _chip(row: EvidenceRow, snapshot: Snapshot, records: dict[str, RecordRow]) -> EvidenceChip:
    label, icon, said, stage, target = _told(row, snapshot, records)
    return EvidenceChip(
        evidence_id=row.id,
        label=f"against: {label}" if row.stance is Stance.DISPUTES else label,
        icon=icon,
        said=said,
        stance=row.stance,
        stage=stage,
        target=target,
    )


def _told(
    row: EvidenceRow, snapshot: Snapshot, records: dict[str, RecordRow]
) -> tuple[str, str, str, Stage | None, str]:
    zone = snapshot.review.zone
    for number, event in enumerate(snapshot.events, 1):
        if event.id == row.event_id:
            when = show_time(event.at, zone, event.precision)
            said = f"{when} {event.title}"
            return f"E{number}", "record.on_timeline", said, Stage.TIMELINE, event.id
    for number, answer in enumerate(snapshot.answers, 1):
        if answer.id == row.answer_id:
            return f"Answer {number}", "do.quote", answer.text, Stage.EXPLORE, answer.id
    for number, account in enumerate(snapshot.accounts, 1):
        if account.id == row.account_id:
            stage, target = Stage.TIMELINE, account.event_id
            return f"Account {number}", "do.accounts", account.text, stage, target
    record = records.get(row.record_id or "")
    if record is not None:
        return _record_name(record, zone), _icon(record), record.text, Stage.GATHER, record.id
    said = row.text.strip() or "What it pointed at is no longer here"
    return shortened(said, 32), "record.file", said, None, ""


def _record_name(record: RecordRow, zone: str) -> str:
    when = show_time(record.at, zone, record.precision, seconds=True) if record.at else ""
    return f"{record.kind.value.replace('_', ' ').capitalize()} {when}".strip()


def _icon(record: RecordRow) -> str:
    known = {"chat", "alert", "log", "graph", "status_page", "recording", "picture", "link"}
    return f"record.{record.kind.value if record.kind.value in known else 'file'}"


def _record_choice(record: RecordRow, zone: str) -> Choice:
    title = f"{_record_name(record, zone)}  {shortened(record.text, 60)}"
    return Choice(
        column="record_id",
        row_id=record.id,
        title=title,
        group="Cited records",
        also=f"{record.text} {record.author}",
        icon=_icon(record),
    )


def _events(snapshot: Snapshot) -> tuple[Choice, ...]:
    zone = snapshot.review.zone
    return tuple(
        Choice(
            column="event_id",
            row_id=event.id,
            title=f"E{number}  {show_time(event.at, zone, event.precision)}  "
            f"{shortened(event.title, 64)}",
            group="Events",
            also=f"{event.title} {event.lane} {event.detail}",
            icon=f"kind.{event.kind.value}",
        )
        for number, event in enumerate(snapshot.events, 1)
    )


def _answers(snapshot: Snapshot) -> tuple[Choice, ...]:
    asked = {question.id: question.text for question in snapshot.questions}
    return tuple(
        Choice(
            column="answer_id",
            row_id=answer.id,
            title=f"Answer {number}  {shortened(answer.text, 64)}",
            group="Answers",
            also=f"{answer.text} {asked.get(answer.question_id, '')}",
            icon="do.quote",
        )
        for number, answer in enumerate(snapshot.answers, 1)
    )


def _accounts(snapshot: Snapshot) -> tuple[Choice, ...]:
    titles = {event.id: event.title for event in snapshot.events}
    return tuple(
        Choice(
            column="account_id",
            row_id=account.id,
            title=f"Account {number}  {shortened(account.text, 64)}",
            group="Accounts",
            also=f"{account.text} {titles.get(account.event_id, '')}",
            icon="do.accounts",
        )
        for number, account in enumerate(snapshot.accounts, 1)
    )
