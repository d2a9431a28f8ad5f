from __future__ import annotations

import pytest

from app.operations.accounts import NewAccount, add_account, delete_account
from app.operations.gaps import add_gap, answer_gap, delete_gap, leave_gap, reopen_gap
from app.operations.impacts import NewImpact, add_impact, delete_impact
from app.operations.timeline import (
    add_event,
    delete_events,
    edit_event,
    move_event,
    retime_event,
    toggle_mark,
)
from app.operations.what_changed import add_change_finding, delete_change_finding, set_look
from models.errors import ReviewError
from models.queries.load import row
from models.queries.snapshots import snapshot
from models.rows import EventRow, GapRow
from models.times.parse import parse_time_input
from models.times.reading import TimeContext
from models.values import (
    ChangeLane,
    EventKind,
    GapState,
    ImpactGroup,
    LookState,
    Mark,
    Precision,
    Privacy,
)
from tests.app.factories import at, put_person, quick


def whole(ledger, review_id):
    return ledger.read(snapshot, review_id, Privacy.PRIVATE)


def titles(ledger, review_id):
    return [event.title for event in whole(ledger, review_id).events]


def test_a_typed_line_becomes_an_event_with_its_person_mark_and_gap(ledger, review_id):
    person = put_person(ledger, review_id, role="Checkout engineer", aliases="checkout")
    line = "~14:05 @checkout #detection first page -> 5 percent of orders !surprise ?who saw it"
    event_id = ledger.run(add_event(review_id, quick(line))).result
    event = ledger.read(row, EventRow, event_id)
    assert (event.title, event.detail) == ("first page", "5 percent of orders")
    assert (event.at, event.precision) == (at("14:05"), Precision.ABOUT)
    assert (event.kind, event.marks) == (EventKind.DETECTION, {Mark.SURPRISE})
    assert event.participant_id == person
    (gap,) = whole(ledger, review_id).gaps
    assert (gap.text, gap.event_id) == ("Who saw it?", event_id)


def test_events_stand_in_the_order_of_time_then_of_their_coming(ledger, review_id):
    for line in ("14:10 third", "14:05 first", "14:05 second", "no time"):
        ledger.run(add_event(review_id, quick(line)))
    assert titles(ledger, review_id) == ["first", "second", "third", "no time"]


def test_editing_a_line_leaves_time_and_detail_it_does_not_name(ledger, review_id):
    event_id = ledger.run(add_event(review_id, quick("14:05 page -> long story"))).result
    ledger.run(edit_event(event_id, quick("first page #alert @Payments")))
    event = ledger.read(row, EventRow, event_id)
    assert (event.title, event.detail, event.at) == ("first page", "long story", at("14:05"))
    assert (event.kind, event.lane) == (EventKind.ALERT, "Payments")


def test_a_new_time_moves_an_event(ledger, review_id):
    event_id = ledger.run(add_event(review_id, quick("14:05 page"))).result
    ledger.run(add_event(review_id, quick("14:10 second")))
    reading = parse_time_input("<14:20", TimeContext(incident_date=at("00:00").date()))
    step = ledger.run(retime_event(event_id, reading)).step
    assert titles(ledger, review_id) == ["second", "page"]
    assert ledger.read(row, EventRow, event_id).precision is Precision.BEFORE
    ledger.undo(step)
    assert titles(ledger, review_id) == ["page", "second"]


def test_events_of_one_time_can_be_put_in_any_order(ledger, review_id):
    a, b, c = (ledger.run(add_event(review_id, quick(f"14:05 {n}"))).result for n in "abc")
    ledger.run(move_event(a, c))
    assert titles(ledger, review_id) == ["b", "c", "a"]
    ledger.run(move_event(c, None))
    assert titles(ledger, review_id) == ["c", "b", "a"]
    ledger.run(move_event(c, b))
    assert titles(ledger, review_id) == ["b", "c", "a"]


def test_an_event_cannot_be_put_behind_one_of_another_time(ledger, review_id):
    a = ledger.run(add_event(review_id, quick("14:05 a"))).result
    b = ledger.run(add_event(review_id, quick("14:06 b"))).result
    with pytest.raises(ReviewError, match="different times"):
        ledger.run(move_event(a, b))


def test_a_mark_is_set_and_taken_away(ledger, review_id):
    event_id = ledger.run(add_event(review_id, quick("14:05 a"))).result
    ledger.run(toggle_mark(event_id, Mark.PIVOT))
    ledger.run(toggle_mark(event_id, Mark.CONFUSION))
    ledger.run(toggle_mark(event_id, Mark.PIVOT))
    assert ledger.read(row, EventRow, event_id).marks == {Mark.CONFUSION}


def test_accounts_go_with_their_event_and_come_back_with_it(ledger, review_id):
    event_id = ledger.run(add_event(review_id, quick("14:05 a"))).result
    for text in ("I saw a graph", "I heard a call"):
        ledger.run(add_account(event_id, NewAccount(text=text)))
    step = ledger.run(delete_events((event_id,))).step
    assert whole(ledger, review_id).accounts == ()
    ledger.undo(step)
    one, two = whole(ledger, review_id).accounts
    assert (one.text, two.text) == ("I saw a graph", "I heard a call")
    ledger.run(delete_account(one.id))
    assert [each.text for each in whole(ledger, review_id).accounts] == ["I heard a call"]


def test_a_gap_is_answered_left_reopened_and_deleted(ledger, review_id):
    gap_id = ledger.run(add_gap(review_id, "Who saw it?")).result

    def gap():
        return ledger.read(row, GapRow, gap_id)

    ledger.run(answer_gap(gap_id, "Support"))
    assert (gap().state, gap().answer) == (GapState.ANSWERED, "Support")
    ledger.run(reopen_gap(gap_id))
    assert gap().state is GapState.OPEN
    ledger.run(leave_gap(gap_id, "The log is gone"))
    assert (gap().state, gap().answer) == (GapState.CANNOT_KNOW, "The log is gone")
    ledger.run(delete_gap(gap_id))
    assert gap() is None


def test_impacts_and_what_had_changed_are_put_down_and_taken_away(ledger, review_id):
    new = NewImpact(group=ImpactGroup.CUSTOMERS, text="Orders fail", low=3, high=5, unit="%")
    impact = ledger.run(add_impact(review_id, new)).result
    finding = ledger.run(add_change_finding(review_id, ChangeLane.CODE, "New cache")).result
    there = whole(ledger, review_id)
    assert [(each.text, each.low, each.high) for each in there.impacts] == [("Orders fail", 3, 5)]
    assert [each.text for each in there.change_findings] == ["New cache"]
    ledger.run(delete_impact(impact))
    ledger.run(delete_change_finding(finding))
    there = whole(ledger, review_id)
    assert (there.impacts, there.change_findings) == ((), ())


def test_a_lane_is_looked_at_once_and_can_be_taken_back(ledger, review_id):
    ledger.run(set_look(review_id, ChangeLane.OUTSIDE, LookState.NOTHING))
    ledger.run(set_look(review_id, ChangeLane.OUTSIDE, LookState.FOUND))
    (look,) = whole(ledger, review_id).looks
    assert (look.subject, look.state) == ("outside", LookState.FOUND)
    ledger.run(set_look(review_id, ChangeLane.OUTSIDE, LookState.NOT_LOOKED))
    assert whole(ledger, review_id).looks == ()
