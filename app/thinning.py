"""Which backups are kept: the newest ten, one a day for a week, one a week for a month (R14)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

NEWEST = 10
DAYS = 7
WEEKS = 4


def to_remove(made: Sequence[datetime]) -> tuple[datetime, ...]:
    """Return which of these backups may go; the last of each kept day and week stays."""
    newest_first = sorted(made, reverse=True)
    kept = set(newest_first[:NEWEST])
    kept.update(_last_of_each(newest_first, "%Y-%m-%d")[:DAYS])
    kept.update(_last_of_each(newest_first, "%G-%V")[:WEEKS])
    return tuple(moment for moment in newest_first if moment not in kept)


def _last_of_each(newest_first: Sequence[datetime], period: str) -> list[datetime]:
    last: dict[str, datetime] = {}
    for moment in newest_first:
        last.setdefault(moment.strftime(period), moment)
    return list(last.values())
