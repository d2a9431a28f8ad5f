from __future__ import annotations

from exporters.document import Claim, Heading, Origin, Paragraph, block_text, words
from exporters.summaries.own_blocks import merge
from models.rows import SummaryBlockRow
from tests.exporters.blocks import document

PAGE = document(
    Heading(key="meant", runs=words("What it meant")),
    Paragraph(key="meant.text", runs=words("Orders stood still.")),
    Claim(key="claim.f1", number=1, runs=words("It waited."), refs=("F1",)),
)


def change(anchor: str, text: str = "", **given: object) -> SummaryBlockRow:
    fields: dict[str, object] = {"id": f"own-{anchor}-{given.get('rank', 0)}", "review_id": "r"}
    return SummaryBlockRow(**(fields | {"summary_id": "s", "anchor": anchor, "text": text} | given))


def texts(*changes: SummaryBlockRow) -> list[str]:
    return [block_text(block) for block in merge(PAGE, changes).document.blocks]


def test_an_own_paragraph_stands_after_its_anchor_and_is_marked_as_own() -> None:
    merged = merge(PAGE, (change("meant.text", "Nobody was hurt.\n\nReally."),))
    assert [block_text(block) for block in merged.document.blocks] == [
        "What it meant",
        "Orders stood still.",
        "Nobody was hurt.",
        "Really.",
        "It waited.",
    ]
    assert merged.document.blocks[2].origin is Origin.OWN
    assert merged.notes == ()


def test_own_paragraphs_keep_their_order_and_may_come_first() -> None:
    assert texts(change("", "Second", rank=2), change("", "First", rank=1))[:2] == [
        "First",
        "Second",
    ]


def test_a_hidden_block_is_gone_and_an_own_one_after_it_stays() -> None:
    assert texts(
        change("meant.text", hidden=True, is_own=False), change("meant.text", "Mine", rank=1)
    ) == ["What it meant", "Mine", "It waited."]


def test_a_reworded_claim_keeps_its_number_and_references() -> None:
    merged = merge(PAGE, (change("claim.f1", "It **stood**.", is_own=False),))
    claim = merged.document.blocks[2]
    assert isinstance(claim, Claim)
    assert (claim.number, claim.refs, block_text(claim)) == (1, ("F1",), "It stood.")
    assert claim.origin is Origin.OWN


def test_a_change_below_a_rewording_is_told() -> None:
    merged = merge(
        PAGE,
        (change("meant.text", "All stood.", is_own=False, generated_text="Orders were slow."),),
    )
    assert "The review has changed since you reworded “All stood.”." in merged.notes


def test_a_paragraph_whose_place_is_gone_is_never_lost() -> None:
    merged = merge(PAGE, (change("claim.f9", "Still here."),))
    assert block_text(merged.document.blocks[-1]) == "Still here."
    assert len(merged.notes) == 1
