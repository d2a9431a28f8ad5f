from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.quick_add import QuickContext, QuickEvent, QuickQuestion, read_quick_event
from guides.quick_completion import completions
from guides.quick_parts import Part
from models.times import TimeContext
from models.values import EventKind, Mark, Precision

AFTERNOON = QuickContext(
    time=TimeContext(zone="UTC", previous=datetime(2017, 3, 3, 14, 0, tzinfo=UTC)),
    lanes=("Checkout", "Database engineer", "db1"),
)


def read(line: str, context: QuickContext = AFTERNOON) -> QuickEvent:
    found = read_quick_event(line, context)
    assert isinstance(found, QuickEvent), found
    return found


def asked(line: str, context: QuickContext = AFTERNOON) -> QuickQuestion:
    found = read_quick_event(line, context)
    assert isinstance(found, QuickQuestion), found
    return found


def test_a_full_line_becomes_an_event():
    event = read(
        "~14:05 @checkout #detection first page fires -> error rate 5% !surprise ?who saw it first"
    )
    assert event.time.at == datetime(2017, 3, 3, 14, 5, tzinfo=UTC)
    assert event.time.precision is Precision.ABOUT
    assert event.title == "first page fires"
    assert event.detail == "error rate 5%"
    assert event.lane == "Checkout"
    assert event.kind is EventKind.DETECTION
    assert event.marks == {Mark.SURPRISE}
    assert event.gap == "Who saw it first?"
    assert event.words == (
        "about 14:05 UTC, 3 March \u00b7 lane Checkout \u00b7 Detection"
        " \u00b7 marked surprise \u00b7 gap: Who saw it first?"
    )


def test_each_recognised_part_is_a_chip_over_its_own_characters():
    line = "14:05 @checkout #det first page fires -> error rate 5% !surprise"
    chips = read(line).chips
    assert [(chip.part, line[chip.start : chip.end]) for chip in chips] == [
        (Part.TIME, "14:05"),
        (Part.LANE, "@checkout"),
        (Part.KIND, "#det"),
        (Part.DETAIL, "-> error rate 5%"),
        (Part.MARK, "!surprise"),
    ]


def test_a_line_without_a_time_goes_behind_the_event_before_it():
    event = read("somebody restarts the pool")
    assert (event.time.at, event.time.precision) == (None, Precision.UNKNOWN)
    assert event.title == "somebody restarts the pool"
    assert event.words == "time unknown, behind the event before it"


@pytest.mark.parametrize(
    ("line", "clock", "title"),
    [
        ("14:05 2 pages fire", "14:05", "2 pages fire"),
        ("14:05 - first page", "14:05", "first page"),
        ("14:05: first page", "14:05", "first page"),
        ("14:05 met with the vendor", "14:05", "met with the vendor"),
        ("4 Mar 02:10 it came back", "02:10", "it came back"),
        ("14:05 UTC it came back", "14:05", "it came back"),
        ("2:05 pm it came back", "14:05", "it came back"),
        ("+12m it came back", "14:12", "it came back"),
        ("? it came back", "", "it came back"),
        ("2017-03-03T14:05:00Z first page", "14:05", "first page"),
    ],
)
def test_the_time_is_the_longest_one_at_the_start(line: str, clock: str, title: str):
    event = read(line)
    assert event.title == title
    assert (f"{event.time.at:%H:%M}" if event.time.at else "") == clock


def test_ordinary_words_at_the_start_are_no_time():
    assert read("today nobody was on call").title == "today nobody was on call"
    assert read("+1 engineer joins").title == "+1 engineer joins"


def test_signs_inside_words_and_ticket_numbers_stay_text():
    event = read("14:05 a@b.c opens #123, all good! ok? a->b")
    assert event.title == "a@b.c opens #123, all good! ok? a->b"


def test_a_backslash_keeps_a_sign_as_text():
    assert read(r"14:05 asked in \#production").title == "asked in #production"


