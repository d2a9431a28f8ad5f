"""Writes docs/bench.md from what was measured."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from bench.measure import Row

TITLES = "| What | Beside | Ratio | Goal | ms | MiB |\n|---|---|---|---|---|---|"
INTRODUCTION = """# How quick it is

Written by `make bench`; do not edit. Each ratio is our time over the time of the named way to do
the same work on the same machine: lower is better, 1 is equal. Both were measured in turn, round
by round, start-up and whole-file work in a fresh process each time after one unmeasured round;
the ratio is the median of the ratios of the rounds. Only ratios travel to another machine:
milliseconds are there to give them a size.

To reproduce: `make bench` (about {minutes} minutes), or one part alone, such as `.venv/bin/python
-m bench.start`. A machine that does other work at the same time makes the figures less steady.
Memory is the most that the process has held, ours / the other.
"""
NOTES = """## What is compared

- **A bare window** is a `QMainWindow` with a `QTableView` over rows that sqlite3 has read: the
  least that could be shown. Our window is the real program, from the start of its process; it is
  counted as painted when its first frame is drawn, and its library when the list of reviews is.
  Both draw into memory (`offscreen`). Processor time is steadier on a machine that does other work.
- Between the two, SQLAlchemy and the entities are loaded, which alone takes about twice as long as
  the whole bare window. They load in a thread, so the window can be moved and closed meanwhile.
- **One edit** is durable when it returns (WAL, `synchronous=FULL`), on both sides under the same
  pragmas. Ours also keeps the row for undo, raises its version and checksum, and tells every
  view. The disk's own time is in both, so a slower disk brings the ratio nearer to 1.
- **A Slack export** is read from the same zip on both sides, into the same table with the same
  indexes. Ours also dates, cleans and compares each message, so that importing it twice adds
  nothing.
- **docxtpl** is measured where it is installed beside the app (`pip install docxtpl`); else
  python-docx's own way to add rows stands in its place, without a goal.
"""


def page(parts: Mapping[str, Sequence[Row]], minutes: float) -> str:
    """Return the page as Markdown."""
    told = [INTRODUCTION.format(minutes=max(1, round(minutes))), _machine()]
    for title, rows in parts.items():
        told.append(f"## {title}\n\n{TITLES}\n" + "\n".join(_line(row) for row in rows))
    return "\n\n".join(text.strip() for text in (*told, NOTES)) + "\n"


def _machine() -> str:
    system = f"{os.cpu_count()} cores, {_system()}, Python {platform.python_version()}"
    parts = ", ".join(f"{name} {version(name)}" for name in ("PySide6-Essentials", "SQLAlchemy"))
    return f"Measured on {system}, {parts}, SQLite {sqlite3.sqlite_version}."


def _system() -> str:
    try:
        found = platform.freedesktop_os_release()
    except OSError:
        return f"{platform.system()} {platform.release()}"
    return f"{found.get('ID', '').capitalize()} {found.get('VERSION_ID', '')}".strip()


def _line(row: Row) -> str:
    goal = "" if row.goal is None else f"{row.goal:g}{'' if row.is_met else ', not reached'}"
    spent = f"{_short(row.ours_ms)} / {_short(row.beside_ms)}"
    held = " / ".join(f"{mib:.0f}" for mib in (row.ours_mib, row.beside_mib) if mib is not None)
    return f"| {row.what} | {row.beside} | **{row.ratio:.2f}** | {goal} | {spent} | {held} |"


def _short(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds >= 20 else f"{milliseconds:.2g}"
