from __future__ import annotations

from app.operations.reviews import NewReview, add_review, archive_review, name_services
from app.operations.timeline import add_event
from models.queries.library import review_list
from models.queries.records import record_count, record_counts_by_source, records_by_id
from models.queries.search import search
from models.queries.snapshots import snapshot
from models.values import BatchState, Privacy, Stage
from tests.app.factories import put_batch, put_record, put_source, quick


def test_the_list_of_reviews_tells_what_each_stage_holds(ledger, review_id):
    ledger.run(name_services(review_id, ("Payments", "Checkout")))
    ledger.run(add_event(review_id, quick("14:05 page")))
    put_record(ledger, review_id, put_source(ledger, review_id), "page")
    other = ledger.run(add_review(NewReview("Older"))).result
    ledger.run(archive_review(other))
    (summary,) = ledger.read(review_list, archived=False)
    assert summary.services == ("Checkout", "Payments")
    assert summary.begun == {Stage.GATHER, Stage.TIMELINE}
    assert summary.counts[Stage.GATHER] == 2
    assert [each.review.id for each in ledger.read(review_list, archived=True)] == [other]
    assert len(ledger.read(review_list)) == 2


def test_records_and_sources_of_an_import_that_is_not_complete_are_hidden(ledger, review_id):
    seen, hidden = (put_source(ledger, review_id, name=name) for name in ("seen", "hidden"))
    complete = put_batch(ledger, review_id, seen)
    put_batch(ledger, review_id, seen, BatchState.WITHDRAWN)
    arriving = put_batch(ledger, review_id, hidden, BatchState.ARRIVING)
    one = put_record(ledger, review_id, seen, "one", batch_id=complete)
    two = put_record(ledger, review_id, hidden, "two", batch_id=arriving)
    assert [each.text for each in ledger.read(records_by_id, (two, one))] == ["one"]
    assert ledger.read(record_count, review_id) == 1
    assert ledger.read(record_counts_by_source, review_id) == {seen: 1}
    there = ledger.read(snapshot, review_id, Privacy.PRIVATE)
    assert [each.name for each in there.sources] == ["seen"]
    assert there.record_count == 1
    (summary,) = ledger.read(review_list)
    assert summary.counts[Stage.GATHER] == 2


def test_search_finds_reviews_and_events_by_the_beginning_of_a_word(ledger, review_id):
    event_id = ledger.run(add_event(review_id, quick("14:05 checkout pages the on-call"))).result
    hits = ledger.read(search, "check")
    assert [(hit.kind, hit.row_id) for hit in hits] == [("event", event_id), ("review", review_id)]
    assert {hit.review_title for hit in hits} == {"Checkout down"}
    assert hits[0].text == "checkout pages the on-call"
    assert ledger.read(search, "  ") == ()
