from __future__ import annotations

from app.operations.records import (
    add_record_to_event,
    fold_records,
    promote_all,
    promote_record,
    promote_records,
    promote_timed,
    take_record_off_event,
    unfold_records,
)
from app.operations.sources import NewSource, add_source, delete_source, shift_source
from app.operations.timeline import delete_events, retime_event
from models.queries.load import row
from models.queries.records import (
    RecordFilter,
    record_counts,
    record_ids,
    record_page,
    records_of_event,
)
from models.queries.snapshots import snapshot
from models.rows import EventRow
from models.times.reading import TimeReading
from models.values import EventKind, Precision, Privacy, RecordKind, RecordState
from tests.app.factories import at, put_person, put_record, put_source


def event(ledger, event_id):
    return ledger.read(row, EventRow, event_id)


def states(ledger, review_id):
    return {state: n for state, n in ledger.read(record_counts, review_id).items() if n}


def test_a_promoted_record_keeps_its_time_words_person_and_source(ledger, review_id):
    source = put_source(ledger, review_id, zone="Europe/Amsterdam")
    person = put_person(ledger, review_id, role="On call", aliases="ada")
    record = put_record(
        ledger,
        review_id,
        source,
        "CPU is high\nsince lunch",
        at=at("14:05"),
        at_end=at("14:20"),
        time_text="15:05-15:20",
        precision=Precision.ABOUT,
        author="ada",
        kind=RecordKind.ALERT,
    )
    found = event(ledger, ledger.run(promote_record(record)).result)
    assert (found.title, found.detail) == ("CPU is high", "since lunch")
    assert (found.at, found.at_end, found.time_text) == (at("14:05"), at("14:20"), "15:05-15:20")
    assert (found.zone, found.precision) == ("Europe/Amsterdam", Precision.ABOUT)
    assert (found.kind, found.lane, found.participant_id) == (EventKind.ALERT, "On call", person)
    assert found.source_id == source
    assert [each.id for each in ledger.read(records_of_event, found.id)] == [record]
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 1}


def test_promoting_twice_makes_one_event(ledger, review_id):
    record = put_record(ledger, review_id, put_source(ledger, review_id), "page")
    first = ledger.run(promote_record(record)).result
    again = ledger.run(promote_records((record,)))
    assert again.result == (first,)
    assert again.step is None


def test_undoing_a_promotion_brings_the_record_back_to_the_tray(ledger, review_id):
    record = put_record(ledger, review_id, put_source(ledger, review_id), "page", at=at("14:05"))
    step = ledger.run(promote_record(record)).step
    ledger.undo(step)
    assert states(ledger, review_id) == {RecordState.NEW: 1}
    ledger.redo(step)
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 1}


def test_promoting_all_leaves_folded_records_and_timed_leaves_those_without_a_time(
    ledger, review_id
):
    source = put_source(ledger, review_id)
    put_record(ledger, review_id, source, "joined", state=RecordState.FOLDED, at=at("14:00"))
    put_record(ledger, review_id, source, "timed", at=at("14:05"), position=1)
    put_record(ledger, review_id, source, "untimed", position=2)
    assert len(ledger.run(promote_timed(review_id)).result) == 1
    assert len(ledger.run(promote_all(review_id, source)).result) == 1
    events = ledger.read(snapshot, review_id, Privacy.PRIVATE).events
    assert [(each.title, each.precision) for each in events] == [
        ("timed", Precision.EXACT),
        ("untimed", Precision.UNKNOWN),
    ]


def test_a_second_record_can_stand_behind_an_event_and_be_taken_off(ledger, review_id):
    source = put_source(ledger, review_id)
    one, two = (put_record(ledger, review_id, source, text) for text in ("page", "alert"))
    event_id = ledger.run(promote_record(one)).result
    ledger.run(add_record_to_event(two, event_id))
    assert ledger.run(add_record_to_event(two, event_id)).step is None
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 2}
    ledger.run(take_record_off_event(two, event_id))
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 1, RecordState.NEW: 1}


def test_deleting_an_event_gives_its_records_back(ledger, review_id):
    record = put_record(ledger, review_id, put_source(ledger, review_id), "page")
    event_id = ledger.run(promote_record(record)).result
    step = ledger.run(delete_events((event_id,))).step
    assert states(ledger, review_id) == {RecordState.NEW: 1}
    ledger.undo(step)
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 1}


def test_folding_leaves_what_is_on_the_timeline(ledger, review_id):
    source = put_source(ledger, review_id)
    one, two = (put_record(ledger, review_id, source, text) for text in ("page", "noise"))
    ledger.run(promote_record(one))
    ledger.run(fold_records((one, two)))
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 1, RecordState.FOLDED: 1}
    ledger.run(unfold_records((one, two)))
    assert states(ledger, review_id) == {RecordState.ON_TIMELINE: 1, RecordState.NEW: 1}


def test_shifting_a_clock_moves_records_and_events_but_not_a_time_typed_since(ledger, review_id):
    source = ledger.run(add_source(review_id, NewSource(name="Pager", zone="UTC"))).result
    records = [
        put_record(ledger, review_id, source, text, at=at("14:05"), at_end=at("14:06"))
        for text in ("a", "b")
    ]
    moved, typed = ledger.run(promote_records(tuple(records))).result
    ledger.run(retime_event(typed, TimeReading(at=at("15:00"), text="15:00", zone="UTC")))
    step = ledger.run(shift_source(source, 120)).step
    assert [each.at for each in ledger.read(record_page, review_id)] == [at("14:07")] * 2
    assert (event(ledger, moved).at, event(ledger, moved).at_end) == (at("14:07"), at("14:08"))
    assert event(ledger, typed).at == at("15:00")
    ledger.run(shift_source(source, -60))
    assert event(ledger, moved).at == at("14:04")
    ledger.undo(step)


def test_deleting_a_source_takes_its_records_and_leaves_the_events(ledger, review_id):
    source = put_source(ledger, review_id)
    event_id = ledger.run(promote_record(put_record(ledger, review_id, source, "page"))).result
    step = ledger.run(delete_source(source)).step
    assert ledger.read(record_ids, review_id) == ()
    assert event(ledger, event_id).source_id is None
    ledger.undo(step)
    assert len(ledger.read(record_ids, review_id)) == 1


def test_the_tray_is_paged_in_the_order_of_time_and_filtered(ledger, review_id):
    source = put_source(ledger, review_id)
    other = put_source(ledger, review_id, name="Chat")
    put_record(ledger, review_id, source, "no time")
    put_record(ledger, review_id, source, "second", at=at("14:06"), author="Ada")
    put_record(ledger, review_id, other, "first, 100% down", at=at("14:05"))

    def texts(**wanted):
        return [r.text for r in ledger.read(record_page, review_id, RecordFilter(**wanted))]

    assert texts() == ["first, 100% down", "second", "no time"]
    assert texts(source_id=other) == ["first, 100% down"]
    assert texts(timed=False) == ["no time"]
    assert texts(text="100%") == ["first, 100% down"]
    assert texts(text="ada") == ["second"]
    assert texts(states=frozenset({RecordState.FOLDED})) == []
    page = ledger.read(record_page, review_id, offset=1, limit=1)
    assert [each.text for each in page] == ["second"]
