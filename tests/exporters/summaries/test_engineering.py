from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.document import (
    Entry,
    Heading,
    ItemList,
    Quote,
    Run,
    Table,
    anchors,
    block_text,
    heading_numbers,
    plain,
)
from exporters.summaries import compose
from models.errors import ReviewError
from models.rows import AccountRow, AnswerRow, EvidenceRow, NoteRow, ParkedIdeaRow
from models.snapshot import Snapshot
from models.values import Audience, Privacy, Stage
from tests.exporters.factories import DAY, event, snapshot, without_pictures
from tests.exporters.rich import R, rich_snapshot

WITHOUT_PICTURES = without_pictures(Audience.ENGINEERING)


def rich() -> Snapshot:
    return replace(rich_snapshot(), summaries=(WITHOUT_PICTURES,))


def report(told: Snapshot | None = None):
    return compose(told or rich(), Audience.ENGINEERING, DAY).document


def text_of(document) -> str:
    return "\n".join(block_text(block) for block in document.blocks)


def test_it_follows_the_order_of_the_method() -> None:
    found = [
        block_text(block)
        for block in report().blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert found == [
        "In short",
        "How it unfolded",
        "What set it off",
        "Contributing factors",
        "What made it hard to handle",
        "What held",
        "How it works",
        "What we decided",
        "Where accounts differ",
        "Open questions",
        "Agreement and dissent",
        "Timeline",
        "Answers referred to",
        "Artefacts",
        "How this review was made",
        "Words used",
    ]


def test_its_headings_are_numbered_in_two_levels() -> None:
    numbers = heading_numbers(report())
    assert numbers["short"] == "1"
    assert numbers["weighed"] == "8.1"


def test_the_summary_fits_into_five_lines() -> None:
    (lines,) = [block for block in report().blocks if block.key == "short.lines"]
    assert isinstance(lines, ItemList)
    assert len(lines.items) == 5


def test_why_someone_close_facilitates_stands_at_the_top() -> None:
    assert block_text(report().blocks[1]).startswith("About the facilitator: Payments uses")


def test_every_reference_leads_somewhere() -> None:
    document = report()
    used = {
        run.ref for block in document.blocks for runs in block.texts() for run in runs if run.ref
    }
    assert used <= anchors(document)
    assert {"E6", "A1", "F2", "R1"} <= used


def test_each_factor_is_told_once_with_what_shows_it() -> None:
    entries = [block for block in report().blocks if isinstance(block, Entry)]
    codes = [entry.code for entry in entries if entry.code[0] in "FR"]
    assert sorted(codes) == ["F1", "F2", "F3", "F4", "R1", "R2"]
    (second,) = [entry for entry in entries if entry.code == "F2"]
    assert plain(second.shown_by) == (
        "Shown by E6, A1. Disputed by tellings that are not printed here. "
        "Interacts with F3. Acts at E6."
    )


def test_dissent_is_printed_under_its_factor() -> None:
    assert "Seen differently: The silence is described in the manual" in text_of(report())


def test_moments_are_told_from_inside_by_seat() -> None:
    text = text_of(report())
    assert "Known then: The copy had printed nothing for twenty minutes." in text
    assert "Pressing: The database engineer\u2019s train was about to lose its connection." in text


def test_accounts_of_one_moment_stand_side_by_side() -> None:
    (table,) = [block for block in report().blocks if block.key == "differ.0"]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "Moment",
        "Database engineer",
        "Second database engineer",
    ]


def test_declined_actions_keep_their_reason_and_open_factors_are_named() -> None:
    text = text_of(report())
    assert "A second page for long locks: the queue page will name the lock instead." in text
    assert "Left open at this date: F4." in text


def test_declined_actions_are_left_out_where_the_facilitator_says_so() -> None:
    quiet = replace(WITHOUT_PICTURES, with_declined=False)
    assert "second page" not in text_of(report(replace(rich(), summaries=(quiet,))))


