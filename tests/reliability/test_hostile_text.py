"""T12, for the store: any text goes in by one written rule and comes out as it went in."""

from __future__ import annotations

import random

import pytest

from app.check_library import check_library
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.workspace import Workspace
from models.queries.load import row
from models.rows import ReviewRow
from models.words import clean_text
from tests.reliability.libraries import add_event, titles

PIECES = (
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    "\ud800",
    "\udfff",
    "\U0001f9ea",
    "\u202e",
    "\u2028",
    "\u2029",
    "\u00a0",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\u0301",
    "e\u0301",
    "\u200d",
    "'; DROP TABLE review; --",
    '"',
    "%s",
    "\\",
    "NULL",
    "0x00",
    "plain words ",
    "日本語",
    "עברית",
    "\r\n",
    "|",
    "<b>",
    "{{",
    "𝕬",
)


def hostile(seed):
    chance = random.Random(seed)  # noqa: S311
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 60)))


def keep(ledger, count, first=0):
    review_id = ledger.run(add_review(NewReview(hostile(first)))).result
    for seed in range(first, first + count):
        text = hostile(seed)
        step = ledger.run(set_value(ReviewRow, review_id, "background", text)).step
        assert ledger.read(row, ReviewRow, review_id).background == clean_text(text), seed
        if step is not None:
            ledger.undo(step)
            ledger.redo(step)
        assert ledger.read(row, ReviewRow, review_id).background == clean_text(text), seed
        ledger.run(add_event(review_id, text))
    expected = sorted(clean_text(hostile(seed)) for seed in range(first, first + count))
    assert titles(ledger) == expected
    assert check_library(ledger.path).is_whole


def test_a_hundred_hostile_texts_come_out_as_the_rule_says(ledger):
    keep(ledger, 100)


@pytest.mark.soak
def test_a_thousand_hostile_texts_come_out_as_the_rule_says(ledger):
    keep(ledger, 1000, first=1000)


def test_five_megabytes_in_one_line_come_out_as_they_went_in(ledger, qapp):
    workspace = Workspace(ledger)
    review_id = workspace.run(add_review(NewReview("Long")))
    text = "ab\U0001f9ea " * 1_300_000
    workspace.type(set_value(ReviewRow, review_id, "background", text))
    assert workspace.read(row, ReviewRow, review_id).background == text
    workspace.close()


def test_a_number_that_no_column_holds_is_a_bug_and_leaves_no_trace(ledger):
    review_id = ledger.run(add_review(NewReview("Numbers"))).result
    with pytest.raises(OverflowError):
        ledger.run(set_value(ReviewRow, review_id, "meeting_minutes", 1 << 70))
    assert ledger.read(row, ReviewRow, review_id).meeting_minutes < 1000
