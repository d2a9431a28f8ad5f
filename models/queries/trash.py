"""What lies in the trash."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.library import Trash

NAMING = ("title", "name", "text", "condition", "shown_name", "reason")
"""The columns that say what a row is, the first that has words first."""


@dataclass(frozen=True, slots=True)
class Thrown:
    """One deletion, as a list of the trash shows it."""

    id: str
    review_id: str | None
    text: str
    """The operation, as the undo menu named it."""
    label: str
    """The first words of what was deleted."""
    deleted_at: datetime
    row_count: int


def thrown_away(session: Session, review_id: str | None = None) -> tuple[Thrown, ...]:
    """Return what was deleted, newest first; of one review where it is named."""
    chosen = select(Trash).order_by(Trash.deleted_at.desc(), Trash.id.desc())
    if review_id is not None:
        chosen = chosen.where(Trash.review_id == review_id)
    return tuple(
        Thrown(t.id, t.review_id, t.text, label_of(images_of(t)), t.deleted_at, t.row_count)
        for t in session.scalars(chosen)
    )


def images_of(trash: Trash) -> list[tuple[str, dict[str, Any]]]:
    """Return the deleted rows of one entry as (table, stored values)."""
    return [(table, image) for table, image in json.loads(zlib.decompress(trash.rows))]


def label_of(images: Sequence[tuple[str, dict[str, Any]]]) -> str:
    """Return the first words of the row that the others belonged to."""
    ordered = sorted(images, key=lambda item: item[0] != "review")
    for _, image in ordered:
        for column in NAMING:
            words = str(image.get(column) or "").strip()
            if words:
                return words.splitlines()[0][:80]
    return ""
