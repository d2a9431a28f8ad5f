from __future__ import annotations

import pickle
from itertools import pairwise

import pytest

from importers import Missing, Source, UnreadableSourceError, ZoneSource, importer_for
from models.values import Precision
from tests.importers.notes_of import preview, read, times, utc

UTC_4_MARCH = {"zone": "UTC", "day": "2026-03-04"}


@pytest.mark.parametrize(
    ("line", "at", "words"),
    [
        ("14:02 first page", "2026-03-04 14:02", "first page"),
        ("[14:02:11] first page", "2026-03-04 14:02:11", "first page"),
        ("14:02 - first page", "2026-03-04 14:02", "first page"),
        ("14:02 \u2014 first page", "2026-03-04 14:02", "first page"),
        ("10:55 PM first page", "2026-03-04 22:55", "first page"),
        ("12:05 am first page", "2026-03-04 00:05", "first page"),
        ("14h02 first page", "2026-03-04 14:02", "first page"),
        ("1402 UTC first page", "2026-03-04 14:02", "first page"),
        ("2017-01-31 23:00 UTC - first page", "2017-01-31 23:00", "first page"),
        ("2026-03-04T14:02Z first page", "2026-03-04 14:02", "first page"),
        ("2026-03-04T14:02:03+02:00 first page", "2026-03-04 12:02:03", "first page"),
        ("2026-03-04 14:02 -0700 first page", "2026-03-04 21:02", "first page"),
        ("Jan 31 23:00 first page", "2026-01-31 23:00", "first page"),
        ("31 January 2017, 23:00: first page", "2017-01-31 23:00", "first page"),
        ("[04/Mar/2026:14:02:11 +0000] first page", "2026-03-04 14:02:11", "first page"),
        ("* **14:02** first page", "2026-03-04 14:02", "first page"),
        ("- [x] 14:02: first page", "2026-03-04 14:02", "first page"),
        ("1. 14:02 first page", "2026-03-04 14:02", "first page"),
        ("| 14:02 | first page |", "2026-03-04 14:02", "first page"),
        ("| 2026-03-05 | 14:02 | first page |", "2026-03-05 14:02", "first page"),
        ("14:02 PST first page", "2026-03-04 22:02", "first page"),
        ("14:02 CEST first page", "2026-03-04 12:02", "first page"),
        ("09:02 (UTC-5) first page", "2026-03-04 14:02", "first page"),
        ("14:02 (Mar 5) first page", "2026-03-05 14:02", "first page"),
        ("13:14 EST (18:14 UTC): first page", "2026-03-04 18:14", "first page"),
        ("Fri 14:02 first page", "2026-03-06 14:02", "first page"),
        ("<14:02> first page", "2026-03-04 14:02", "first page"),
        ("14:02\tfirst page", "2026-03-04 14:02", "first page"),
        ("14:02 <nadia> first page", "2026-03-04 14:02", "<nadia> first page"),
        ("24:00 first page", "2026-03-05", "first page"),
        ("23:59:60 first page", "2026-03-05", "first page"),
    ],
)
def test_a_line_that_begins_with_a_time_becomes_a_record(line: str, at: str, words: str) -> None:
    (record,), skipped = read(line, **UTC_4_MARCH)
    assert utc(record.at) == (at if ":" in at else f"{at} 00:00")
    assert record.text == words
    assert not skipped


@pytest.mark.parametrize(
    ("line", "precision"),
    [
        ("~14:00 load rises", Precision.ABOUT),
        ("around 14:00 load rises", Precision.ABOUT),
        ("14:00ish load rises", Precision.ABOUT),
        ("14:00 (approx) load rises", Precision.ABOUT),
        ("<14:00 load rises", Precision.BEFORE),
        ("before 14:00 load rises", Precision.BEFORE),
        (">14:00 load rises", Precision.AFTER),
        ("after 14:00 load rises", Precision.AFTER),
        ("14:00 load rises", Precision.EXACT),
    ],
)
def test_how_well_a_time_is_known_is_read_from_its_words(line: str, precision: Precision) -> None:
    (record,), _ = read(line, **UTC_4_MARCH)
    assert utc(record.at) == "2026-03-04 14:00"
    assert record.precision is precision


