from __future__ import annotations

import dataclasses
import typing

import pytest

from models import rows
from models.errors import ReviewError
from models.review_file import LISTS, rows_of
from models.rows import EventRow, ReviewRow, TeamRow
from models.snapshot import Snapshot

SMALL = {
    "schema": 1,
    "review": {"id": "review", "title": "Late parcels", "created_at": "2024-03-04T09:00:00Z"},
    "events": [{"id": "event-page", "title": "Page"}],
    "teams": [{"id": "team-depot", "name": "Depot"}],
}


def test_a_review_comes_first_and_its_rows_know_it():
    found = list(rows_of(SMALL))
    assert [type(row) for row in found] == [ReviewRow, TeamRow, EventRow]
    assert found[-1] == EventRow(id="event-page", review_id="review", title="Page")


def test_every_kind_of_row_has_a_list():
    kinds = {getattr(rows, name) for name in rows.__all__ if name not in {"Row", "Words"}}
    assert set(LISTS.values()) == kinds - {ReviewRow}


def test_lists_carry_the_names_of_the_snapshot():
    hints = typing.get_type_hints(Snapshot)
    for field in dataclasses.fields(Snapshot):
        if field.name not in {"level", "review", "record_count"}:
            assert typing.get_args(hints[field.name])[0] is LISTS[field.name]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"schema": 2}, "has the schema 2; this version reads 1"),
        ({"schema": None}, "has the schema None"),
        ({"colours": []}, "has a list “colours”"),
        ({"events": {}}, "“events” is not a list"),
        ({"events": ["page"]}, "“events” holds something else"),
        ({"review": None}, "“review” holds something else"),
        ({"events": [{"id": "event-page"}]}, "event event-page: the field “title” is not there"),
        ({"teams": [{"name": "Depot"}]}, "team without an id: the field “id” is not there"),
        ({"review": {"title": "x", "created_at": "2024-03-04T09:00:00Z"}}, "field “id” is not"),
        ({"events": [{"id": "e", "title": "x", "kind": "boom"}]}, "event e, field “kind”"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(change, sentence):
    with pytest.raises(ReviewError) as caught:
        list(rows_of({**SMALL, **change}))
    assert sentence in caught.value.sentence
