"""Search over all reviews: the newest hits first, each with the words it was found by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from models.rows.learning import code_of
from models.search import find
from models.taxonomy import Category

HITS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One place where the words were found; `row_id` is of the kind that `kind` names."""

    kind: str
    """review, event or factor."""
    row_id: str
    review_id: str
    review_title: str
    text: str
    """The title, or the statement of a factor."""
    is_archived: bool = False


def search(session: Session, words: str, *, limit: int = HITS) -> tuple[SearchHit, ...]:
    """Return where all of the words are found, the last one taken as a beginning."""
    return tuple(_hit(found) for found in find(session.connection(), words, limit))


def _hit(found: tuple[Any, ...]) -> SearchHit:
    kind, row_id, review_id, title, archived, event, category, number, condition = found
    text = event or ""
    if category is not None:
        text = f"{code_of(Category(category), number)} {condition}"
    return SearchHit(
        kind=kind,
        row_id=row_id,
        review_id=review_id,
        review_title=title,
        text=text or title,
        is_archived=bool(archived),
    )
