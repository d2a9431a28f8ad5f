"""The sample review as rows, for the tests that read it."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from pathlib import Path
from typing import TypeVar

from models.review_file import LISTS, rows_of
from models.rows import EventRow, ReviewRow, Row
from models.snapshot import Snapshot
from models.values import Privacy

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"

AnyRow = TypeVar("AnyRow", bound=Row)


@cache
def sample_text() -> str:
    return (SAMPLE / "review.json").read_text(encoding="utf-8")


@cache
def sample() -> tuple[Row, ...]:
    return tuple(rows_of(json.loads(sample_text())))


def every(row_type: type[AnyRow]) -> list[AnyRow]:
    return [row for row in sample() if isinstance(row, row_type)]


def the_review() -> ReviewRow:
    (review,) = every(ReviewRow)
    return review


def sample_snapshot() -> Snapshot:
    """Return the sample as the facilitator sees it."""
    lists = {field.name for field in dataclasses.fields(Snapshot)} & set(LISTS)
    parts = {name: tuple(every(LISTS[name])) for name in lists}
    timed = [event for event in every(EventRow) if event.at]
    untimed = [event for event in every(EventRow) if not event.at]
    parts["events"] = (*timed, *untimed)
    return Snapshot(level=Privacy.PRIVATE, review=the_review(), **parts)
