"""Reads frozen rows straight from their tables, without objects in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select
from sqlalchemy.orm import Session

from models.base import Entity
from models.rows import Row
from models.schema import entities

R = TypeVar("R", bound=Row)


def table_of(kind: type[Row]) -> Table:
    """Return the table of a kind of row."""
    return _tables()[kind.table]


@cache
def _tables() -> dict[str, Table]:
    return {name: Entity.metadata.tables[name] for name in entities()}


def names_of(kind: type[Row]) -> tuple[str, ...]:
    """Return the columns that a kind of row carries."""
    return tuple(field.name for field in fields(kind))


def rows(
    session: Session,
    kind: type[R],
    *where: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = (),
) -> tuple[R, ...]:
    """Return the rows that meet all conditions, in the given order, then in that of their ids."""
    table = table_of(kind)
    statement = chosen(kind).where(*where).order_by(*order, table.c.id)
    names = names_of(kind)
    found = session.execute(statement)
    return tuple(kind(**dict(zip(names, values, strict=True))) for values in found)


def row(session: Session, kind: type[R], row_id: str) -> R | None:
    """Return one row, or None where it is gone."""
    found = session.execute(chosen(kind).where(table_of(kind).c.id == row_id)).one_or_none()
    return None if found is None else kind(**dict(zip(names_of(kind), found, strict=True)))


def chosen(kind: type[Row]) -> Select[Any]:
    """Return a statement that selects just the columns of a kind of row."""
    table = table_of(kind)
    return select(*(table.c[name] for name in names_of(kind)))
