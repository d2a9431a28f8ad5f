from __future__ import annotations

import dataclasses
import sqlite3

import pytest
from sqlalchemy import Connection, inspect

from models import migrations, rows
from models.base import Entity
from models.database import Database, create_schema
from models.queries.load import table_of
from models.rows import Row
from models.schema import entities

ROWS = [getattr(rows, name) for name in rows.__all__ if name not in {"Row", "Words"}]


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.table)
def test_a_row_carries_every_column_of_its_table_but_the_checksum(kind: type[Row]):
    columns = set(table_of(kind).columns.keys()) - {"checksum"}
    assert {field.name for field in dataclasses.fields(kind)} == columns


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.table)
def test_a_row_and_its_entity_start_with_the_same_values(kind: type[Row]):
    for field in dataclasses.fields(kind):
        default = table_of(kind).c[field.name].default
        if field.name in ("id", "version") or field.default is dataclasses.MISSING:
            continue
        given = None if default is None else default.arg
        stored = given(None) if callable(given) else given
        assert stored == field.default, f"{kind.table}.{field.name}"


def test_the_migrations_lead_to_the_schema_of_a_new_library(tmp_path):
    fresh, brought_up = Database(tmp_path / "new.db"), Database(tmp_path / "old.db")
    with fresh.writer.begin() as connection:
        create_schema(connection)
    with brought_up.writer.begin() as connection:
        migrations.upgrade(connection)
    with fresh.writer.connect() as one, brought_up.writer.connect() as other:
        for table in entities():
            assert shape(one, table) == shape(other, table)
    fresh.close()
    brought_up.close()


def shape(connection: Connection, table: str):
    seen = inspect(connection)
    columns = [(c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(table)]
    keys = {
        (k["constrained_columns"][0], k["referred_table"]) for k in seen.get_foreign_keys(table)
    }
    indexes = {(i["name"], tuple(i["column_names"])) for i in seen.get_indexes(table)}
    return columns, keys, indexes


def test_the_file_says_what_it_is(tmp_path):
    database = Database(tmp_path / "new.db")
    with database.writer.begin() as connection:
        create_schema(connection)
    database.close()
    raw = sqlite3.connect(tmp_path / "new.db")
    assert raw.execute("PRAGMA application_id").fetchone() == (0x53325259,)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    raw.close()


def test_every_table_of_a_review_names_its_review():
    shared = {"library_info", "team", "service", "review"}
    for name, kind in entities().items():
        assert name in shared or "review_id" in kind.__table__.c
    assert set(Entity.metadata.tables) == set(entities())
