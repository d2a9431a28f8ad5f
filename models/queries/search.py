"""Search over all reviews: the newest hits first, each with the words it was found by."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.queries.load import row
from models.rows import EventRow, FactorRow, ReviewRow
from models.search import find

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
    reviews: dict[str, ReviewRow | None] = {}
    hits = []
    for kind, row_id, review_id in find(session.connection(), words, limit):
        if review_id not in reviews:
            reviews[review_id] = row(session, ReviewRow, review_id)
        review = reviews[review_id]
        if review is not None:
            hits.append(
                SearchHit(
                    kind=kind,
                    row_id=row_id,
                    review_id=review_id,
                    review_title=review.title,
                    text=_text(session, kind, row_id) or review.title,
                    is_archived=review.archived,
                )
            )
    return tuple(hits)


def _text(session: Session, kind: str, row_id: str) -> str:
    if kind == "event":
        event = row(session, EventRow, row_id)
        return event.title if event else ""
    if kind == "factor":
        factor = row(session, FactorRow, row_id)
        return f"{factor.code} {factor.condition}" if factor else ""
    return ""
