"""Brings a snapshot up to date by reading only the rows that a change touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from models.queries.load import row, rows, table_of
from models.queries.snapshots import PARTS, record_count, services_of, sources_of, teams_of
from models.rows import EventRow, ReviewRow, Row
from models.snapshot import Snapshot

MOST = 200
"""A change of more rows than this is read as a whole."""
NEVER = datetime.max.replace(tzinfo=UTC)
KINDS: Mapping[str, tuple[str, type[Row], tuple[str, ...]]] = {
    kind.table: (name, kind, order) for name, kind, order in PARTS
}
RECORDS = frozenset({"record", "import_batch"})
SOURCES = frozenset({"source", "import_batch"})
"""An import brings its source into sight, and takes it out of sight, with its batch."""


def patched(
    session: Session, before: Snapshot, touched: Iterable[tuple[str, str]]
) -> Snapshot | None:
    """Return a whole snapshot after a change of these rows, given as (table, id).

    None where too much has changed, or where the review is gone: read it anew then.
    """
    by_table: dict[str, set[str]] = {}
    for table, row_id in touched:
        by_table.setdefault(table, set()).add(row_id)
    if sum(map(len, by_table.values())) > MOST:
        return None
    parts: dict[str, Any] = {}
    for table, ids in by_table.items():
        if table in KINDS:
            name, kind, order = KINDS[table]
            old: tuple[Any, ...] = getattr(before, name)
            parts[name] = _merged(session, before, old, (kind, order, ids))
        elif table == EventRow.table:
            parts["events"] = _events(session, before, ids)
    review = row(session, ReviewRow, before.review.id)
    if review is None:
        return None
    return replace(before, review=review, **_small(session, review.id, by_table), **parts)


def _small(session: Session, review_id: str, by_table: Mapping[str, object]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "services": services_of(session, review_id),
        "teams": teams_of(session, review_id),
    }
    if RECORDS & by_table.keys():
        found["record_count"] = record_count(session, review_id)
    if SOURCES & by_table.keys():
        found["sources"] = sources_of(session, review_id)
    return found


def _merged(
    session: Session,
    before: Snapshot,
    old: tuple[Any, ...],
    what: tuple[type[Row], tuple[str, ...], set[str]],
) -> tuple[Any, ...]:
    kind, order, ids = what
    fresh = _fresh(session, kind, before.review.id, ids)
    kept = [each for each in old if each.id not in ids]

    def place(each: Any) -> tuple[Any, ...]:
        return (*(getattr(each, key) for key in order), each.id)

    return tuple(sorted([*kept, *fresh], key=place))


def _events(session: Session, before: Snapshot, ids: set[str]) -> tuple[EventRow, ...]:
    fresh = _fresh(session, EventRow, before.review.id, ids)
    kept = [event for event in before.events if event.id not in ids]
    return tuple(sorted([*kept, *fresh], key=_moment))


def _moment(event: EventRow) -> tuple[datetime, int, str]:
    return (event.at or NEVER, event.rank, event.id)


def _fresh(session: Session, kind: type[Row], review_id: str, ids: set[str]) -> tuple[Any, ...]:
    columns = table_of(kind).c
    return rows(session, kind, columns.id.in_(ids), columns.review_id == review_id)
