"""How soon the window is seen, and how soon the library in it, beside a bare window.

`python -m bench.start [REVIEWS [ROUNDS]]`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.libraries import many_reviews
from bench.measure import Row, compared, in_turn

PAINTED, USABLE = 1.5, 3.0


def measure(reviews: int = 1_000, rounds: int = 9) -> list[Row]:
    """Return the shell and the library painted, each beside a bare window with as many rows."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "bench.secondstory"
        many_reviews(library, reviews)
        found = in_turn(
            {
                "bare": ["-m", "bench.bare_window", str(library)],
                "shell": ["-m", "bench.real_window", str(library), "shell"],
                "library": ["-m", "bench.real_window", str(library), "library"],
            },
            rounds,
        )
    bare = (f"bare PySide6 window, {reviews:,} rows read with sqlite3", found["bare"])
    seen = {
        "shell": ("Start until the shell is painted", PAINTED),
        "library": (f"Start until a library of {reviews:,} reviews is painted", USABLE),
    }
    return [
        compared(f"{what}{how}", found[way], bare, goal if key == "ms" else None, key)
        for way, (what, goal) in seen.items()
        for key, how in (("ms", ""), ("cpu", ", processor time"))
    ]


if __name__ == "__main__":
    for line in measure(*(int(given) for given in sys.argv[1:])):
        print(line)
