"""T12: whatever people or machines write, every output opens again and drops nothing silently."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters.document import (
    Claim,
    Column,
    Entry,
    Heading,
    Insight,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Table,
    TableRow,
    words,
)
from exporters.figures.lanes import Scene, lanes
from exporters.figures.lanes_svg import lanes_svg
from exporters.figures.metrics import arial_width
from exporters.figures.strip import strip
from exporters.figures.strip_svg import strip_svg
from exporters.markdown import write_markdown
from exporters.printable import printable
from exporters.summaries import compose
from exporters.word import write_word
from models.values import Audience
from tests.exporters.blocks import document
from tests.exporters.factories import decision, event, impact, review, snapshot, without_pictures

NASTY = (
    "\x00", "\x07", "\x1b[31m", "\ud800", "\udfff", "\u202e", "\u2028", "\u2029", "\u00a0",
    "\U0001f469\u200d", "\ufffe", "\uffff", "\ufeff", "\x85", "\r\n", "\r", "\t", "]]>", "<!--",
    "&amp;", "<script>", "| a |", "```", "$\\frac{", "{{ x }}", "{% for %}", "=cmd()", "\x7f",
    "e\u0301", "漢字", "עברית", "\x02wzxhzdk:0\x03", "[x]: y", "![](a)", "\\", "# ", "---\n",
)  # fmt: skip
hostile = st.lists(
    st.one_of(st.sampled_from(NASTY), st.text(max_size=12)), min_size=1, max_size=6
).map("".join)


def everything(text: str):
    return document(
        Heading(key="h", runs=words(text)),
        Insight(key="i", runs=words(text)),
        Paragraph(key="p", runs=(Run(text, bold=True), Run(text, code=True), Run(text, link="x"))),
        Quote(key="q", runs=words(text), attribution=words(text)),
        Claim(key="c", number=1, runs=words(text), refs=("F1",)),
        Entry(key="e", code="F1", runs=words(text), shown_by=words(text)),
        ItemList(key="l", items=(ListItem(runs=words(text)),)),
        Table(
            key="t",
            columns=(Column(title=text),),
            rows=(TableRow(cells=(words(text),)), TableRow(cells=(words(text),), spans=True)),
        ),
        title=text,
        header_left=text,
        footer=text,
    )


@pytest.mark.slow
@given(hostile)
@settings(max_examples=100, deadline=None)
def test_word_opens_again_and_holds_the_text(text) -> None:
    opened = docx.Document(BytesIO(write_word(everything(text))))
    shown = next(row for row in opened.paragraphs if row.style.name == "Insight").text
    assert shown == printable(text)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=100, deadline=None)
def test_markdown_is_utf8_and_keeps_every_letter(text) -> None:
    content = write_markdown(everything(text)).decode("utf-8")
    letters = [letter for letter in printable(text) if unicodedata.category(letter).startswith("L")]
    assert all(letter in content for letter in letters)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=60, deadline=None)
def test_a_whole_summary_of_hostile_text_opens_again(text) -> None:
    told = snapshot(
        review=review(title=text, top_insight=text, background=text, glossary=text),
        events=(replace(decision(text, detail=text, known_then=text), lane=text),),
        summaries=(without_pictures(Audience.ENGINEERING), without_pictures(Audience.LEADERSHIP)),
    )
    for audience in (Audience.LEADERSHIP, Audience.ENGINEERING):
        made = compose(told, audience, date(2026, 3, 10))
        docx.Document(BytesIO(write_word(made.document)))
        write_markdown(made.document).decode("utf-8")


@pytest.mark.slow
@given(hostile)
@settings(max_examples=60, deadline=None)
def test_pictures_of_hostile_text_are_well_formed(text) -> None:
    scene = Scene(
        events=(event(text, lane=text), event(text, 90)),
        zone=ZoneInfo("UTC"),
        impacts=(impact(text, 0, 90),),
    )
    etree.fromstring(lanes_svg(lanes(scene, 720, arial_width(12))))
    etree.fromstring(strip_svg(strip(scene, 437, 26, arial_width(7))))


def test_a_very_long_line_is_written_whole() -> None:
    text = "word " * 1_000_000
    opened = docx.Document(BytesIO(write_word(document(Paragraph(key="p", runs=words(text))))))
    assert opened.paragraphs[-1].text == text


def test_what_cannot_be_written_leaves_a_mark() -> None:
    assert printable("a\x00b\ud800c\ufffed") == "a\ufffdb\ufffdc\ufffed".replace("\ufffe", "\ufffd")
    assert printable("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
