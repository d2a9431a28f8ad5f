"""Builds invented reviews for the tests of the method, saying only what matters."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from models import rows
from models.review_file import LISTS, rows_of
from models.rows import EventRow, FactorRow, ReviewRow, Row
from models.snapshot import Snapshot
from models.taxonomy import Category
from models.values import EventKind, ImpactGroup, LookState, Privacy

START = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
DAY = date(2026, 3, 10)
SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "review.json"

_ids = count(1)
_DEFAULTS: dict[type[Row], dict[str, object]] = {
    rows.ReviewRow: {"title": "Orders stood still", "created_at": START},
    rows.EventRow: {"title": "Something happens"},
    rows.AccountRow: {"event_id": "", "text": "I saw it"},
    rows.ImpactRow: {"group": ImpactGroup.CUSTOMERS, "text": "Orders came late"},
    rows.QuestionRow: {"text": "What did you notice?"},
    rows.AnswerRow: {"text": "The graph was flat"},
    rows.FactorRow: {"number": 1, "category": Category.C1, "condition": "The tool is silent"},
    rows.SourceRow: {"name": "Chat"},
    rows.ActionItemRow: {"text": "Remove the second path"},
    rows.GapRow: {"text": "What did support hear?"},
    rows.LookRow: {"state": LookState.NOTHING},
    rows.CheckReasonRow: {"reason": "Fine this time", "given_on": DAY},
    rows.EvidenceRow: {"text": "Screenshot 3"},
    rows.ShareRow: {"to_whom": "Everyone", "shared_at": START},
    rows.ProcessChangeRow: {"text": "Hear support first", "decided_on": DAY},
    rows.DecisionRow: {"text": "We leave it"},
}


def row(kind: type[Row], /, **given: Any) -> Any:
    """Return a row of a kind with an id of its own."""
    fields = {field.name for field in dataclasses.fields(kind)}
    filled: dict[str, Any] = {"id": f"{kind.table}-{next(_ids)}", **_DEFAULTS.get(kind, {})}
    if "review_id" in fields:
        filled["review_id"] = "r"
    return kind(**(filled | given))


def at(minutes: float) -> datetime:
    """Return an instant, in minutes from 3 March 2026, 14:00 UTC (a Tuesday)."""
    return START + timedelta(minutes=minutes)


def event(title: str = "Something happens", minutes: float | None = 0, **given: Any) -> EventRow:
    """Return an event."""
    when = None if minutes is None else at(minutes)
    found: EventRow = row(rows.EventRow, title=title, at=when, **given)
    return found


def decision(title: str = "Restart the pool", minutes: float = 0, **given: Any) -> EventRow:
    """Return a decision point."""
    return event(title, minutes, kind=EventKind.DECISION, **given)


def factor(category: str = "C1", number: int = 1, **given: Any) -> FactorRow:
    """Return a factor of a category."""
    found: FactorRow = row(rows.FactorRow, category=Category(category), number=number, **given)
    return found


def review(**given: Any) -> ReviewRow:
    """Return a review of an invented incident."""
    found: ReviewRow = row(rows.ReviewRow, **given)
    return found


def snapshot(**given: Any) -> Snapshot:
    """Return everything of a review."""
    fields = {"level": Privacy.PRIVATE, "review": review()} | given
    return Snapshot(**fields)


@cache
def sample() -> Snapshot:
    """Return the finished sample review."""
    content = json.loads(SAMPLE.read_text("utf-8"))
    lists: dict[str, list[Row]] = defaultdict(list)
    names = {kind: name for name, kind in LISTS.items()}
    found: dict[str, Any] = {}
    for each in rows_of(content):
        if isinstance(each, ReviewRow):
            found["review"] = each
        else:
            lists[names[type(each)]].append(each)
    known = {field.name for field in dataclasses.fields(Snapshot)}
    kept = {name: tuple(each) for name, each in lists.items() if name in known}
    return Snapshot(level=Privacy.PRIVATE, **found, **kept, record_count=len(lists["records"]))
