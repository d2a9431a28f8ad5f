"""The raw tray: records page by page, their times moved by the shift of their source's clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, String, func, nulls_last, select, type_coerce
from sqlalchemy.orm import Session

from models.evidence import EventRecord, Record, Source
from models.queries.load import names_of
from models.queries.visible import record_is_shown
from models.rows import RecordRow
from models.values import RecordState

PAGE = 200
_IDS_AT_ONCE = 500
TrayLine: TypeAlias = tuple[str, RecordState, str]
"""A record's id, its state and the id of its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFilter:
    """Which records of a review are wanted; an empty filter wants all that are shown."""

    source_id: str | None = None
    states: frozenset[RecordState] = frozenset()
    text: str = ""
    """Part of what was said, or of the name of who said it."""
    timed: bool | None = None
    """Only those with a time, or only those without one."""


EVERY_RECORD = RecordFilter()


def record_page(
    session: Session,
    review_id: str,
    wanted: RecordFilter = EVERY_RECORD,
    *,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[RecordRow, ...]:
    """Return one page of the tray, in the order of time; those without a time stand last."""
    statement = _chosen().where(*_conditions(review_id, wanted)).order_by(*_order())
    return _rows(session, statement.offset(offset).limit(limit))


def shown_records(session: Session, review_id: str) -> tuple[RecordRow, ...]:
    """Return the whole tray at once; for an export, not for a window."""
    return _rows(session, _chosen().where(Record.review_id == review_id).order_by(*_order()))


def record_ids(
    session: Session, review_id: str, wanted: RecordFilter = EVERY_RECORD
) -> tuple[str, ...]:
    """Return the ids of the tray in its order: what a paging table keeps."""
    statement = select(Record.id).where(*_conditions(review_id, wanted)).order_by(*_order())
    return tuple(session.scalars(statement))


def tray_lines(session: Session, review_id: str) -> tuple[TrayLine, ...]:
    """Return id, state and source of every record that is shown, in the order of the tray.

    What a long list is filtered and counted on without asking again.
    """
    columns = (Record.id, type_coerce(Record.state, String), Record.source_id)
    conditions = _conditions(review_id, EVERY_RECORD)
    found = session.execute(select(*columns).where(*conditions).order_by(*_order()))
    states = {state.value: state for state in RecordState}
    return tuple((record_id, states[state], source_id) for record_id, state, source_id in found)


def records_by_id(session: Session, ids: Sequence[str]) -> tuple[RecordRow, ...]:
    """Return these records in the order of the ids; what is gone or hidden is left out."""
    found: dict[str, RecordRow] = {}
    for start in range(0, len(ids), _IDS_AT_ONCE):
        some = Record.id.in_(ids[start : start + _IDS_AT_ONCE])
        found |= {each.id: each for each in _rows(session, _chosen().where(some))}
    return tuple(found[each] for each in ids if each in found)


def records_of_event(session: Session, event_id: str) -> tuple[RecordRow, ...]:
    """Return the records that stand behind an event."""
    linked = select(EventRecord.record_id).where(EventRecord.event_id == event_id)
    return _rows(session, _chosen().where(Record.id.in_(linked)).order_by(*_order()))


def record_count(session: Session, review_id: str, wanted: RecordFilter = EVERY_RECORD) -> int:
    """Return how many records meet a filter."""
    statement = select(func.count()).select_from(Record).where(*_conditions(review_id, wanted))
    return session.scalar(statement) or 0


def record_counts(session: Session, review_id: str) -> Mapping[RecordState, int]:
    """Return how many records there are in each state."""
    statement = (
        select(Record.state, func.count())
        .where(Record.review_id == review_id, record_is_shown())
        .group_by(Record.state)
    )
    counted = dict(session.execute(statement).all())
    return {state: counted.get(state, 0) for state in RecordState}


def record_counts_by_source(session: Session, review_id: str) -> Mapping[str, int]:
    """Return how many records each source has, by its id; sources without any are left out."""
    statement = (
        select(Record.source_id, func.count())
        .where(Record.review_id == review_id, record_is_shown())
        .group_by(Record.source_id)
    )
    return dict(session.execute(statement).all())


def _conditions(review_id: str, wanted: RecordFilter) -> list[ColumnElement[bool]]:
    conditions = [Record.review_id == review_id, record_is_shown()]
    if wanted.source_id is not None:
        conditions.append(Record.source_id == wanted.source_id)
    if wanted.states:
        conditions.append(Record.state.in_(wanted.states))
    if wanted.timed is not None:
        conditions.append(Record.at.is_not(None) if wanted.timed else Record.at.is_(None))
    if wanted.text.strip():
        conditions.append(_says(wanted.text.strip()))
    return conditions


def _says(text: str) -> ColumnElement[bool]:
    return Record.text.icontains(text, autoescape=True) | Record.author.icontains(
        text, autoescape=True
    )


def _order() -> Collection[Any]:
    return (nulls_last(Record.at), Record.source_id, Record.position)


def _chosen() -> Select[Any]:
    columns = (Record.__table__.c[name] for name in names_of(RecordRow))
    return select(*columns, Source.shift_seconds).join(Source, Record.source_id == Source.id)


def _rows(session: Session, statement: Select[Any]) -> tuple[RecordRow, ...]:
    names = names_of(RecordRow)
    return tuple(
        _shifted(RecordRow(**dict(zip(names, values, strict=True))), shift)
        for *values, shift in session.execute(statement.where(record_is_shown()))
    )


def _shifted(record: RecordRow, seconds: int) -> RecordRow:
    if not seconds or record.at is None:
        return record
    return replace(record, at=record.at + timedelta(seconds=seconds))
