"""R16: what was deleted can be brought back for thirty days, or let go without a trace."""

from __future__ import annotations

import pytest

from app.check_library import check_library
from app.operations.fields import set_value
from app.operations.reviews import delete_review
from app.operations.trash import NotBroughtBackError, restore_from_trash
from app.purge import purge
from models.queries.load import row, rows
from models.queries.trash import thrown_away
from models.rows import AccountRow, EventRow, ReviewRow
from tests.reliability.libraries import fill, titles


def delete_event(ledger, event_id):
    from app.history import remove
    from app.operations import operation
    from models.story import Event

    @operation("Delete event")
    def delete(session):
        remove(session, Event, event_id)

    return ledger.run(delete())


def test_a_deleted_review_is_listed_and_comes_back_whole(ledger):
    review_id = fill(ledger, events=3)
    before = titles(ledger)
    ledger.run(delete_review(review_id))
    (thrown,) = ledger.read(thrown_away)
    assert (thrown.text, thrown.label) == ("Delete review", "Checkout down")
    ledger.run(restore_from_trash(thrown.id))
    assert titles(ledger) == before
    assert len(ledger.read(rows, AccountRow)) == 3
    assert ledger.read(thrown_away) == ()
    assert check_library(ledger.path).is_whole


def test_bringing_back_can_be_undone_and_redone(ledger):
    review_id = fill(ledger, events=2)
    ledger.run(delete_review(review_id))
    (thrown,) = ledger.read(thrown_away)
    step = ledger.run(restore_from_trash(thrown.id)).step
    ledger.undo(step)
    assert titles(ledger) == []
    assert ledger.read(thrown_away)[0].label == "Checkout down"
    ledger.redo(step)
    assert len(titles(ledger)) == 2


def test_an_event_comes_back_only_after_its_review(ledger):
    review_id = fill(ledger, events=2)
    event = ledger.read(rows, EventRow)[0]
    delete_event(ledger, event.id)
    ledger.run(delete_review(review_id))
    of_review, of_event = ledger.read(thrown_away)
    with pytest.raises(NotBroughtBackError, match="Bring the review back first"):
        ledger.run(restore_from_trash(of_event.id))
    ledger.run(restore_from_trash(of_review.id))
    ledger.run(restore_from_trash(of_event.id))
    assert len(titles(ledger)) == 2


def test_words_that_were_let_go_are_nowhere_in_the_file(ledger, home):
    review_id = fill(ledger, events=2)
    ledger.run(set_value(ReviewRow, review_id, "title", "Quetzalcoatl"))
    ledger.backup(home.backups)
    ledger.run(delete_review(review_id))
    thrown = ledger.read(thrown_away)
    purged = purge(ledger, [each.id for each in thrown], home.backups)
    assert "1 backup in " in purged.sentence
    ledger.close()
    for file in ledger.path.parent.iterdir():
        assert b"etzalcoat" not in file.read_bytes().lower(), file


def test_undoing_one_of_two_edits_of_a_row_leaves_its_checksum_true(ledger):
    fill(ledger, events=1)
    event = ledger.read(rows, EventRow)[0]
    step = ledger.run(set_value(EventRow, event.id, "title", "First")).step
    ledger.run(set_value(EventRow, event.id, "detail", "Second"))
    ledger.undo(step)
    assert ledger.read(row, EventRow, event.id).title == "Event 0"
    assert check_library(ledger.path).is_whole
