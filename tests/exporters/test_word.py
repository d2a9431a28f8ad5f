from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from exporters.document import (
    Claim,
    Column,
    Entry,
    Figure,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Run,
    Table,
    TableRow,
    heading_numbers,
    plain,
    words,
)
from exporters.figures.raster import png
from exporters.figures.svg import picture
from exporters.markdown import write_markdown
from exporters.summaries import compose
from exporters.word import write_word
from models.values import Audience
from tests.exporters.blocks import document
from tests.exporters.rich import rich_snapshot

AUDIENCES = [Audience.LEADERSHIP, Audience.ENGINEERING]


def composed(audience):
    return compose(rich_snapshot(), audience, date(2026, 3, 10)).document


def opened(content: bytes):
    return docx.Document(BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> etree._Element:
    return etree.fromstring(parts(content)["word/document.xml"])


@pytest.mark.parametrize("audience", AUDIENCES)
def test_word_and_markdown_have_the_same_headings(audience) -> None:
    told = composed(audience)
    numbers = heading_numbers(told)
    in_word = [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in opened(write_word(told)).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    in_markdown = re.findall(r"^(##+) (.*)$", write_markdown(told).decode(), re.MULTILINE)
    keys = [block.key for block in told.blocks if isinstance(block, Heading)]
    numbered = [
        (level, f"{numbers.get(key, '')} {text}".strip())
        for key, (level, text) in zip(keys, in_word, strict=True)
    ]
    assert numbered == [(len(marks) - 1, text) for marks, text in in_markdown]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_everything_markdown_says_stands_in_word_too(audience) -> None:
    told = composed(audience)
    shown = "".join(body(write_word(told)).itertext())
    for block in told.blocks:
        if not isinstance(block, Figure):
            for runs in block.texts():
                for line in plain(runs).split("\n"):
                    assert line in shown


def test_a_report_numbers_its_headings_and_a_page_does_not() -> None:
    for audience, expected in ((Audience.ENGINEERING, ["1"]), (Audience.LEADERSHIP, [])):
        styles = opened(write_word(composed(audience))).styles
        found = styles["Heading 1"].element.findall(".//" + qn("w:numId"))
        assert [number.get(qn("w:val")) for number in found] == expected


def test_the_styles_are_those_of_the_page() -> None:
    styles = opened(write_word(composed(Audience.ENGINEERING))).styles
    sizes = {
        "Title": 20, "Insight": 13, "Heading 1": 15, "Heading 2": 12.5, "Normal": 10.5,
        "Evidence": 8.5, "Caption": 8.5, "Table Head": 8.5, "Table Cell": 9, "Table Sentence": 9.5,
        "Header": 8.5, "Footer": 8.5,
    }  # fmt: skip
    assert {name: styles[name].font.size.pt for name in sizes} == sizes
    assert styles["Normal"].font.name == "Georgia"
    assert styles["Table Cell"].font.name == "Arial"
    assert styles["Heading 1"].paragraph_format.keep_with_next


def test_the_page_is_a4_with_its_margins() -> None:
    section = opened(write_word(composed(Audience.LEADERSHIP))).sections[0]
    edges = (section.left_margin, section.top_margin, section.bottom_margin)
    assert [round(edge.pt) for edge in edges] == [79, 72, 60]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert "Incident review, for leadership\t10 March 2026" in section.header.paragraphs[0].text
    fields = [
        field.get(qn("w:instr")).strip()
        for field in section.footer._element.iter(qn("w:fldSimple"))
    ]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_link_within_the_file_leads_to_a_bookmark(audience) -> None:
    content = body(write_word(composed(audience)))
    targets = {link.get(qn("w:anchor")) for link in content.iter(qn("w:hyperlink"))}
    marks = [mark.get(qn("w:name")) for mark in content.iter(qn("w:bookmarkStart"))]
    assert targets <= set(marks)
    assert len(marks) == len(set(marks))
    if audience is Audience.ENGINEERING:
        assert {"F2", "E6", "A1", "R1"} <= targets


def test_tables_repeat_their_header_and_break_no_row() -> None:
    content = body(write_word(composed(Audience.ENGINEERING)))
    tables = list(content.iter(qn("w:tbl")))
    assert len(tables) >= 4
    for table in tables:
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_a_date_spans_its_row_and_is_shaded() -> None:
    content = body(write_word(composed(Audience.ENGINEERING)))
    spanning = [
        cell for cell in content.iter(qn("w:tc")) if cell.find(f".//{qn('w:gridSpan')}") is not None
    ]
    assert ["".join(cell.itertext()) for cell in spanning] == ["3 March 2026", "4 March 2026"]
    assert all(cell.find(f".//{qn('w:shd')}") is not None for cell in spanning)


def test_pictures_carry_words_for_those_who_do_not_see_them() -> None:
    content = body(write_word(composed(Audience.ENGINEERING)))
    found = [element for element in content.iter() if element.tag.endswith("}docPr")]
    assert [element.get("name") for element in found] == ["Figure 1", "Figure 2"]
    assert found[0].get("descr").startswith("Timeline. 12 events, 2 decisions, from 3 March 2026")
    assert "F1 enables F2" in found[1].get("descr")


def test_the_file_says_nothing_about_who_wrote_it() -> None:
    content = write_word(composed(Audience.LEADERSHIP))
    core = opened(content).core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert core.title == "Orders stood still, 3 March 2026"
    assert core.subject == "Incident review, for leadership"
    assert core.created.date() == date(2026, 3, 10)
    names = set(parts(content))
    assert not names & {"docProps/app.xml", "docProps/thumbnail.jpeg", "customXml/item1.xml"}
    everything = b"".join(parts(content).values()).lower()
    assert b"python-docx" not in everything
    assert b"rsid" not in everything
    assert b"macintosh" not in everything


def test_the_language_of_the_document_is_set() -> None:
    styles = parts(write_word(composed(Audience.LEADERSHIP)))["word/styles.xml"]
    assert b'w:lang w:val="en-GB"' in styles


def test_each_ordered_list_starts_at_one() -> None:
    lists = [ItemList(key=key, items=(ListItem(runs=words("one")),), ordered=True) for key in "ab"]
    content = body(write_word(document(*lists)))
    numbers = [number.get(qn("w:val")) for number in content.iter(qn("w:numId"))]
    assert len(set(numbers)) == 2


def test_claims_and_entries_show_their_codes_first() -> None:
    content = opened(
        write_word(
            document(
                Claim(key="c", number=1, runs=words("It waited."), refs=("F2", "F3")),
                Entry(key="f", code="F2", runs=words("It says nothing."), held=False),
            )
        )
    )
    texts = [paragraph.text for paragraph in content.paragraphs]
    assert "1\tIt waited.\u00a0\u00a0F2, F3" in texts
    assert "F2\tIt says nothing." in texts


def test_addresses_become_links_out_of_the_file() -> None:
    content = write_word(
        document(Paragraph(key="p", runs=(Run("here", link="https://a.example/x"),)))
    )
    rels = parts(content)["word/_rels/document.xml.rels"]
    assert b'Target="https://a.example/x" TargetMode="External"' in rels


def test_a_picture_keeps_its_size() -> None:
    svg = picture(100, 20, [])
    figure = Figure(
        key="f", number=1, png=png(svg), width=100, height=20, alt_text="Bar", caption=()
    )
    (shape,) = opened(write_word(document(figure))).inline_shapes
    assert (shape.width.pt, shape.height.pt) == (100, 20)


def test_a_row_with_fewer_cells_than_columns_is_filled_up() -> None:
    table = Table(
        key="t",
        columns=(Column(title="A"), Column(title="B", voice=True)),
        rows=(TableRow(cells=(words("one"),)),),
    )
    (found,) = opened(write_word(document(table))).tables
    assert [cell.text for cell in found.rows[1].cells] == ["one", ""]
