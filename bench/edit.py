"""One durable edit beside a plain UPDATE and COMMIT under the same pragmas.

`python -m bench.edit [EDITS [ROUNDS]]`. Each round is one process in which the ways take turns,
edit by edit, on a library of their own each.
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
from typing import TYPE_CHECKING

from app.library import open_library
from app.operations.fields import set_value
from bench.libraries import long_review
from bench.measure import Answer, Row, in_turn, median, memory_mib
from models.queries.load import rows
from models.rows import EventRow
from models.sqlite import PRAGMAS, WRITER

if TYPE_CHECKING:
    from app.ledger import Ledger

EVENTS = 500
GOAL = 3.5
WARM_UP = 20
UNSEARCHED, SEARCHED = "known_then", "title"
NAMES = {
    "stored": "One edit stored (`ledger.run`), {}",
    "typed": "One edit typed (`workspace.type`: stored, undo kept, views told), {}",
    "searched": "One edit of a title, which the search finds at once, {}",
}


def measure(edits: int = 300, rounds: int = 5) -> list[Row]:
    """Return p50 and p99 of each way beside the plain one."""
    with tempfile.TemporaryDirectory() as folder:
        typed = ["-m", "bench.edit", "--in", folder, str(edits)]
        found = in_turn({"all": typed}, rounds)["all"]
    return [
        _row(found, way, cut) for way in ("stored", "typed", "searched") for cut in ("p50", "p99")
    ]


def _row(found: list[Answer], way: str, cut: str) -> Row:
    ratio = statistics.median(each[f"{way} {cut}"] / each[f"plain {cut}"] for each in found)
    return Row(
        what=NAMES[way].format(cut),
        beside="sqlite3 UPDATE, COMMIT",
        ours_ms=median(found, f"{way} {cut}"),
        beside_ms=median(found, f"plain {cut}"),
        ratio=ratio,
        goal=GOAL if way == "stored" and cut == "p50" else None,
        ours_mib=median(found, "mib") if cut == "p50" and way == "stored" else None,
    )


def edited(folder: Path, edits: int) -> Answer:
    """Edit in turn and return the cuts of each way in milliseconds."""
    from PySide6.QtCore import QCoreApplication

    from app.workspace import Workspace

    application = QCoreApplication([])
    ledger, typing = _library(folder / "stored"), _library(folder / "typed")
    searched, plain = _library(folder / "searched"), folder / "plain.secondstory"
    long_review(plain, EVENTS)
    workspace = Workspace(typing, rescue_folder=folder)
    connection = sqlite3.connect(plain, isolation_level=None)
    for pragma in ("journal_mode=WAL", *PRAGMAS, *WRITER):
        connection.execute(f"PRAGMA {pragma}")
    ids = {ledger: _ids(ledger), typing: _ids(typing), searched: _ids(searched)}
    plain_ids = [key for (key,) in connection.execute("SELECT id FROM event ORDER BY rank")]

    def write_plainly(number: int, text: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        said = "UPDATE event SET known_then = ?, version = version + 1 WHERE id = ?"
        connection.execute(said, (text, plain_ids[number % EVENTS]))
        connection.execute("COMMIT")

    def change(of: Ledger, number: int, column: str, text: str) -> object:
        return set_value(EventRow, ids[of][number % EVENTS], column, text)

    ways: dict[str, Callable[[int, str], object]] = {
        "plain": write_plainly,
        "stored": lambda n, text: ledger.run(change(ledger, n, UNSEARCHED, text)),  # type: ignore[arg-type]
        "typed": lambda n, text: workspace.type(change(typing, n, UNSEARCHED, text)),  # type: ignore[arg-type]
        "searched": lambda n, text: searched.run(change(searched, n, SEARCHED, text)),  # type: ignore[arg-type]
    }
    spent = _alternate(ways, edits)
    connection.close()
    workspace.close()
    ledger.close()
    searched.close()
    del application
    return _cuts(spent) | {"mib": memory_mib()}


def _library(path: Path) -> Ledger:
    long_review(path, EVENTS)
    return open_library(path)


def _ids(ledger: Ledger) -> list[str]:
    return [event.id for event in ledger.read(rows, EventRow)]


def _alternate(ways: dict[str, Callable[[int, str], object]], edits: int) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(edits + WARM_UP):
        for way, write in ways.items():
            text = f"the replica lags behind, said {number} times by now, and nobody knows why"
            began = time.perf_counter()
            write(number, text)
            if number >= WARM_UP:
                spent[way].append((time.perf_counter() - began) * 1000)
    return spent


def _cuts(spent: dict[str, list[float]]) -> Answer:
    found: Answer = {}
    for way, each in spent.items():
        cuts = statistics.quantiles(each, n=100)
        found |= {f"{way} p50": cuts[49], f"{way} p99": cuts[98]}
    return found


def main() -> None:
    """Measure, or edit as a child."""
    given = sys.argv[1:]
    if given[:1] == ["--in"]:
        with tempfile.TemporaryDirectory(dir=given[1]) as folder:
            print(json.dumps(edited(Path(folder), int(given[2]))))
        return
    for row in measure(*(int(each) for each in given)):
        print(row)


if __name__ == "__main__":
    main()
