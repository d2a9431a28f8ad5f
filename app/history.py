"""Records every row that an operation writes, so that it can be unwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, delete, event, insert, inspect, select, update
from sqlalchemy.orm import LoaderCallableStatus, Mapper, Session, object_session

from app.changes import Change, Key
from models.base import Entity, checksum_of
from models.schema import references_to

Image: TypeAlias = dict[str, Any]
RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after an operation; None means that it did not exist."""

    table: str
    id: str
    before: Image | None
    after: Image | None

    def inverted(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)

    def apply(self, connection: Connection) -> None:
        """Write the after-image; the version only ever rises."""
        table = Entity.metadata.tables[self.table]
        if self.after is None:
            connection.execute(delete(table).where(table.c.id == self.id))
        elif self.before is None:
            raised = {**self.after, "version": self.after["version"] + 1}
            connection.execute(insert(table).values(raised))
        else:
            raised = self.differing() | {"version": table.c.version + 1}
            connection.execute(update(table).where(table.c.id == self.id).values(raised))
            _sum_again(connection, table, self.id)

    def differing(self) -> Image:
        """Return the columns that the change sets, so that others keep what came since."""
        if self.before is None or self.after is None:
            return dict(self.after or {})
        before = self.before
        return {k: v for k, v in self.after.items() if k != "version" and before.get(k) != v}


def _sum_again(connection: Connection, table: Table, row_id: str) -> None:
    """Renew the checksum of a row of which only some columns went back."""
    words = [column for column in table.columns if column.info.get("words")]
    if "checksum" not in table.c or not words:
        return
    stored = connection.execute(select(*words).where(table.c.id == row_id)).one_or_none()
    if stored is not None:
        checksum = checksum_of(text or "" for text in stored)
        connection.execute(update(table).where(table.c.id == row_id).values(checksum=checksum))


@dataclass(slots=True)
class Recording:
    """The rows written so far by the operation in progress."""

    rows: list[RowChange] = field(default_factory=list)
    _before: dict[Key, Image] = field(default_factory=dict)

    def remember(self, connection: Connection, entity: Entity) -> None:
        """Keep the stored image of a row that is about to be overwritten."""
        table = _table(type(entity))
        before = _loaded_image(entity, table) or _stored_image(connection, entity, table)
        self._before[table.name, entity.id] = before

    def wrote(self, entity: Entity, after: Image | None) -> None:
        """Note a row that has been written."""
        table = _table(type(entity)).name
        before = self._before.pop((table, entity.id), None)
        self.rows.append(RowChange(table, entity.id, before, after))


def remove(session: Session, kind: type[Entity], row_id: str) -> None:
    """Delete a row with everything that belongs to it, recorded row by row.

    Rows that need it are deleted too; rows that may stand without it let go of it.
    """
    session.flush()
    _remove_rows(session, _table(kind), [row_id])
    session.expire_all()


def remove_many(session: Session, kind: type[Entity], row_ids: Sequence[str]) -> None:
    """Delete several rows like `remove`, in one pass."""
    session.flush()
    _remove_rows(session, _table(kind), row_ids)
    session.expire_all()


def _remove_rows(session: Session, table: Table, row_ids: Sequence[str]) -> None:
    for other, column in references_to(table.name):
        for ids in _slices(row_ids):
            hit = list(session.scalars(select(other.c.id).where(column.in_(ids))))
            if not hit:
                continue
            if column.nullable:
                _let_go(session, other, column.name, hit)
            else:
                _remove_rows(session, other, hit)
    recording: Recording = session.info[RECORDING]
    for ids in _slices(row_ids):
        for stored in session.execute(select(table).where(table.c.id.in_(ids))).mappings():
            recording.rows.append(RowChange(table.name, stored["id"], dict(stored), None))
        session.execute(delete(table).where(table.c.id.in_(ids)))


def bring_back(session: Session, images: Sequence[tuple[str, Image]]) -> None:
    """Insert rows as they were, recorded; foreign keys are checked at the commit."""
    recording: Recording = session.info[RECORDING]
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for table, image in images:
        raised = {**image, "version": image["version"] + 1}
        connection.execute(insert(Entity.metadata.tables[table]).values(raised))
        recording.rows.append(RowChange(table, image["id"], None, raised))
    session.expire_all()


