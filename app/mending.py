"""Puts found rows into an empty library, so that each word keeps a place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.page_reader import Value
from models.base import Entity, checksum_of, word_columns
from models.ids import new_id
from models.inquiry import Note
from models.review import Review
from models.schema import entities
from models.search import rebuild_index
from models.values import Stage

LOST_REVIEW = "Review whose own page could not be read"


def fill(
    connection: Connection,
    found: Mapping[str, Mapping[str, tuple[Value, ...]]],
    columns: Mapping[str, tuple[str, ...]],
) -> int:
    """Insert the rows; return how many had lost their place and are notes now."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    if found.get("library_info"):
        connection.exec_driver_sql("DELETE FROM library_info")
    for table, rows in found.items():
        known = Entity.metadata.tables[table].c
        kept = [place for place, name in enumerate(columns[table]) if name in known]
        names = ", ".join(f'"{columns[table][place]}"' for place in kept)
        marks = ", ".join("?" for _ in kept)
        statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608
        for values in rows.values():
            connection.exec_driver_sql(statement, tuple(values[place] for place in kept))
    moved = _give_places(connection)
    rebuild_index(connection)
    return moved


def _give_places(connection: Connection) -> int:
    moved = 0
    while violations := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        done: set[tuple[str, int]] = set()
        for table, rowid, parent, number in violations:
            if (table, rowid) not in done:
                done.add((table, rowid))
                moved += _give_place(connection, table, rowid, parent, number)
    return moved


def _give_place(connection: Connection, name: str, rowid: int, parent: str, number: int) -> int:
    keys = connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")').all()
    column = next(key[3] for key in keys if key[0] == number)
    table = Entity.metadata.tables[name]
    found = f'SELECT id FROM "{name}" WHERE rowid = ?'  # noqa: S608
    row_id = connection.exec_driver_sql(found, (rowid,)).scalar_one()
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().one()
    if table.c[column].nullable:
        connection.execute(update(table).where(table.c.id == row_id).values({column: None}))
        return 0
    if parent == "review":
        _add_review(connection, row[column])
        return 0
    connection.execute(delete(table).where(table.c.id == row_id))
    return _keep_words(connection, name, row)


def _add_review(connection: Connection, review_id: str) -> None:
    if connection.scalar(select(Review.id).where(Review.id == review_id)) is not None:
        return
    title = LOST_REVIEW
    words = [title if key == "title" else "" for key in word_columns(Review)]
    connection.execute(
        insert(Review).values(
            id=review_id, title=title, created_at=datetime.now(UTC), checksum=checksum_of(words)
        )
    )


def _keep_words(connection: Connection, table: str, row: Mapping[Any, Any]) -> int:
    texts = [str(row[column]) for column in word_columns(entities()[table]) if row[column]]
    if not texts or not row.get("review_id"):
        return 0
    text = f"Found without its place ({table.replace('_', ' ')}):\n\n" + "\n\n".join(texts)
    words = [text if key == "text" else "" for key in word_columns(Note)]
    connection.execute(
        insert(Note).values(
            id=new_id(),
            review_id=row["review_id"],
            stage=Stage.GATHER,
            text=text,
            checksum=checksum_of(words),
        )
    )
    return 1
