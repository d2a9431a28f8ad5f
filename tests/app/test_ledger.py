from __future__ import annotations

import json
import zlib

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.errors import LibraryReadOnlyError
from app.history import OutsideOperationError
from app.library import open_library
from app.operations import operation
from app.operations.fields import set_value
from app.operations.reviews import (
    NewReview,
    add_review,
    archive_review,
    delete_review,
    duplicate_as_template,
    name_services,
)
from app.operations.sources import NewSource, add_source
from models.base import checksum_of
from models.library import Trash
from models.queries.load import row, rows
from models.review import Review
from models.rows import EventRow, ReviewRow, ServiceRow, SourceRow
from models.story import Event
from models.values import SourceState


@operation("Add event")
def add_event(session, review_id, title):
    event = Event(review_id=review_id, title=title)
    session.add(event)
    session.flush()
    return event.id


def titles(ledger):
    return sorted(event.title for event in ledger.read(rows, EventRow))


def test_what_was_run_is_there_after_opening_again(tmp_path):
    ledger = open_library(tmp_path / "a.secondstory", create=True)
    review_id = ledger.run(add_review(NewReview("Checkout down"))).result
    ledger.close()
    ledger = open_library(tmp_path / "a.secondstory")
    assert ledger.read(row, ReviewRow, review_id).title == "Checkout down"
    ledger.close()


def test_an_edit_can_be_undone_and_redone(ledger, review_id):
    event_id = ledger.run(add_event(review_id, "Alert fires")).result
    step = ledger.run(set_value(EventRow, event_id, "title", "Alert is noticed")).step
    ledger.undo(step)
    assert titles(ledger) == ["Alert fires"]
    ledger.redo(step)
    assert titles(ledger) == ["Alert is noticed"]


def test_the_version_rises_with_every_write_and_every_undo(ledger, review_id):
    event_id = ledger.run(add_event(review_id, "Alert fires")).result
    step = ledger.run(set_value(EventRow, event_id, "title", "Noticed")).step
    ledger.undo(step)
    assert ledger.read(row, EventRow, event_id).version == 3


def test_undo_leaves_alone_what_another_change_has_set_since(ledger, review_id):
    step = ledger.run(archive_review(review_id)).step
    ledger.run(set_value(ReviewRow, review_id, "title", "Checkout slow"))
    ledger.undo(step)
    review = ledger.read(row, ReviewRow, review_id)
    assert (review.title, review.archived) == ("Checkout slow", False)


def test_deleting_a_review_takes_all_it_owns_and_undo_brings_it_back(ledger, review_id):
    ledger.run(name_services(review_id, ("Checkout", "Payments")))
    ledger.run(add_event(review_id, "Alert fires"))
    ledger.run(add_event(review_id, "Rolled back"))
    step = ledger.run(delete_review(review_id)).step
    assert titles(ledger) == []
    assert ledger.read(row, ReviewRow, review_id) is None
    ledger.undo(step)
    assert titles(ledger) == ["Alert fires", "Rolled back"]
    assert len(ledger.read(rows, ServiceRow)) == 2
    ledger.redo(step)
    assert titles(ledger) == []


def test_what_was_deleted_lies_in_the_trash_until_it_is_brought_back(ledger, review_id):
    ledger.run(add_event(review_id, "Alert fires"))
    step = ledger.run(delete_review(review_id)).step

    def thrown(session: Session):
        return [json.loads(zlib.decompress(t.rows)) for t in session.scalars(select(Trash))]

    (images,) = ledger.read(thrown)
    assert {table for table, _ in images} == {"event", "review"}
    ledger.undo(step)
    assert ledger.read(thrown) == []


def test_a_failing_operation_leaves_no_trace(ledger, review_id):
    @operation("Stop half-way")
    def stop(session):
        session.add(Event(review_id=review_id, title="half done"))
        session.flush()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ledger.run(stop())
    assert titles(ledger) == []


def test_typing_is_one_step(ledger, review_id):
    event_id = ledger.run(add_event(review_id, "")).result
    steps = [
        ledger.run(set_value(EventRow, event_id, "title", text)).step
        for text in ("P", "Pa", "Page")
    ]
    assert steps[0].merge(steps[1])
    assert steps[0].merge(steps[2])
    assert len(steps[0].rows) == 1
    ledger.undo(steps[0])
    assert titles(ledger) == [""]


def test_words_carry_a_checksum(ledger, review_id):
    event_id = ledger.run(add_event(review_id, "Alert fires")).result

    def stored(session: Session):
        return session.scalar(select(Event.checksum).where(Event.id == event_id))

    assert ledger.read(stored) == checksum_of(["Alert fires", "", "", "", "", ""])


def test_nothing_changes_outside_an_operation(ledger, review_id):
    with Session(ledger._database.writer) as session:
        session.get_one(Review, review_id).title = "sneaky"
        with pytest.raises(OutsideOperationError):
            session.flush()


def test_a_reader_cannot_write(ledger, review_id):
    def write(session: Session):
        session.execute(update(Review).values(title="sneaky"))

    with pytest.raises(Exception, match="readonly"):
        ledger.read(write)


def test_a_library_opened_for_reading_refuses_changes(ledger, review_id):
    reader = open_library(ledger.path, read_only=True)
    assert reader.read(row, ReviewRow, review_id).title == "Checkout down"
    with pytest.raises(LibraryReadOnlyError, match="can only be read"):
        reader.run(archive_review(review_id))
    reader.close()


def test_a_template_takes_settings_but_no_people_texts_or_dates(ledger, review_id):
    ledger.run(set_value(ReviewRow, review_id, "agenda", "36|Walk the timeline"))
    ledger.run(set_value(ReviewRow, review_id, "tags", "database"))
    for text in ("top_insight", "opening_script", "leadership_statement", "glossary"):
        ledger.run(set_value(ReviewRow, review_id, text, "Nobody owned it"))
    ledger.run(add_event(review_id, "Alert fires"))
    for name in ("Chat of Ann, 31 January", "Chat of Ben"):
        ledger.run(add_source(review_id, NewSource(name=name, checklist_key="chat")))
    ledger.run(add_source(review_id, NewSource(name="A letter")))
    new_id = ledger.run(duplicate_as_template(review_id, "Next one")).result
    new = ledger.read(row, ReviewRow, new_id)
    assert (new.title, new.agenda, new.tags) == ("Next one", "36|Walk the timeline", "database")
    assert (new.top_insight, new.opening_script) == ("", "")
    assert (new.leadership_statement, new.glossary) == ("", "")
    assert len(ledger.read(rows, EventRow)) == 1
    (asked,) = (source for source in ledger.read(rows, SourceRow) if source.review_id == new_id)
    assert (asked.name, asked.checklist_key, asked.state) == ("Chat", "chat", SourceState.REQUESTED)


def test_a_change_says_which_fields_moved(ledger, review_id):
    change = ledger.run(set_value(ReviewRow, review_id, "title", "Slow")).change
    assert change.touches(ReviewRow)
    assert not change.touches(EventRow)
    assert change.fields == {("review", "title")}