def _let_go(session: Session, table: Table, column: str, row_ids: Sequence[str]) -> None:
    recording: Recording = session.info[RECORDING]
    for ids in _slices(row_ids):
        for stored in session.execute(select(table).where(table.c.id.in_(ids))).mappings():
            before = dict(stored)
            recording.rows.append(
                RowChange(table.name, stored["id"], before, before | {column: None})
            )
        session.execute(
            update(table)
            .where(table.c.id.in_(ids))
            .values({column: None, "version": table.c.version + 1})
        )


def _slices(ids: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def squash(rows: Iterable[RowChange]) -> list[RowChange]:
    """Fold changes of the same row into one, so that typing does not pile up images."""
    folded: dict[Key, RowChange] = {}
    for row in rows:
        earlier = folded.get((row.table, row.id))
        before = earlier.before if earlier else row.before
        folded[row.table, row.id] = RowChange(row.table, row.id, before, row.after)
    return [row for row in folded.values() if row.before is not None or row.after is not None]


def replay(connection: Connection, rows: Iterable[RowChange]) -> None:
    """Write the after-images of these rows; foreign keys are checked at the commit."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for row in rows:
        row.apply(connection)


def left_in_review(connection: Connection, rows: Iterable[RowChange]) -> list[RowChange]:
    """Return the removal of what a review holds beside these rows, where one of them removes it.

    Its own changes are undone on another stack, and a withdrawn import leaves its records there.
    """
    rows = list(rows)
    named = {(row.table, row.id) for row in rows}
    left: list[RowChange] = []
    for gone in (row for row in rows if row.table == "review" and row.after is None):
        for table, column in references_to("review"):
            found = connection.execute(select(table).where(column == gone.id)).mappings()
            left += [
                RowChange(table.name, stored["id"], dict(stored), None)
                for stored in found
                if (table.name, stored["id"]) not in named
            ]
    return left


def describe(rows: Iterable[RowChange], origin: object | None = None) -> Change:
    """Summarise recorded rows for the views."""
    rows = list(rows)
    return Change(
        added=frozenset((r.table, r.id) for r in rows if r.before is None),
        updated=frozenset((r.table, r.id) for r in rows if r.before and r.after),
        removed=frozenset((r.table, r.id) for r in rows if r.after is None),
        origin=origin,
        fields=frozenset(
            (r.table, column)
            for r in rows
            if r.before and r.after
            for column in r.differing()
            if column != "checksum"
        ),
    )


class OutsideOperationError(Exception):
    """Something tried to change the library without an operation."""


def _table(kind: type[Entity]) -> Table:
    return Entity.metadata.tables[kind.__tablename__]


def _recording(entity: Entity) -> Recording:
    session = object_session(entity)
    if session is None or RECORDING not in session.info:
        raise OutsideOperationError(entity)
    recording: Recording = session.info[RECORDING]
    return recording


def _loaded_image(entity: Entity, table: Table) -> Image | None:
    """Return the row as this transaction read it, or None where not all of it was read."""
    state = inspect(entity)
    image = {**state.dict, **state.committed_state}
    values = {name: image.get(name, LoaderCallableStatus.NO_VALUE) for name in table.c.keys()}  # noqa: SIM118
    known = not any(isinstance(value, LoaderCallableStatus) for value in values.values())
    return values if known else None


def _stored_image(connection: Connection, entity: Entity, table: Table) -> Image:
    stored = connection.execute(select(table).where(table.c.id == entity.id)).mappings().one()
    return dict(stored)


def _image(entity: Entity) -> Image:
    return {c.key: getattr(entity, c.key) for c in entity.__table__.columns}


@event.listens_for(Entity, "before_update", propagate=True)
@event.listens_for(Entity, "before_delete", propagate=True)
def _before_write(_: Mapper[Any], connection: Connection, entity: Entity) -> None:
    _recording(entity).remember(connection, entity)


@event.listens_for(Entity, "before_insert", propagate=True)
def _before_insert(_: Mapper[Any], __: Connection, entity: Entity) -> None:
    _recording(entity)


@event.listens_for(Entity, "after_insert", propagate=True)
@event.listens_for(Entity, "after_update", propagate=True)
def _after_write(_: Mapper[Any], __: Connection, entity: Entity) -> None:
    _recording(entity).wrote(entity, _image(entity))


@event.listens_for(Entity, "after_delete", propagate=True)
def _after_delete(_: Mapper[Any], __: Connection, entity: Entity) -> None:
    _recording(entity).wrote(entity, None)
