"""A Slack export brought in, as rows of the page; bench.slack_import does the measuring.

`python -m bench.importing [MESSAGES [ROUNDS]]`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.measure import Row, compared, in_turn
from bench.slack_export import write_export
from bench.slack_import import GOAL


def measure(messages: int = 100_000, rounds: int = 3) -> list[Row]:
    """Return the import beside reading the JSON and inserting what it says."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.zip"
        write_export(export, messages)
        ways = {
            way: ["-m", "bench.importing", "--way", way, str(export), folder]
            for way in ("ours", "limit")
        }
        found = in_turn(ways, rounds)
    what = f"Slack export of {messages:,} messages into records (memory: what is added)"
    return [compared(what, found["ours"], ("json and sqlite3 inserts", found["limit"]), GOAL)]


def main() -> None:
    """Measure, or carry out one way as a child, into a library of its own."""
    given = sys.argv[1:]
    if given[:1] == ["--way"]:
        import json

        from bench.slack_import import WAYS

        with tempfile.TemporaryDirectory(dir=given[3]) as folder:
            library = Path(folder) / "bench.secondstory"
            print(json.dumps(WAYS[given[1]](Path(given[2]), library)))
        return
    for row in measure(*(int(each) for each in given)):
        print(row)


if __name__ == "__main__":
    main()
