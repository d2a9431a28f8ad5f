from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import rows
from models.errors import ReviewError
from models.rows import ActionItemRow, EventRow, ParticipantRow, Row
from models.rows_json import row_from_json, row_to_json
from models.values import ActionState, EventKind, Mark, Precision

ROW_TYPES = [getattr(rows, name) for name in rows.__all__ if name not in {"Row", "Words"}]

REMOVAL = EventRow(
    id="removal",
    review_id="review",
    at=datetime(2017, 1, 31, 23, 26, tzinfo=UTC),
    precision=Precision.ABOUT,
    kind=EventKind.DECISION,
    marks=frozenset({Mark.PIVOT, Mark.SURPRISE}),
    title="Directory removed",
)


def test_an_event_reads_in_json_as_it_does_in_the_product():
    found = row_to_json(REMOVAL)
    assert found["at"] == "2017-01-31T23:26:00Z"
    assert found["kind"] == "decision"
    assert found["precision"] == "about"
    assert found["marks"] == ["surprise", "pivot"]
    assert found["at_end"] is None
    assert list(found)[:3] == ["id", "version", "review_id"]


def test_fields_can_be_left_out():
    assert "version" not in row_to_json(REMOVAL, leave_out={"version"})


def test_a_row_comes_back_from_json_text_as_it_was():
    text = json.dumps(row_to_json(REMOVAL))
    assert EventRow(**row_from_json(EventRow, json.loads(text))) == REMOVAL


def test_fields_that_are_not_given_keep_their_defaults():
    given_fields = {"id": "a", "review_id": "r", "text": "Rehearse the restore"}
    action = ActionItemRow(**row_from_json(ActionItemRow, given_fields))
    assert action.state is ActionState.IDEA
    assert action.due is None


def test_a_due_date_is_a_day_and_an_effort_may_be_written_as_a_whole_number():
    read = row_from_json(ActionItemRow, {"due": "2017-03-03", "effort_low": 3})
    assert read["due"] == date(2017, 3, 3)
    assert type(read["effort_low"]) is float


def test_a_time_with_another_offset_is_the_same_instant_in_utc():
    read = row_from_json(EventRow, {"at": "2017-02-01T00:26:00+01:00"})
    assert read["at"] == REMOVAL.at
    assert read["at"].tzinfo is UTC


@given(
    at=st.datetimes(timezones=st.just(UTC)),
    marks=st.frozensets(st.sampled_from(Mark)),
    kind=st.sampled_from(EventKind),
    title=st.text(),
)
def test_any_event_survives_the_way_there_and_back(at, marks, kind, title):
    event = EventRow(id="e", review_id="r", at=at, marks=marks, kind=kind, title=title)
    text = json.dumps(row_to_json(event))
    assert EventRow(**row_from_json(EventRow, json.loads(text))) == event


@pytest.mark.parametrize("row_type", ROW_TYPES, ids=lambda row_type: row_type.table)
def test_every_field_of_every_row_can_be_read(row_type: type[Row]):
    with pytest.raises(ReviewError, match="no field “colour”"):
        row_from_json(row_type, {"id": "a", "colour": "blue"})


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "blunder", "event e7, field “kind”: 'blunder' is not one of detection, alert"),
        ("kind", 3, "field “kind”: 3 is not one of"),
        ("marks", "surprise", "field “marks”: 'surprise' is not a list"),
        ("marks", ["dull"], "field “marks”: 'dull' is not one of surprise"),
        ("at", "2017-01-31T23:26:00", "has no zone"),
        ("at", "yesterday", "event e7, field “at”: 'yesterday' is not a time such as 2017"),
        ("title", None, "field “title”: None is not a text"),
        ("rank", True, "field “rank”: True is not a whole number"),
        ("learned_later", 1, "field “learned_later”: 1 is neither true nor false"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(field, value, sentence):
    with pytest.raises(ReviewError) as caught:
        row_from_json(EventRow, {"id": "e7", field: value})
    assert sentence in caught.value.sentence


def test_a_number_is_asked_for_where_a_text_stands():
    with pytest.raises(ReviewError, match="'three' is not a number"):
        row_from_json(ActionItemRow, {"id": "a", "effort_low": "three"})


def test_a_day_is_asked_for_where_something_else_stands():
    with pytest.raises(ReviewError, match="'soon' is not a day such as 2017-02-07"):
        row_from_json(ActionItemRow, {"id": "a", "due": "soon"})


def test_a_time_without_a_zone_never_leaves_a_row():
    naive = EventRow(id="e", review_id="r", title="x", at=datetime(2017, 1, 31))
    with pytest.raises(TypeError, match="without a zone"):
        row_to_json(naive)


def test_a_time_of_another_zone_leaves_a_row_in_utc():
    amsterdam = timezone(timedelta(hours=1))
    event = EventRow(
        id="e", review_id="r", title="x", at=datetime(2017, 2, 1, 0, 26, tzinfo=amsterdam)
    )
    assert row_to_json(event)["at"] == "2017-01-31T23:26:00Z"


def test_what_is_not_known_stays_null_both_ways():
    person = ParticipantRow(id="p", review_id="r", role="Support lead")
    assert row_to_json(person)["role_tag"] is None
    assert row_from_json(ParticipantRow, {"role_tag": None}) == {"role_tag": None}