@pytest.mark.parametrize(
    "line",
    ["16:9 screens", "5 may have been hit", "At 14:02, a page fired", "see 14:02", "1:30:00:22:aa"],
)
def test_a_number_that_is_no_time_at_the_start_stays_words(line: str) -> None:
    records, _ = read(f"14:00 start\n\n{line}", **UTC_4_MARCH)
    assert [record.time_text for record in records] == ["14:00", ""]


def test_a_range_keeps_its_end_even_over_midnight() -> None:
    records, _ = read("14:05-14:20 restore\n23:50 \u2013 00:10 second try", **UTC_4_MARCH)
    assert [(utc(each.at), utc(each.at_end)) for each in records] == [
        ("2026-03-04 14:05", "2026-03-04 14:20"),
        ("2026-03-04 23:50", "2026-03-05 00:10"),
    ]


def test_a_bare_time_rolls_over_midnight_and_a_small_step_back_does_not() -> None:
    notes = "22:10 a\n23:58 b\n00:04 c\n23:59 d\n00:20 e\n00:17 f\n09:00 g"
    assert times(notes, **UTC_4_MARCH) == [
        "2026-03-04 22:10",
        "2026-03-04 23:58",
        "2026-03-05 00:04",
        "2026-03-04 23:59",
        "2026-03-05 00:20",
        "2026-03-05 00:17",
        "2026-03-05 09:00",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "## 2017-01-31",
        "Tuesday, January 31st 2017",
        "31 January 2017",
        "**Jan 31, 2017**",
        "31-01-2017",
        "2017-01-31\n----------",
    ],
)
def test_a_day_on_its_own_holds_for_the_times_below_it(heading: str) -> None:
    assert times(f"{heading}\n\n14:02 a\n15:00 b", zone="UTC") == [
        "2017-01-31 14:02",
        "2017-01-31 15:00",
    ]


def test_a_first_line_that_stands_apart_is_a_title_with_day_and_zone() -> None:
    notes = "Checkout outage, 4 March 2026 (PST)\n\n14:02 first page\n14:05 joined"
    assert times(notes) == ["2026-03-04 22:02", "2026-03-04 22:05"]


def test_a_step_to_the_next_day_is_remarked() -> None:
    assert preview("22:10 a\n00:04 b\n00:20 c", **UTC_4_MARCH).notes == (
        "From 00:04 on, times are read as of the next day, 2026-03-05.",
    )


def test_days_without_a_year_take_the_year_nearest_to_the_day_before() -> None:
    notes = "## 31 December 2025\n23:00 a\n## January 1\n00:10 b\n## Friday\n08:00 c"
    assert times(notes, zone="UTC") == [
        "2025-12-31 23:00",
        "2026-01-01 00:10",
        "2026-01-02 08:00",
    ]


def test_day_and_month_are_told_apart_by_the_other_days_of_the_text() -> None:
    assert times("## 29-09-2021\n10:00 a\n## 03-10-2021\n10:00 b", zone="UTC") == [
        "2021-09-29 10:00",
        "2021-10-03 10:00",
    ]
    asked = preview("## 03/04/2021\n10:00 a", zone="UTC")
    assert asked.needs_date


@pytest.mark.parametrize(
    "statement",
    [
        "All times in PST.",
        "_All times are PST_",
        "## Timeline (times in PST)",
        "## Timeline (all times PST)",
        "(times are in PST)",
        "Time zone: US/Pacific",
        "All times in this section are in Pacific Standard Time (UTC-8).",
        "| Time (PST) | What |\n| --- | --- |",
        "| When (PST) | What |",
    ],
)
def test_one_zone_said_once_holds_for_all_bare_times(statement: str) -> None:
    (record,), _ = read(f"{statement}\n| 14:02 | a |", day="2026-03-04")
    assert utc(record.at) == "2026-03-04 22:02"
    assert record.zone_source in {ZoneSource.EXPLICIT, ZoneSource.OFFSET}


