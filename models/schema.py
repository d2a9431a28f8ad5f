"""Every entity, so that the metadata is whole wherever the database is opened."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Column, Table

from models import (
    evidence,
    inquiry,
    learning,
    library,
    outcome,
    people,
    review,
    story,
)
from models.base import Entity

MODULES = (evidence, inquiry, learning, library, outcome, people, review, story)
SCHEMA_VERSION = 1
"""Written to `user_version`; one more with each migration."""
APPLICATION_ID = 0x53325259
"""Written to `application_id`: "S2RY" in ASCII."""


@cache
def entities() -> dict[str, type[Entity]]:
    """Return every entity by the name of its table."""
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Entity.registry.mappers}


def make_ready() -> None:
    """Work out how the entities relate, which the first question would wait for."""
    Entity.registry.configure()


def references_to(table: str) -> list[tuple[Table, Column[Any]]]:
    """Return the columns of other tables that point at this one."""
    return [
        (other, column)
        for other in Entity.metadata.tables.values()
        for column in other.columns
        for key in column.foreign_keys
        if key.column.table.name == table
    ]
