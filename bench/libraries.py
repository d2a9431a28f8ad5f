"""Fills libraries to measure with: many reviews, or one review with many events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from app.library import open_library
from models.base import Entity
from models.database import refill_search
from models.ids import new_id
from models.learning import Factor
from models.people import Participant
from models.review import Review
from models.story import Event
from models.taxonomy import Category
from models.values import EventKind

EVENTS_EACH, PEOPLE_EACH, FACTORS_EACH = 20, 3, 3
FIRST = datetime(2026, 3, 10, 9, tzinfo=UTC)
PHRASE = (
    "the replica lags behind and nobody knows why yet so we look at the graph of the primary "
    "again while support asks what to tell customers about checkout and the queue keeps growing"
)
WORDS = PHRASE.split()
KINDS = tuple(EventKind)


def many_reviews(path: Path, reviews: int) -> None:
    """Make a library of reviews with people, events and factors; every 97th speaks of a kelpie."""
    ids = [new_id() for _ in range(reviews)]
    titles = [f"{_words(n, 5)} {n}{' kelpie' if n % 97 == 0 else ''}" for n in range(reviews)]
    events = [e for n, key in enumerate(ids) for e in _events(key, EVENTS_EACH, n)]
    people = [
        {"review_id": key, "name": f"Person {n}", "rank": n}
        for key in ids
        for n in range(PEOPLE_EACH)
    ]
    factors = [
        {
            "review_id": key,
            "number": n + 1,
            "category": Category.C7,
            "condition": _words(n, 9),
            "effect": _words(n + 3, 9),
        }
        for key in ids
        for n in range(FACTORS_EACH)
    ]
    written = [
        (Review, [_review(key, title) for key, title in zip(ids, titles, strict=True)]),
        (Participant, people),
        (Event, events),
        (Factor, factors),
    ]
    _write(path, written)


def long_review(path: Path, events: int) -> str:
    """Make a library with one review of many events; return the id of the review."""
    key = new_id()
    _write(path, [(Review, [_review(key, "Checkout stood still")]), (Event, _events(key, events))])
    return key


def _write(path: Path, written: Sequence[tuple[type[Entity], list[dict[str, Any]]]]) -> None:
    ledger = open_library(path, create=True)

    def fill(connection: Connection) -> None:
        for kind, rows in written:
            connection.execute(insert(kind), rows)
        refill_search(connection)

    ledger.arrive(fill)
    ledger.close()


def _review(key: str, title: str) -> dict[str, Any]:
    texts = {"title": title, "incident_title": title, "started_at": FIRST, "created_at": FIRST}
    return {"id": key, **texts}


def _events(review_id: str, count: int, seed: int = 0) -> list[dict[str, Any]]:
    return [
        {
            "review_id": review_id,
            "at": FIRST + timedelta(seconds=20 * n),
            "zone": "UTC",
            "time_text": "09:00",
            "rank": n,
            "kind": KINDS[n % len(KINDS)],
            "title": _words(seed + n, 6 + n % 9),
            "detail": _words(seed + n + 5, 20),
            "lane": f"team-{n % 6}",
        }
        for n in range(count)
    ]


def _words(start: int, count: int) -> str:
    return " ".join(WORDS[(start * 7 + place) % len(WORDS)] for place in range(count))
