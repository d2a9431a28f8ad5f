from __future__ import annotations

from sqlalchemy.orm import Session

from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review, delete_review
from models.rows import ReviewRow
from models.search import find, rebuild_index


def found(ledger, words):
    def search(session: Session):
        return [kind for kind, *_ in find(session.connection(), words)]

    return ledger.read(search)


def test_a_review_is_found_by_the_beginning_of_a_word(ledger, review_id):
    assert found(ledger, "check") == ["review"]
    assert found(ledger, "nothing") == []


def test_search_follows_an_edit_and_its_undo(ledger, review_id):
    ledger.run(set_value(ReviewRow, review_id, "incident_title", ""))
    step = ledger.run(set_value(ReviewRow, review_id, "title", "Payments slow")).step
    assert found(ledger, "payments") == ["review"]
    assert found(ledger, "checkout") == []
    ledger.undo(step)
    assert found(ledger, "checkout") == ["review"]


def test_search_forgets_what_was_deleted(ledger, review_id):
    step = ledger.run(delete_review(review_id)).step
    assert found(ledger, "checkout") == []
    ledger.undo(step)
    assert found(ledger, "checkout") == ["review"]


def test_signs_in_the_search_box_are_taken_as_they_are(ledger, review_id):
    assert found(ledger, '"check* OR -(') == []


def test_the_index_can_be_built_anew(ledger, review_id):
    ledger.run(add_review(NewReview("Sign-in loop")))
    with ledger._database.writer.begin() as connection:
        rebuild_index(connection)
    assert found(ledger, "sign-in loop") == ["review"]
