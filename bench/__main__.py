"""Measures everything and writes docs/bench.md: `make bench`, or `python -m bench`."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench import edit, importing, opening, searching, start, words
from bench.measure import ROOT, Row
from bench.page import page

PARTS: dict[str, Callable[[], list[Row]]] = {
    "Starting": start.measure,
    "Writing": edit.measure,
    "Opening a review": opening.measure,
    "Searching": searching.measure,
    "Importing": importing.measure,
    "Exporting": words.measure,
}


def main() -> None:
    """Measure part by part, saying what is found, then write the page."""
    began = time.monotonic()
    found: dict[str, list[Row]] = {}
    for title, measure in PARTS.items():
        print(title, flush=True)
        found[title] = measure()
        for row in found[title]:
            print(row, flush=True)
    target = ROOT / "docs" / "bench.md"
    target.write_text(page(found, (time.monotonic() - began) / 60), encoding="utf-8")
    print(f"Written: {target}")


if __name__ == "__main__":
    main()
