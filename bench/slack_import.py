"""A Slack export into records, beside the least work that could do it: JSON read, rows inserted.

Both read the same zip and write the same table with its indexes, under the same pragmas. Each run
is a process of its own, ours and the limit in turn, so that neither warms the other.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from app.library import open_library
from app.operations.reviews import NewReview, add_review
from bench.slack_export import write_export
from models.arriving import WRITTEN

GOAL = 2.0
KIB = 1024


def ours(export: Path, library: Path) -> dict[str, float]:
    """Import as the app does: cleaned, dated, compared, and hidden until it is complete."""
    from app.importing import import_all, plan_import
    from importers import Answers, Source, importer_for

    ledger = open_library(library, create=True)
    review_id = ledger.run(add_review(NewReview("Bench"))).result
    before = _memory()
    began = time.perf_counter()
    source = Source.of(export)
    importer = importer_for(source)
    plan = plan_import(review_id, source, importer, Answers())
    arrived = import_all(ledger, plan, importer.records(source, Answers())).result
    spent = time.perf_counter() - began
    after = _memory()
    ledger.close()
    return {"ms": spent * 1000, "mib": after - before, "records": arrived.added}


def limit(export: Path, library: Path) -> dict[str, float]:
    """Read the JSON and insert what it says, in one transaction."""
    import sqlite3

    from sqlalchemy.dialects import sqlite

    from app.operations.sources import NewSource, add_source
    from models.arriving import _insert
    from models.sqlite import PRAGMAS, WRITER

    ledger = open_library(library, create=True)
    review_id = ledger.run(add_review(NewReview("Bench"))).result
    source_id = ledger.run(add_source(review_id, NewSource(name="Export"))).result
    ledger.close()
    connection = sqlite3.connect(library, isolation_level=None)
    for pragma in (*PRAGMAS, *WRITER):
        connection.execute(f"PRAGMA {pragma}")
    insert = _insert(sqlite.dialect())
    before = _memory()
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    count = 0
    with zipfile.ZipFile(export) as archive:
        for name in archive.namelist():
            if "/" not in name:
                continue
            channel = name.partition("/")[0]
            messages = json.loads(archive.read(name))
            rows = [
                _raw(review_id, source_id, count + place, channel, each)
                for place, each in enumerate(messages)
            ]
            connection.executemany(insert, rows)
            count += len(rows)
    connection.execute("COMMIT")
    spent = time.perf_counter() - began
    after = _memory()
    connection.close()
    return {"ms": spent * 1000, "mib": after - before, "records": count}


def slices(export: Path, library: Path) -> dict[str, float]:
    """Return how long the commits of an import take: what a live window is held for."""
    from app.importing import Arrival, plan_import
    from importers import Answers, Source, importer_for

    ledger = open_library(library, create=True)
    review_id = ledger.run(add_review(NewReview("Bench"))).result
    source = Source.of(export)
    importer = importer_for(source)
    arrival = Arrival(ledger, plan_import(review_id, source, importer, Answers()))
    records = list(importer.records(source, Answers()))
    spent, began = [], time.perf_counter()
    for _ in arrival.slices(records):
        now = time.perf_counter()
        spent.append((now - began) * 1000)
        began = time.perf_counter()
    arrival.complete()
    ledger.close()
    cuts = statistics.quantiles(spent, n=100)
    return {"p50": cuts[49], "p99": cuts[98], "most": max(spent), "slices": len(spent)}


WAYS = {"ours": ours, "limit": limit, "slices": slices}


def measure(messages: int = 100_000, rounds: int = 5) -> dict[str, object]:
    """Return medians of both ways in turn, their ratio, and how long slices hold the window."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.zip"
        write_export(export, messages)
        runs: dict[str, list[dict[str, float]]] = {"limit": [], "ours": []}
        for number in range(rounds):
            for way, found in runs.items():
                found.append(_in_child(way, export, Path(folder) / f"{way}{number}.secondstory"))
        held = _in_child("slices", export, Path(folder) / "slices.secondstory")
    medians = {
        way: {key: statistics.median(each[key] for each in found) for key in ("ms", "mib")}
        for way, found in runs.items()
    }
    pairs = zip(runs["ours"], runs["limit"], strict=True)
    ratio = statistics.median(mine["ms"] / least["ms"] for mine, least in pairs)
    return {"messages": messages, **medians, "ratio": ratio, "goal": GOAL, "slices": held}


def _in_child(way: str, export: Path, library: Path) -> dict[str, float]:
    typed = [sys.executable, "-m", "bench.slack_import", "--way", way, str(export), str(library)]
    answer = subprocess.run(typed, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(answer.stdout)
    return found


def _raw(
    review_id: str, source_id: str, number: int, channel: str, message: dict[str, str]
) -> tuple[object, ...]:
    """Return a message as a row, in the order of WRITTEN, with nothing done to it."""
    key = f"{number:036d}"
    ts = message["ts"]
    values: dict[str, object] = {
        "id": key,
        "version": 1,
        "review_id": review_id,
        "source_id": source_id,
        "identity": ts,
        "position": number,
        "at": ts,
        "precision": "exact",
        "author": message.get("user", ""),
        "channel": channel,
        "kind": "chat",
        "state": "new",
        "text": message["text"],
        "thread_of": message.get("thread_ts", ""),
    }
    nullable = ("batch_id", "at_end")
    return tuple(values.get(name, None if name in nullable else "") for name in WRITTEN)


def _memory() -> float:
    """Return the most memory this process has had so far, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / KIB / (KIB if sys.platform == "darwin" else 1)


def main() -> None:
    """Measure and print, or carry out one way as a child."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("paths", nargs="*", type=Path)
    arguments = parser.parse_args()
    if arguments.way:
        print(json.dumps(WAYS[arguments.way](*arguments.paths)))
        return
    print(json.dumps(measure(arguments.messages, arguments.rounds), indent=2))


if __name__ == "__main__":
    main()
