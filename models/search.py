"""Full-text search over titles, events and factors, kept with every change (SQLite FTS5).

The index is written by the ledger, not by triggers: triggers may not touch a virtual table while
`trusted_schema` is off. It can be rebuilt from the rows at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from models.base import Entity
from models.words import clean_text

SEARCHED = {
    "review": ("title", "incident_title", "top_insight"),
    "event": ("title", "detail"),
    "factor": ("condition", "effect"),
}
"""Table -> the columns whose words are found."""


def create_index(connection: Connection) -> None:
    """Create the index and the table that ties its entries to rows (idempotent)."""
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS search_entry (number INTEGER PRIMARY KEY, "
        "row_id TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, review_id TEXT NOT NULL)"
    )
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(words, prefix='2 3')"
    )


def index_row(
    connection: Connection, table: str, row_id: str, image: Mapping[str, Any] | None
) -> None:
    """Bring the entry of one row up to its image; None takes the entry away."""
    if table not in SEARCHED:
        return
    _forget(connection, row_id)
    words = "" if image is None else "\n".join(image[c] for c in SEARCHED[table] if image[c])
    if not words:
        return
    review_id = row_id if table == "review" else (image or {})["review_id"]
    added = connection.exec_driver_sql(
        "INSERT INTO search_entry (row_id, kind, review_id) VALUES (?, ?, ?)",
        (row_id, table, review_id),
    )
    connection.exec_driver_sql(
        "INSERT INTO search_text (rowid, words) VALUES (?, ?)", (added.lastrowid, words)
    )


def rebuild_index(connection: Connection) -> None:
    """Fill the index anew from the rows: after a migration or a salvage."""
    connection.exec_driver_sql("DELETE FROM search_entry")
    connection.exec_driver_sql("DELETE FROM search_text")
    for table in SEARCHED:
        found = connection.execute(select(Entity.metadata.tables[table])).mappings()
        for image in found.all():
            index_row(connection, table, image["id"], dict(image))


def matching(words: str) -> str:
    """Return the search expression for what was typed: every word, the last as a beginning."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in clean_text(words).split()]
    return " ".join(quoted) + "*" if quoted else ""


HITS = """
SELECT e.kind, e.row_id, e.review_id, r.title, r.archived, v.title,
    f.category, f.number, f.condition
FROM search_text t
JOIN search_entry e ON e.number = t.rowid
JOIN review r ON r.id = e.review_id
LEFT JOIN event v ON e.kind = 'event' AND v.id = e.row_id
LEFT JOIN factor f ON e.kind = 'factor' AND f.id = e.row_id
WHERE search_text MATCH ? ORDER BY t.rowid DESC LIMIT ?
"""


def find(connection: Connection, words: str, limit: int = 50) -> list[tuple[Any, ...]]:
    """Return the newest hits with what is told of them, in one go: a search follows each key.

    Each is (kind, row id, review id, title of the review, whether it is archived, title of the
    event; category, number and condition of the factor); what is of another kind is None.
    """
    if not words.split():
        return []
    found = connection.exec_driver_sql(HITS, (matching(words), limit))
    return [tuple(hit) for hit in found]


def _forget(connection: Connection, row_id: str) -> None:
    number = connection.exec_driver_sql(
        "SELECT number FROM search_entry WHERE row_id = ?", (row_id,)
    ).scalar()
    if number is not None:
        connection.exec_driver_sql("DELETE FROM search_text WHERE rowid = ?", (number,))
        connection.exec_driver_sql("DELETE FROM search_entry WHERE number = ?", (number,))


def touched(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, table: str) -> bool:
    """Whether a change of a row reaches the index."""
    columns: Iterable[str] = SEARCHED.get(table, ())
    if before is None or after is None:
        return bool(columns)
    return any(before[column] != after[column] for column in columns)
