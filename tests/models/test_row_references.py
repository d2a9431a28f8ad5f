from __future__ import annotations

import pytest

from models.errors import ReviewError
from models.row_references import references, with_ids
from models.rows import ParticipantRow, QuestionRow

QUESTION = QuestionRow(
    id="q", review_id="r", event_id="e", bank_id="q046", text="What made this step sensible?"
)


def test_a_question_points_at_its_review_and_event_and_not_into_a_pack():
    assert dict(references(QUESTION)) == {"review_id": "r", "event_id": "e"}


def test_people_somebody_has_authority_over_are_references_too():
    lead = ParticipantRow(id="p", review_id="r", authority_over="a, b")
    assert list(references(lead)) == [
        ("review_id", "r"),
        ("authority_over", "a"),
        ("authority_over", "b"),
    ]


def test_a_row_moves_with_everything_it_points_at():
    moved = with_ids(QUESTION, {"q": "1", "r": "2", "e": "3"})
    assert (moved.id, moved.review_id, moved.event_id) == ("1", "2", "3")
    assert (moved.participant_id, moved.bank_id) == (None, "q046")


def test_a_list_of_references_moves_too():
    lead = ParticipantRow(id="p", review_id="r", authority_over="a, b")
    ids = {"p": "1", "r": "2", "a": "3", "b": "4"}
    assert with_ids(lead, ids).authority_over == "3,4"


def test_a_reference_to_nothing_is_named():
    with pytest.raises(ReviewError, match="question q, field “event_id”: “e” is not in this file"):
        with_ids(QUESTION, {"q": "1", "r": "2"})
