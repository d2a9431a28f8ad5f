"""Opening a review of many events: read, cut as a snapshot, and seen on its timeline.

`python -m bench.opening [EVENTS [ROUNDS]]`.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.library import open_library
from bench.libraries import long_review
from bench.measure import Answer, Row, compared, in_turn, memory_mib
from models.queries.load import rows
from models.queries.snapshots import snapshot
from models.queries.timeline import SHOWN, timeline
from models.rows import ReviewRow
from models.values import Privacy

REPEATS = 5
LEAST = f"SELECT {', '.join(SHOWN)} FROM event ORDER BY at, rank"  # noqa: S608 - names of our own
WHOLE = "SELECT * FROM event ORDER BY at, rank"


def measure(events: int = 10_000, rounds: int = 5) -> list[Row]:
    """Return the queries beside plain reads, and the page beside a bare table."""
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "bench.secondstory")
        long_review(Path(library), events)
        ways = {way: ["-m", "bench.opening", "--way", way, library] for way in WAYS}
        ways["page"] = ["-m", "bench.real_window", library, "timeline"]
        ways["table"] = ["-m", "bench.bare_window", library, LEAST]
        found = in_turn(ways, rounds)
    what = f"{events:,} events"
    return [
        compared(
            f"Timeline of {what} read into rows",
            found["timeline"],
            ("sqlite3, the same columns", found["least"]),
            None,
        ),
        compared(
            f"Snapshot of {what} read",
            found["snapshot"],
            ("sqlite3, every column", found["whole"]),
            None,
        ),
        compared(
            f"Review of {what} opened until its timeline is painted",
            found["page"],
            ("bare table in an open window, the same columns", found["table"]),
            None,
        ),
    ]


def _ours(path: Path, query: Callable[..., object], *more: object) -> Answer:
    ledger = open_library(path, read_only=True)
    review_id = ledger.read(rows, ReviewRow)[0].id
    spent = _spent(lambda: ledger.read(query, review_id, *more))
    ledger.close()
    return {"ms": spent, "mib": memory_mib()}


def _plainly(path: Path, asked: str) -> Answer:
    connection = sqlite3.connect(path)
    spent = _spent(lambda: connection.execute(asked).fetchall())
    connection.close()
    return {"ms": spent, "mib": memory_mib()}


def _spent(work: Callable[[], object]) -> float:
    """Return the shortest of a few calls, in milliseconds: the first one also compiles."""
    found = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return min(found)


WAYS: dict[str, Callable[[Path], Answer]] = {
    "least": lambda path: _plainly(path, LEAST),
    "timeline": lambda path: _ours(path, timeline),
    "whole": lambda path: _plainly(path, WHOLE),
    "snapshot": lambda path: _ours(path, snapshot, Privacy.PRIVATE),
}


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
