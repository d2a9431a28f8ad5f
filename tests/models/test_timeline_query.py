from __future__ import annotations

import pytest

from app.library import open_library
from app.operations.accounts import NewAccount, add_account
from app.operations.gaps import add_gap
from app.operations.reviews import NewReview, add_review
from app.operations.timeline import add_event
from models.queries.timeline import event_details, shown_events, timeline
from tests.app.factories import put_person, quick


@pytest.fixture
def ledger(tmp_path):
    ledger = open_library(tmp_path / "team.secondstory", create=True)
    yield ledger
    ledger.close()


@pytest.fixture
def review_id(ledger):
    return ledger.run(add_review(NewReview("Checkout down"))).result


def test_a_timeline_comes_in_order_of_time_without_long_texts(ledger, review_id):
    for line in ("14:05 Later -> a long text", "13:00 Earlier", "Some time"):
        ledger.run(add_event(review_id, quick(line)))
    events = ledger.read(timeline, review_id).events
    assert [event.title for event in events] == ["Earlier", "Later", "Some time"]
    assert events[1].detail == ""


def test_an_event_is_sourced_once_someone_told_it(ledger, review_id):
    event_id = ledger.run(add_event(review_id, quick("14:05 Page"))).result
    bare = ledger.read(timeline, review_id)
    assert not bare.is_sourced(bare.events[0])
    ledger.run(add_account(event_id, NewAccount(text="  ")))
    assert not ledger.read(timeline, review_id).is_sourced(bare.events[0])
    ledger.run(add_account(event_id, NewAccount(text="I saw it")))
    told = ledger.read(timeline, review_id)
    assert told.is_sourced(told.events[0])
    assert told.accounts == {event_id: 2}


def test_details_bring_what_belongs_to_one_event_alone(ledger, review_id):
    one, other = (ledger.run(add_event(review_id, quick(f"14:0{n} Event"))).result for n in (1, 2))
    put_person(ledger, review_id, role="On-call engineer")
    ledger.run(add_gap(review_id, "Who saw it?", one))
    ledger.run(add_gap(review_id, "Who else?", other))
    details = ledger.read(event_details, one)
    assert [gap.text for gap in details.gaps] == ["Who saw it?"]
    assert [person.role for person in details.people] == ["On-call engineer"]
    assert [event.id for event in ledger.read(shown_events, [other])] == [other]


def test_what_is_gone_gives_nothing(ledger, review_id):
    assert ledger.read(event_details, "gone") is None
    with pytest.raises(LookupError):
        ledger.read(timeline, "gone")