def test_two_zones_said_at_once_settle_nothing() -> None:
    assert preview("Times are in both EDT and UTC.\n14:02 a", day="2026-07-04").needs_zone


def test_bare_times_take_the_one_zone_beside_the_others_and_the_preview_says_so() -> None:
    shown = preview("14:02 UTC a\n14:10 b", day="2026-03-04")
    assert [utc(row.at) for row in shown.rows] == ["2026-03-04 14:02", "2026-03-04 14:10"]
    assert shown.notes == ("Times without a zone are read as UTC, like the ones beside them.",)


def test_what_is_missing_is_asked_once_with_examples() -> None:
    shown = preview("14:02 first page\n14:10 second page")
    assert shown.needs_zone
    assert shown.needs_date
    assert {question.count for question in shown.questions} == {2}
    assert shown.questions[0].examples[0] == "line 1: 14:02: the day is not written."
    assert all(row.at is None and row.precision is Precision.UNKNOWN for row in shown.rows)


def test_a_zone_word_that_means_several_is_asked_and_not_guessed() -> None:
    notes = "14:02 IST first page"
    assert preview(notes, day="2026-03-04").questions[0].examples == (
        "line 1: IST can mean several time zones.",
    )
    assert times(notes, zone="Asia/Kolkata", day="2026-03-04") == ["2026-03-04 08:32"]


def test_an_hour_that_happened_twice_or_never_is_asked_and_not_guessed() -> None:
    records, _ = read("02:30 a\n03:30 b", zone="Europe/Berlin", day="2025-10-26")
    assert [utc(record.at) for record in records] == [None, "2025-10-26 02:30"]
    assert records[0].missing == (Missing.SIDE,)
    assert "happened twice, at 00:30 and 01:30 UTC" in records[0].doubt
    (skipped_hour,), _ = read("02:30 a", zone="Europe/Berlin", day="2025-03-30")
    assert "does not exist: the clocks went forward" in skipped_hour.doubt
    assert times("02:30 CEST a\n02:30 CET b", day="2025-10-26") == [
        "2025-10-26 00:30",
        "2025-10-26 01:30",
    ]


def test_a_zone_written_out_of_season_is_read_as_written_and_remarked() -> None:
    shown = preview("14:02 PST a", day="2026-07-04")
    assert utc(shown.first) == "2026-07-04 22:02"
    assert shown.notes == (
        "PST is read as -08:00, as written, although clocks there showed another time on such a"
        " day.",
    )


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("| 2026-03-04 14:?? | scaled down |", "2026-03-04 14:??"),
        ("29:75 scaled down", "29:75"),
        ("2026-02-31 14:00 scaled down", "2026-02-31 14:00"),
        ("2026-03-04 - scaled down", "2026-03-04"),
    ],
)
def test_a_time_that_gives_no_instant_keeps_its_words_and_says_why(line: str, written: str) -> None:
    (record,), _ = read(line, **UTC_4_MARCH)
    assert record.at is None
    assert record.precision is Precision.UNKNOWN
    assert record.time_text == written
    assert record.text == "scaled down"
    assert record.doubt


def test_indented_lines_and_code_belong_to_the_record_above() -> None:
    notes = "- 14:02 first page\n  on-call looks\n\n  ```\n  15:00 not a time\n  ```\n- 14:10 next"
    records, _ = read(notes, **UTC_4_MARCH)
    assert [record.text for record in records] == [
        "first page\non-call looks\n\n```\n15:00 not a time\n```",
        "next",
    ]


def test_a_nested_line_with_its_own_time_is_a_record() -> None:
    assert times("- 2026-03-04\n  - 14:02 a\n  - 14:05 b", zone="UTC") == [
        "2026-03-04 14:02",
        "2026-03-04 14:05",
    ]


