"""Makes tables from the short notation in which migrations keep a schema as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

COLUMN_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "key": sa.String(36),
    "str": sa.String(),
    "str16": sa.String(16),
    "str24": sa.String(24),
    "str36": sa.String(36),
    "str64": sa.String(64),
    "text": sa.Text(),
    "int": sa.Integer(),
    "bool": sa.Boolean(),
    "float": sa.Double(),
    "date": sa.Date(),
    "time": sa.DateTime(),
    "bytes": sa.LargeBinary(),
}
NOTATION = re.compile(r"(?P<name>\w+):(?P<to>>)?(?P<type>\w+)(?P<empty>\?)?(?P<index>\+)?")


def create_tables(tables: Mapping[str, str]) -> None:
    """Create these tables with their indexes, in the order given."""
    for name, columns in tables.items():
        noted = [match.groupdict() for match in NOTATION.finditer(columns)]
        op.create_table(name, *(_column(note) for note in noted))
        for note in noted:
            if note["to"] or note["index"]:
                op.create_index(f"ix_{name}_{note['name']}", name, [note["name"]])


def _column(note: Mapping[str, str | None]) -> sa.Column[Any]:
    name, kind, nullable = str(note["name"]), str(note["type"]), bool(note["empty"])
    if note["to"]:
        return sa.Column(name, sa.String(36), sa.ForeignKey(f"{kind}.id"), nullable=nullable)
    return sa.Column(name, COLUMN_TYPES[kind], primary_key=kind == "key", nullable=nullable)
