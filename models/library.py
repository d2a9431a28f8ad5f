"""What the library knows of itself, and what was thrown away."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity


class LibraryInfo(Entity):
    """The one row that names a library; its id names the folder of its backups."""

    __tablename__ = "library_info"

    created_at: Mapped[datetime]


class Trash(Entity):
    """The before-images of rows that one operation deleted; kept for 30 days (R16)."""

    __tablename__ = "trash"

    review_id: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str]
    """The operation, as the undo menu names it."""
    deleted_at: Mapped[datetime]
    rows: Mapped[bytes] = mapped_column(LargeBinary)
    """Deflated JSON: a list of [table, {column: value}]."""
    row_count: Mapped[int]