def test_a_heading_that_is_a_time_takes_everything_below_it() -> None:
    records, _ = read("### 14:02\n\nPage fires.\n\n- one\n- two\n\n### 14:10\nNext.", **UTC_4_MARCH)
    assert [record.text for record in records] == ["Page fires.\n\n- one\n- two", "Next."]


def test_a_line_without_a_time_between_times_is_kept_without_one() -> None:
    records, _ = read("14:02 first page\nNadia joins\n14:10 next", **UTC_4_MARCH)
    assert [(record.time_text, record.text) for record in records] == [
        ("14:02", "first page"),
        ("", "Nadia joins"),
        ("14:10", "next"),
    ]
    assert records[1].missing == ()


def test_wrapped_prose_that_happens_to_break_before_a_time_stays_in_one_piece() -> None:
    prose = "The engineer on call wrote that the next update would come at about\n15:00 UTC today."
    records, _ = read(f"### 14:02\n{prose}\n### 14:10\nNext.", **UTC_4_MARCH)
    assert [record.text for record in records] == [prose, "Next."]


def test_a_time_below_a_line_too_long_to_have_been_wrapped_is_read() -> None:
    long = "Nadia told at length what she had seen " * 6 + "and went to look"
    records, _ = read(f"14:02 first page\n{long}\n14:10 next", **UTC_4_MARCH)
    assert [record.text for record in records] == ["first page", long, "next"]
    assert utc(records[-1].at) == "2026-03-04 14:10"


def test_of_a_whole_report_only_the_timeline_comes_in_and_the_rest_is_listed() -> None:
    report = (
        "# Outage of 4 March 2026\n\n## Summary\nIt was down.\n\n## Timeline (UTC)\n\n"
        "* 14:02: page\n* 14:10: joined\n\n## Actions\n\n* 15:00 is when we meet\n* write a test\n"
    )
    records, skipped = read(report)
    assert [utc(record.at) for record in records] == ["2026-03-04 14:02", "2026-03-04 14:10"]
    assert [(each.place, each.reason) for each in skipped] == [
        ("line 4", "outside the timeline"),
        ("lines 13-14", "outside the timeline, though it holds times"),
    ]
    assert preview(report).notes == (
        "The day 2026-03-04 is taken from line 1, \u201cOutage of 4 March 2026\u201d.",
    )


def test_a_row_of_the_form_that_nobody_filled_in_is_skipped() -> None:
    table = "| Time | Event |\n|---|---|\n| HH:mm | Short description |\n| 14:02 | page |"
    records, skipped = read(table, **UTC_4_MARCH)
    assert [record.text for record in records] == ["page"]
    assert [each.reason for each in skipped] == ["a line of the form that nobody filled in"]


def test_the_same_text_again_gives_the_same_identities_and_repeats_stay_apart() -> None:
    notes = "14:02 page\n14:02 page\n14:03 page"
    first, again = read(notes, **UTC_4_MARCH)[0], read(f"New above\n\n{notes}", **UTC_4_MARCH)[0]
    assert len({record.identity for record in first}) == 3
    assert [record.identity for record in again[1:]] == [record.identity for record in first]
    assert all(one.position < next_.position for one, next_ in pairwise(again))


def test_records_and_requests_can_go_to_another_process() -> None:
    records, skipped = read("14:02 page\n02:30 later\n\n## Other\nwords", **UTC_4_MARCH)
    assert pickle.loads(pickle.dumps((records, skipped))) == (records, skipped)  # noqa: S301
    assert pickle.loads(pickle.dumps(preview("14:02 page"))) == preview("14:02 page")  # noqa: S301


def test_a_zone_answered_that_no_clock_knows_is_named() -> None:
    with pytest.raises(UnreadableSourceError, match="Mars/Olympus is not a time zone"):
        read("14:02 page", zone="Mars/Olympus", day="2026-03-04")


def test_notes_are_known_by_their_content() -> None:
    assert importer_for("14:02 first page").key == "notes"
    assert importer_for(Source(name="x", text="## 4 March\n\n- 14:02 first page")).key == "notes"
