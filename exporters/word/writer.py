"""Writes the blocks of a document into the body of a Word file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.shared import Pt
from docx.text.paragraph import Paragraph as DocxParagraph
from lxml import etree

from exporters.document import (
    Block,
    Claim,
    Code,
    Document,
    Entry,
    Figure,
    Heading,
    Insight,
    ItemList,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Voice,
    anchors,
)
from exporters.printable import printable
from exporters.word.bookmarks import Bookmarks
from exporters.word.runs import REFERENCE, RunWriter, add_run, style
from exporters.word.skeleton import BULLETS, add_ordered_list, skeleton
from exporters.word.tables import fill_table
from exporters.word.xml import XmlElement, name_of, w

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

_P, _PPR, _PSTYLE, _KEEP_NEXT = (name_of(tag) for tag in ("p", "pPr", "pStyle", "keepNext"))
_VAL = name_of("val")
_AFTER_LIST = 160
"""In twentieths of a point."""


def write_word(document: Document) -> bytes:
    """Return the document as the bytes of a .docx file."""
    word = skeleton(document)
    writer = _BodyWriter(word, document)
    writer.write()
    target = BytesIO()
    word.save(target)
    return target.getvalue()


class _BodyWriter:
    """Appends one block after the other before the section properties."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        self._document = document
        self._body = word.element.body
        self._section = self._body[-1]
        self._runs = RunWriter(anchors(document), self._relate)
        self._bookmarks = Bookmarks()

    def write(self) -> None:
        self._body.remove(self._section)
        self._paragraph("Title", (Run(self._document.title),))
        blocks = self._document.blocks
        following: tuple[Block | None, ...] = (*blocks[1:], None)
        in_entry = False
        for block, after in zip(blocks, following, strict=True):
            self._write_block(block, after, in_entry=in_entry)
            in_entry = isinstance(block, Entry) or (in_entry and isinstance(block, Quote))
        self._body.append(self._section)

    def _write_block(self, block: Block, after: Block | None, *, in_entry: bool) -> None:
        match block:
            case Heading():
                self._paragraph(f"Heading{min(block.level, 2)}", block.runs)
            case Insight():
                self._paragraph("Insight", block.runs)
            case Paragraph():
                self._write_paragraph(block, after, in_entry=in_entry)
            case Quote():
                self._write_quote(block, "FactorQuote" if in_entry else "Quote")
            case Claim():
                self._write_claim(block)
            case Entry():
                self._write_entry(block, after)
            case _:
                self._write_other(block, after)

    def _write_other(self, block: Block, after: Block | None) -> None:
        match block:
            case ItemList():
                self._write_list(block)
            case Code():
                self._paragraph("CodeBlock", (Run(block.text),))
            case Table():
                table = etree.SubElement(self._body, name_of("tbl"))
                fill_table(table, block, self._runs, self._bookmarks)
                if not isinstance(after, Heading):
                    self._paragraph("AfterTable", ())
            case Figure():
                self._write_figure(block)
            case PageBreak():
                self._body.append(w("p", w("r", w("br", type="page"))))

    def _write_paragraph(self, block: Paragraph, after: Block | None, *, in_entry: bool) -> None:
        small = "Evidence" if in_entry else "Small"
        style = "LeadIn" if isinstance(after, ItemList | Table) else "Normal"
        self._paragraph(small if block.voice is Voice.SMALL else style, block.runs)

    def _write_quote(self, block: Quote, style: str) -> None:
        self._paragraph(style, block.runs, keep_next=bool(block.attribution))
        if block.attribution:
            self._paragraph(f"{style}Source", block.attribution)

    def _write_claim(self, block: Claim) -> None:
        paragraph = self._open("Claim")
        add_run(paragraph, f"{block.number}\t", style("ClaimNumber"))
        self._runs.add(paragraph, block.runs)
        for number, code in enumerate(block.refs):
            add_run(paragraph, ", " if number else "\u00a0\u00a0", REFERENCE)
            self._runs.add_reference(paragraph, code)

    def _write_entry(self, block: Entry, after: Block | None) -> None:
        keep = bool(block.shown_by) or isinstance(after, Quote)
        paragraph = self._open("Factor", keep_next=keep)
        look = style("HeldCode" if block.held else "FactorCode")
        add_run(paragraph, f"{block.code}\t", look)
        self._runs.add(paragraph, block.runs)
        self._bookmarks.add(paragraph, block.code)
        if block.shown_by:
            self._paragraph("Evidence", block.shown_by)

    def _write_list(self, block: ItemList) -> None:
        number = add_ordered_list(self._word) if block.ordered else BULLETS
        for place, item in enumerate(block.items, 1):
            paragraph = self._open("ListNumber" if block.ordered else "ListBullet")
            level = w("ilvl", val=min(item.depth, 8))
            paragraph[0].append(w("numPr", level, w("numId", val=number)))
            if place == len(block.items):
                paragraph[0].append(w("spacing", after=_AFTER_LIST))
            self._runs.add(paragraph, item.runs)

    def _write_figure(self, block: Figure) -> None:
        paragraph = DocxParagraph(cast("CT_P", self._open("Figure")), self._word._body)  # noqa: SLF001
        inline = paragraph.add_run().add_picture(
            BytesIO(block.png), width=Pt(block.width), height=Pt(block.height)
        )
        for side in ("distT", "distB", "distL", "distR"):
            inline._inline.set(side, "0")  # noqa: SLF001
        properties = inline._inline.docPr  # noqa: SLF001
        properties.set("name", f"Figure {block.number}")
        properties.set("descr", printable(block.alt_text))
        for inner in inline._inline.iter("{*}cNvPr"):  # noqa: SLF001
            inner.set("name", f"Figure {block.number}")
        self._paragraph("Caption", block.caption)

    def _paragraph(self, style_key: str, runs: Runs, *, keep_next: bool = False) -> None:
        self._runs.add(self._open(style_key, keep_next=keep_next), runs)

    def _open(self, style_key: str, *, keep_next: bool = False) -> XmlElement:
        """Start a paragraph at the end of the body."""
        paragraph = etree.SubElement(self._body, _P)
        properties = etree.SubElement(paragraph, _PPR)
        etree.SubElement(properties, _PSTYLE, {_VAL: style_key})
        if keep_next:
            etree.SubElement(properties, _KEEP_NEXT)
        return paragraph

    def _relate(self, address: str) -> str:
        return self._word.part.relate_to(address, REL.HYPERLINK, is_external=True)
