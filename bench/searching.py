"""The search over a library beside the same question asked of sqlite3.

`python -m bench.searching [REVIEWS [ROUNDS]]`.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.library import open_library
from bench.libraries import many_reviews
from bench.measure import Answer, Row, in_turn, median, memory_mib, ratio
from models.queries.search import search
from models.search import matching

GOAL = 3.0
ASKED = {"a rare word": "kelpie", "a common word": "replica", "a beginning": "ch"}
REPEATS = 15
LEAST = (
    "SELECT e.kind, e.row_id, e.review_id, t.words, r.title, r.archived FROM search_text t "
    "JOIN search_entry e ON e.number = t.rowid JOIN review r ON r.id = e.review_id "
    "WHERE search_text MATCH ? ORDER BY t.rowid DESC LIMIT 50"
)


def measure(reviews: int = 1_000, rounds: int = 5) -> list[Row]:
    """Return the first 50 hits of three kinds of words, each beside plain sqlite3."""
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "bench.secondstory")
        many_reviews(Path(library), reviews)
        ways = {way: ["-m", "bench.searching", "--way", way, library] for way in WAYS}
        found = in_turn(ways, rounds)
    return [
        Row(
            what=f"First 50 places with {name}, {reviews:,} reviews",
            beside="sqlite3, the same index",
            ours_ms=median(found["ours"], name),
            beside_ms=median(found["least"], name),
            ratio=ratio(found["ours"], found["least"], name),
            goal=GOAL,
            ours_mib=median(found["ours"], "mib"),
            beside_mib=median(found["least"], "mib"),
        )
        for name in ASKED
    ]


def ours(path: Path) -> Answer:
    """Search as the library page does."""
    ledger = open_library(path, read_only=True)
    answer = _answer(lambda words: len(ledger.read(search, words)))
    ledger.close()
    return answer


def least(path: Path) -> Answer:
    """Ask sqlite3 for the same hits."""
    connection = sqlite3.connect(path)
    answer = _answer(lambda words: len(connection.execute(LEAST, (matching(words),)).fetchall()))
    connection.close()
    return answer


def _answer(look: Callable[[str], int]) -> Answer:
    found = {name: _spent(look, words) for name, words in ASKED.items()}
    return found | {"mib": memory_mib()}


def _spent(look: Callable[[str], int], words: str) -> float:
    found = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        if not look(words):
            raise LookupError(words)
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


WAYS = {"ours": ours, "least": least}


def main() -> None:
    """Measure, or carry out one way as a child."""
    given = sys.argv[1:]
    if given[:1] == ["--way"]:
        print(json.dumps(WAYS[given[1]](Path(given[2]))))
        return
    for row in measure(*(int(each) for each in given)):
        print(row)


if __name__ == "__main__":
    main()