def test_the_timeline_has_a_row_per_day_and_a_place_for_times_nobody_knows() -> None:
    told = snapshot(
        events=(event("First", 0), event("Next day", 300), event("Some day", None)),
        summaries=(WITHOUT_PICTURES,),
    )
    (table,) = [block for block in report(told).blocks if block.key == "timeline.table"]
    spans = [plain(row.cells[0]) for row in table.rows if row.spans]
    assert spans == ["3 March 2026", "4 March 2026", "Time not known"]
    assert [row.anchor for row in table.rows if row.anchor] == ["E1", "E2", "E3"]


def test_an_empty_review_still_makes_a_report() -> None:
    text = text_of(report(snapshot(summaries=(WITHOUT_PICTURES,))))
    assert "No event is on the timeline yet." in text
    assert "Nothing is recorded as what set it off." in text
    assert "How it works" not in text


def test_notes_of_talks_are_no_artefacts() -> None:
    assert "Talk with the engineer" not in text_of(report())


@pytest.mark.parametrize("level", [Privacy.PRIVATE, Privacy.OFF_RECORD, Privacy.PARTICIPANTS])
def test_nothing_narrower_than_internal_leaves_even_from_a_wider_snapshot(level) -> None:
    told_aside = "CONFIDED"
    told = rich()
    hidden = replace(
        told,
        level=Privacy.PRIVATE,
        events=(*told.events, event(told_aside, 10, privacy=level, lane=told_aside)),
        factors=tuple(
            replace(row, privacy=level, condition=told_aside) if row.id == "f3" else row
            for row in told.factors
        ),
        gaps=tuple(replace(row, privacy=level, text=told_aside) for row in told.gaps),
        impacts=tuple(replace(row, privacy=level, text=told_aside) for row in told.impacts),
        actions=tuple(replace(row, privacy=level, text=told_aside) for row in told.actions),
        decisions=tuple(replace(row, privacy=level, text=told_aside) for row in told.decisions),
        accounts=(
            *told.accounts,
            AccountRow(
                id="x1",
                review_id=R,
                event_id="e6",
                text=told_aside,
                quote_approved=True,
                privacy=level,
            ),
        ),
        answers=(
            *told.answers,
            AnswerRow(
                id="x2",
                review_id=R,
                question_id="q1",
                text=told_aside,
                quote_approved=True,
                privacy=level,
            ),
        ),
        evidence=(
            *told.evidence,
            EvidenceRow(id="x3", review_id=R, factor_id="f1", answer_id="x2"),
            EvidenceRow(id="x4", review_id=R, factor_id="f1", account_id="x1", text=told_aside),
        ),
        notes=(NoteRow(id="x5", review_id=R, stage=Stage.EXPLORE, text=told_aside),),
        parked_ideas=(ParkedIdeaRow(id="x6", review_id=R, text=told_aside, parked_on=DAY),),
    )
    assert told_aside not in text_of(report(hidden))
    page = compose(hidden, Audience.LEADERSHIP, DAY).document
    assert told_aside not in text_of(page)
    figures = [block for block in page.blocks if hasattr(block, "svg")]
    assert figures
    assert all(told_aside not in figure.svg for figure in figures)


def test_a_quote_leaves_only_with_its_approval() -> None:
    assert "UNAPPROVED" not in text_of(report())
    quotes = [block for block in report().blocks if isinstance(block, Quote)]
    assert "“It says nothing while it waits. Waiting and stuck look the same.”" in [
        plain(quote.runs) for quote in quotes
    ]


def test_talks_planned_first_are_never_told() -> None:
    told = rich()
    people = tuple(replace(person, talk_first=True) for person in told.participants)
    assert text_of(report(replace(told, participants=people))) == text_of(report(told))


def test_an_audience_without_a_summary_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(ReviewError, match="“customers” yet; there is one for: leadership, eng"):
        compose(rich(), Audience.CUSTOMERS, DAY)


def test_words_of_people_keep_their_looks() -> None:
    (lead,) = [block for block in report().blocks if block.key == "background.text"]
    assert Run("queue", bold=True) in lead.runs
