"""The order of rows among their siblings: new ones go to the end."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def next_rank(session: Session, kind: type[Any], review_id: str) -> int:
    """Return the rank behind all rows of this kind in a review."""
    statement = select(func.max(kind.rank)).where(kind.review_id == review_id)
    last = session.scalar(statement)
    return 0 if last is None else last + 1
