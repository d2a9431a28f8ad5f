"""Bringing back what was deleted, or letting it go for good (R16)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from app.history import Image, bring_back
from app.operations.base import operation
from models.base import Entity
from models.errors import ReviewError
from models.images import image_from_json
from models.library import Trash
from models.queries.trash import images_of, label_of


class NotBroughtBackError(ReviewError):
    """What was deleted stays in the trash."""


@operation("Bring back from the trash")
def restore_from_trash(session: Session, trash_id: str) -> None:
    """Bring back every row of one deletion. Raises LookupError and NotBroughtBackError."""
    trash = session.get(Trash, trash_id)
    if trash is None:
        raise LookupError(trash_id)
    stored = images_of(trash)
    label = label_of(stored) or trash.text
    tables = Entity.metadata.tables
    images = [(name, image_from_json(tables[name], image)) for name, image in stored]
    ids = {(name, image["id"]) for name, image in images}
    for name, image in images:
        if _is_there(session, tables[name], image["id"]):
            raise NotBroughtBackError(f"“{label}” is back already; nothing was changed.")
        _settle(session, tables[name], image, ids, label)
    bring_back(session, images)
    session.delete(trash)


@operation("Empty the trash")
def forget_trash(session: Session, trash_ids: tuple[str, ...]) -> None:
    """Let deletions go for good; use app.purge, which leaves no trace in the file either."""
    session.execute(delete(Trash).where(Trash.id.in_(trash_ids)))


def _settle(
    session: Session, table: Table, image: Image, ids: set[tuple[str, Any]], label: str
) -> None:
    """Let a row let go of what is gone meanwhile, or say what has to come back first."""
    for column in table.columns:
        for key in column.foreign_keys:
            other, value = key.column.table, image.get(column.name)
            if value is None or (other.name, value) in ids or _is_there(session, other, value):
                continue
            if not column.nullable:
                noun = other.name.replace("_", " ")
                raise NotBroughtBackError(
                    f"“{label}” belongs to a {noun} that was deleted. Bring the {noun} back first."
                )
            image[column.name] = None


def _is_there(session: Session, table: Table, row_id: str) -> bool:
    return session.scalar(select(table.c.id).where(table.c.id == row_id)) is not None
