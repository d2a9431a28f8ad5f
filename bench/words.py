"""The Word writer beside other ways to write the same tables, as rows of the page.

`python -m bench.words [EVENTS ...]`. docxtpl is measured where it is installed.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from bench.export import document, peers
from bench.measure import Answer, Row, compared, in_child, in_turn, memory_mib
from exporters.word import write_word

GOALS = {1_000: 0.7, 10_000: 0.25}
"""Of docxtpl, by the number of events."""
TEMPLATE, BY_ROWS = "docxtpl", "python-docx add_row"


def measure(sizes: tuple[int, ...] = (1_000, 10_000), rounds: int = 5) -> list[Row]:
    """Return our writer beside the best peer that is installed, for each size."""
    return [_row(size, rounds) for size in sizes]


def _row(size: int, rounds: int) -> Row:
    peer = TEMPLATE if in_child(["-m", "bench.words", "--has"])["template"] else BY_ROWS
    ways = {name: ["-m", "bench.words", "--way", name, str(size)] for name in ("ours", peer)}
    found = in_turn(ways, rounds if peer == TEMPLATE else 1)
    what = f"Word file of {size:,} events (processor time)"
    goal = GOALS.get(size) if peer == TEMPLATE else None
    return compared(what, found["ours"], (peer, found[peer]), goal)


def written(name: str, size: int) -> Answer:
    """Write once to warm up where that is quick, then once measured."""
    told = document(size)
    ways: dict[str, Callable[[], object]] = {"ours": lambda: write_word(told), **dict(peers(told))}
    began = time.process_time()
    ways[name]()
    return {"ms": (time.process_time() - began) * 1000, "mib": memory_mib()}


def main() -> None:
    """Measure, or write as a child."""
    given = sys.argv[1:]
    if given[:1] == ["--has"]:
        print(json.dumps({"template": int(TEMPLATE in dict(peers(document(1))))}))
    elif given[:1] == ["--way"]:
        print(json.dumps(written(given[1], int(given[2]))))
    else:
        for row in measure(tuple(int(each) for each in given) or (1_000, 10_000)):
            print(row)


if __name__ == "__main__":
    main()
