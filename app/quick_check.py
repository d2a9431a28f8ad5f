"""SQLite's own quick look over a library, in a process of its own where it is large (R10)."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

CHILD_FROM_BYTES = 200 * 1024 * 1024
"""From this size on the look takes so long, and reads so much, that it must not burden the app."""

_QUESTION = "PRAGMA quick_check(1)"
_CHILD = (
    "import sqlite3, sys;"
    f"print(sqlite3.connect(sys.argv[1], uri=True).execute('{_QUESTION}').fetchone()[0])"
)
_RAISED = 1


def first_damage(connection: sqlite3.Connection, address: str, size: int) -> str | None:
    """Return the first damage of a library of `size` bytes in SQLite's words, None where whole.

    Raises sqlite3.DatabaseError where the file cannot be read to its end.
    """
    answer = _asked_in_child(address) if size > CHILD_FROM_BYTES else None
    if answer is None:
        (answer,) = connection.execute(_QUESTION).fetchone()
    return None if answer == "ok" else str(answer).splitlines()[0]


def _asked_in_child(address: str) -> str | None:
    """Return the answer; None where the child raised, so that the error is met by its name here."""
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-c", _CHILD, address],
        capture_output=True,
        text=True,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if ended.returncode == 0:
        return ended.stdout.strip()
    return None if ended.returncode == _RAISED else "the check of the file broke off"