def test_lanes_are_found_by_name_by_beginning_or_made():
    assert read("14:05 @Database engineer looks").lane == "Database engineer"
    assert read("14:05 @database-engineer looks").lane == "Database engineer"
    assert read("14:05 @data looks").lane == "Database engineer"
    assert read("14:05 @billing looks").lane == "Billing"
    assert read("14:05 @db2 looks").lane == "db2"
    assert read('14:05 @"Site reliability" looks').lane == "Site reliability"
    assert read('14:05 @"data" looks').lane == "data"
    assert read("14:05 @Database engineer looks").title == "looks"


def test_the_title_may_stand_around_its_lane_and_kind():
    event = read("14:05 first page #alert fires @db1")
    assert (event.title, event.lane, event.kind) == ("first page fires", "db1", EventKind.ALERT)


def test_a_kind_with_several_meanings_is_asked_about():
    question = asked("14:05 #de something")
    assert question.sentence == "#de could be #detection, #decision or #deploy. Which one?"
    assert question.replacements == ("#detection", "#decision", "#deploy")
    assert (question.start, question.end) == (6, 9)
    assert [chip.part for chip in question.chips] == [Part.TIME]


def test_an_unknown_kind_is_asked_about():
    assert asked("14:05 #decison made").sentence == (
        "#decison is no kind of event here. Is it #decision or #detection?"
    )
    assert asked("14:05 #zzz made").sentence == (
        r"#zzz is no kind of event here. Choose one, or write \#zzz to keep it as text."
    )


def test_an_unknown_mark_is_asked_about():
    assert asked("14:05 page !odd").replacements == (
        "!surprise",
        "!confusion",
        "!handoff",
        "!pivot",
    )


def test_a_line_without_words_asks_what_happened():
    assert asked("14:05 @db1").sentence == "What happened? A few words are enough."


def test_a_time_that_came_twice_is_asked_and_then_taken():
    context = QuickContext(
        time=TimeContext(zone="Europe/Amsterdam", incident_date=date(2017, 10, 29))
    )
    question = asked("02:30 page fires", context)
    assert question.sentence == "This hour came twice. Which one?"
    event = read_quick_event("02:30 page fires", context, chosen=question.times[1].reading)
    assert isinstance(event, QuickEvent)
    assert event.time.at == datetime(2017, 10, 29, 1, 30, tzinfo=UTC)
    assert event.title == "page fires"


def test_past_midnight_is_said_in_words():
    context = QuickContext(
        time=TimeContext(previous=datetime(2017, 1, 31, 23, 50, tzinfo=UTC)),
    )
    assert read("00:10 quiet", context).words == "00:10 UTC, 1 February (next day)"


def test_kinds_lanes_and_marks_complete_under_the_cursor():
    def texts(line: str) -> list[str]:
        return [item.text for item in completions(line, len(line), AFTERNOON.lanes)]

    assert texts("14:05 #de") == ["#detection", "#decision", "#deploy"]
    assert texts("14:05 @d") == ['@"Database engineer"', "@db1"]
    assert texts("14:05 @database e") == ['@"Database engineer"']
    assert texts("14:05 !") == ["!surprise", "!confusion", "!handoff", "!pivot"]
    assert texts("14:05 page") == []
    assert len(texts("#")) == len(EventKind)


def test_a_completed_lane_is_read_as_that_lane():
    for item in completions("14:05 @d", 8, AFTERNOON.lanes):
        assert read(f"14:05 {item.text} page").lane == item.words


@given(st.one_of(st.text(max_size=60), st.text('@#!?->"\\ 14:05abc', max_size=40)))
def test_any_line_gets_an_event_or_a_question_and_chips_inside_it(line: str):
    found = read_quick_event(line, AFTERNOON)
    assert isinstance(found, QuickEvent | QuickQuestion)
    for chip in found.chips:
        assert 0 <= chip.start < chip.end <= len(line)
