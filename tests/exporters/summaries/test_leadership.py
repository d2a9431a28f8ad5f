from __future__ import annotations

from dataclasses import replace
from datetime import date

from exporters.document import Claim, Heading, Insight, Table, block_text, plain
from exporters.summaries import compose
from models.rows import FactorRow, GapRow
from models.taxonomy import Category
from models.values import Audience, DecisionKind
from tests.exporters.factories import DAY, event, review, snapshot, without_pictures
from tests.exporters.rich import rich_snapshot

WITHOUT_PICTURES = without_pictures(Audience.LEADERSHIP)


def page(told=None):
    told = told or replace(rich_snapshot(), summaries=(WITHOUT_PICTURES,))
    return compose(told, Audience.LEADERSHIP, DAY)


def text_of(made) -> str:
    return "\n".join(block_text(block) for block in made.document.blocks)


def factor(number: int, category: Category = Category.C1) -> FactorRow:
    return FactorRow(
        id=f"n{number}",
        review_id="r",
        number=number,
        category=category,
        condition=f"condition number {number} held",
    )


def test_it_follows_the_order_of_the_method() -> None:
    made = page()
    assert isinstance(made.document.blocks[0], Insight)
    assert [block_text(block) for block in made.document.blocks if isinstance(block, Heading)] == [
        "What it meant",
        "What made it possible",
        "What held",
        "What we decided",
        "What we do not know",
        "Where to read more",
    ]


def test_numbers_come_with_their_range() -> None:
    assert "Orders stood still (2,800 to 3,100 orders late)." in text_of(page())


def test_one_of_three_factors_is_about_how_we_work() -> None:
    told = snapshot(
        factors=(*(factor(number) for number in range(1, 6)), factor(6, Category.C8)),
        summaries=(WITHOUT_PICTURES,),
    )
    claims = [block for block in page(told).document.blocks if isinstance(block, Claim)]
    assert [claim.refs for claim in claims] == [("F1",), ("F2",), ("F6",)]
    assert plain(claims[-1].runs).endswith("This one is about how we work.")


def test_no_action_stands_in_the_same_table_as_actions() -> None:
    (table,) = [block for block in page().document.blocks if isinstance(block, Table)]
    first = [plain(row.cells[0]) for row in table.rows]
    assert first == [
        "Rebuild a replica once a month, by turns",
        "Split the nightly load and stop it at 20:00",
        "No action: Orders stay open when stock data is old",
    ]


def test_another_decision_is_not_called_no_action() -> None:
    told = rich_snapshot()
    other = replace(told.decisions[0], kind=DecisionKind.OTHER)
    text = text_of(page(replace(told, decisions=(other,), summaries=(WITHOUT_PICTURES,))))
    assert "No action" not in text


def test_an_empty_review_says_honestly_what_is_missing() -> None:
    text = text_of(page(snapshot(summaries=(WITHOUT_PICTURES,))))
    for sentence in (
        "What it did to whom is not recorded yet.",
        "No contributing factor is recorded yet.",
        "Nothing is recorded yet that held.",
        "Nothing has been decided yet.",
        "No question is open at this date.",
    ):
        assert sentence in text


def test_a_missing_insight_is_asked_for_beside_the_page_and_not_on_it() -> None:
    made = page(snapshot(summaries=(WITHOUT_PICTURES,)))
    assert any("top insight" in sentence for sentence in made.notes.sentences)
    assert "insight" not in text_of(made)


def test_words_are_counted_against_the_page_and_abbreviations_are_named() -> None:
    told = snapshot(
        review=review(
            top_insight="The WAL and the LSN " + "word " * 400, glossary="WAL: write-ahead log"
        ),
        summaries=(WITHOUT_PICTURES,),
    )
    notes = page(told).notes
    assert notes.word_limit == 350
    assert notes.word_count > 400
    assert notes.unexplained == ("LSN",)
    assert any("350 fit on the page" in sentence for sentence in notes.sentences)


def test_only_a_few_open_questions_are_printed_and_the_rest_is_counted() -> None:
    gaps = tuple(GapRow(id=f"g{n}", review_id="r", text=f"Question {n}?") for n in range(5))
    text = text_of(page(snapshot(gaps=gaps, summaries=(WITHOUT_PICTURES,))))
    assert "Question 2?" in text
    assert "Question 3?" not in text
    assert "Two more open questions are in the engineering report." in text


def test_parts_the_facilitator_switched_off_are_left_out() -> None:
    off = replace(WITHOUT_PICTURES, with_what_held=False, with_open_questions=False)
    made = page(replace(rich_snapshot(), summaries=(off,)))
    headings = [block.key for block in made.document.blocks if isinstance(block, Heading)]
    assert headings == ["meant", "possible", "decided", "more"]


def test_dates_of_another_year_carry_it() -> None:
    told = replace(rich_snapshot(), summaries=(WITHOUT_PICTURES,))
    text = text_of(compose(told, Audience.LEADERSHIP, date(2025, 12, 30)))
    assert "27 March 2026" in text


def test_a_review_with_times_has_its_strip() -> None:
    made = compose(snapshot(events=(event("One"),)), Audience.LEADERSHIP, DAY)
    assert "meant.picture" in [block.key for block in made.document.blocks]
