from __future__ import annotations

import pytest

from exporters.document import Code, ItemList, Paragraph, Quote, Run, Table, block_text, plain
from exporters.markdown_text import blocks, inline, plain_words


def test_paragraphs_lists_quotes_code_and_tables_become_blocks() -> None:
    text = "One **two**\n\n- a\n    - b\n\n> said\n\n```\nx < y\n```\n\n| A |\n|---|\n| 1 |"
    found = blocks(text, "own")
    assert [type(block) for block in found] == [Paragraph, ItemList, Quote, Code, Table]
    assert [block.key for block in found] == ["own", "own.1", "own.2", "own.3", "own.4"]
    assert [item.depth for item in found[1].items] == [0, 1]
    assert found[3].text == "x < y"


def test_headings_of_people_turn_bold_and_leave_the_outline_alone() -> None:
    (found,) = blocks("# Big words", "k")
    assert found == Paragraph(key="k", runs=(Run("Big words", bold=True),))


@pytest.mark.parametrize(
    "text",
    [
        "2. restart", "- dash", "# channel", "> 5 in a row", "+12 nodes", "[14:02]: page fires",
        "---", "<b>tag</b>", "a_b_c", "2 * 3 * 4", "x < y & z > w", "C:\\temp",
    ],
)  # fmt: skip
def test_a_single_line_stays_as_it_was_typed(text) -> None:
    assert plain(inline(text)) == text


def test_looks_within_a_line_are_read() -> None:
    assert inline("**b** and *i* and `c`") == (
        Run("b", bold=True),
        Run(" and "),
        Run("i", italic=True),
        Run(" and "),
        Run("c", code=True),
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_only_addresses_that_are_safe_to_follow_stay_links(address) -> None:
    (run,) = inline(f"[here]({address})")
    assert (run.text, run.link) == ("here", "")
    assert inline("[here](https://a.example)")[0].link == "https://a.example"


def test_pictures_become_their_words() -> None:
    assert plain_words("![a graph](https://a.example/x.png)") == "a graph"


def test_lines_that_look_like_addresses_are_not_swallowed() -> None:
    text = "first\n\n[1]: https://a.example\n\nlast"
    assert "[1]: " in "\n".join(block_text(block) for block in blocks(text, "k"))
