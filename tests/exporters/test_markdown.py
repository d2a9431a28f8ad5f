from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml.html import document_fromstring
from markdown import Markdown

from exporters.document import (
    Claim,
    Code,
    Column,
    Entry,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Table,
    TableRow,
    words,
)
from exporters.markdown import write_markdown
from exporters.summaries import compose
from models.values import Audience
from tests.exporters.blocks import document
from tests.exporters.rich import rich_snapshot

GOLDEN = Path(__file__).parents[1] / "golden"


def written(*blocks) -> str:
    return write_markdown(document(*blocks)).decode()


def said(*runs: Run) -> str:
    return written(Paragraph(key="p", runs=runs)).split("\n\n", 1)[1].strip()


@pytest.mark.parametrize("audience", [Audience.LEADERSHIP, Audience.ENGINEERING])
def test_the_invented_review_reads_as_it_did(audience) -> None:
    composed = compose(rich_snapshot(), audience, date(2026, 3, 10))
    golden = GOLDEN / f"{audience.value}.md"
    assert write_markdown(composed.document).decode() == golden.read_text(encoding="utf-8")


def test_headings_carry_the_numbers_of_a_numbered_report() -> None:
    text = written(
        Heading(key="a", runs=words("First")),
        Heading(key="b", runs=words("Inner"), level=2),
        Heading(key="c", runs=words("Second")),
    )
    assert "## First" in text
    numbered = write_markdown(
        document(
            Heading(key="a", runs=words("First")),
            Heading(key="b", runs=words("Inner"), level=2),
            Heading(key="c", runs=words("Second")),
            numbered=True,
        )
    ).decode()
    assert [line for line in numbered.splitlines() if line.startswith("##")] == [
        "## 1 First",
        "### 1.1 Inner",
        "## 2 Second",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- a dash",
        "1. a number",
        "# a hash",
        "> a sign",
        "=== a line",
        "a *star* and _underscore_",
        "[14:02] page fires",
        "<b>bold</b> &amp; co",
        "`code` and \\ and | and ~~gone~~",
        "first\n- second\n3) third",
    ],
)
def test_what_people_typed_reads_as_they_typed_it(text) -> None:
    html = Markdown(extensions=["tables", "sane_lists"]).convert(said(Run(text)))
    shown = document_fromstring(html.replace("\\\n", "\n")).text_content()
    assert shown.replace("\\~", "~").strip() == text


def test_a_table_cell_holds_pipes_and_line_ends() -> None:
    text = written(
        Table(
            key="t",
            columns=(Column(title="A"), Column(title="B")),
            rows=(
                TableRow(cells=(words("3 March"),), spans=True),
                TableRow(cells=(words("a | b"), words("one\ntwo")), anchor="E1"),
            ),
        )
    )
    assert "| **3 March** |  |" in text
    assert '| <a id="e1"></a>a \\| b | one<br>two |' in text


def test_references_lead_to_their_entry_and_stay_words_where_there_is_none() -> None:
    text = written(
        Claim(key="c", number=1, runs=words("It waited."), refs=("F2", "F9")),
        Entry(key="f", code="F2", runs=words("It says nothing."), shown_by=words("Shown by E1.")),
    )
    assert "**1** It waited. ([F2](#f2), F9)" in text
    assert '<a id="f2"></a>**F2** It says nothing.\\\nShown by E1.' in text


def test_quotes_lists_and_code_keep_their_form() -> None:
    text = written(
        Quote(key="q", runs=words("“Two\nlines”"), attribution=words("Support lead")),
        ItemList(
            key="l",
            items=(ListItem(runs=words("one")), ListItem(runs=words("- two"), depth=1)),
            ordered=True,
        ),
        Code(key="x", text="a ``` b"),
    )
    assert "> “Two\\\n> lines”\n>\n> Support lead" in text
    assert "1. one\n    1. \\- two" in text
    assert "````\na ``` b\n````" in text


def test_a_look_at_the_start_of_a_line_stays_a_look() -> None:
    assert said(Run("This", italic=True), Run(" is a sample")) == "*This* is a sample"
    assert said(Run("* star")) == "\\* star"


def test_neighbours_of_one_look_are_one_mark() -> None:
    assert said(Run("a", bold=True), Run("b", bold=True)) == "**ab**"
    assert said(Run(" a ", bold=True), Run("b")) == "**a** b"


def test_links_are_written_so_that_they_cannot_end_early() -> None:
    assert said(Run("x", link="https://a.example/(b) c")) == "[x](https://a.example/%28b%29%20c)"
