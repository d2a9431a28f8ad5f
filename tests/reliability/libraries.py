"""Libraries with something in them, and what they hold, for the tests of this folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.attachments import attachments_of
from app.ledger import Ledger
from app.library import open_library
from app.operations import operation
from app.operations.reviews import NewReview, add_review
from models.story import Account, Event, Gap


@operation("Add event")
def add_event(session, review_id, title, detail=""):
    event = Event(review_id=review_id, title=title, detail=detail)
    session.add(event)
    session.flush()
    return event.id


@operation("Add what belongs to an event")
def add_tellings(session, review_id, event_id, text):
    session.add(Account(review_id=review_id, event_id=event_id, text=text))
    session.add(Gap(review_id=review_id, event_id=event_id, text=text))


def fill(ledger: Ledger, events: int = 12, title: str = "Checkout down", words: int = 12) -> str:
    """Write a review with events, accounts and gaps; return its id."""
    review_id = ledger.run(add_review(NewReview(title))).result
    for number in range(events):
        telling = " ".join(f"word{number}" for _ in range(words))
        event_id = ledger.run(add_event(review_id, f"Event {number}", telling)).result
        ledger.run(add_tellings(review_id, event_id, telling))
    return review_id


def new_library(path: Path, events: int = 12) -> Path:
    """Make a library with one review in it and close it."""
    ledger = open_library(path, create=True)
    fill(ledger, events)
    ledger.close()
    return path


def attach(library: Path, name: str = "ab" * 32, content: bytes = b"a picture") -> Path:
    """Lay an attachment beside a library."""
    file = attachments_of(library) / name[:2] / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def content(library: Path) -> dict[str, list[tuple]]:
    """Return every row of every table of a library that nobody has open."""
    at_rest = not library.with_name(library.name + "-wal").exists()
    how = "immutable=1" if at_rest else "mode=ro"
    connection = sqlite3.connect(f"{library.absolute().as_uri()}?{how}", uri=True)
    try:
        named = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
        ).fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608
            for (name,) in named
        }
    finally:
        connection.close()


def titles(ledger: Ledger) -> list[str]:
    """Return the titles of all events."""
    from models.queries.load import rows
    from models.rows import EventRow

    return sorted(event.title for event in ledger.read(rows, EventRow))
