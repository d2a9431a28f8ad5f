"""Writes the blocks of a document into the body of a Word file."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.shared import Pt

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
from exporters.word.runs import RunWriter, text_run
from exporters.word.skeleton import BULLETS, add_ordered_list, skeleton
from exporters.word.tables import table_element
from exporters.word.xml import XmlElement, w

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
        self._end = self._body[-1]
        self._runs = RunWriter(anchors(document), self._relate)
        self._bookmarks: set[str] = set()

    def write(self) -> None:
        self._paragraph("Title", (Run(self._document.title),))
        blocks = self._document.blocks
        following: tuple[Block | None, ...] = (*blocks[1:], None)
        in_entry = False
        for block, after in zip(blocks, following, strict=True):
            self._write_block(block, after, in_entry=in_entry)
            in_entry = isinstance(block, Entry) or (in_entry and isinstance(block, Quote))

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
                self._insert(table_element(block, self._runs, self._bookmark))
                if not isinstance(after, Heading):
                    self._paragraph("AfterTable", ())
            case Figure():
                self._write_figure(block)
            case PageBreak():
                self._insert(w("p", w("r", w("br", type="page"))))

    def _write_paragraph(self, block: Paragraph, after: Block | None, *, in_entry: bool) -> None:
        small = "Evidence" if in_entry else "Small"
        style = "LeadIn" if isinstance(after, ItemList) else "Normal"
        self._paragraph(small if block.voice is Voice.SMALL else style, block.runs)

    def _write_quote(self, block: Quote, style: str) -> None:
        self._paragraph(style, block.runs, keep_next=bool(block.attribution))
        if block.attribution:
            self._paragraph(f"{style}Source", block.attribution)

    def _write_claim(self, block: Claim) -> None:
        content = [_styled(f"{block.number}\t", "ClaimNumber"), *self._runs.elements(block.runs)]
        for number, code in enumerate(block.refs):
            joint = ", " if number else "\u00a0\u00a0"
            content.append(text_run(joint, [w("rStyle", val="Reference")]))
            content.append(self._runs.reference(code))
        self._insert(_paragraph("Claim", content))

    def _write_entry(self, block: Entry, after: Block | None) -> None:
        code = _styled(f"{block.code}\t", "HeldCode" if block.held else "FactorCode")
        keep = bool(block.shown_by) or isinstance(after, Quote)
        paragraph = _paragraph("Factor", [code, *self._runs.elements(block.runs)], keep_next=keep)
        self._bookmark(paragraph, block.code)
        self._insert(paragraph)
        if block.shown_by:
            self._paragraph("Evidence", block.shown_by)

    def _write_list(self, block: ItemList) -> None:
        style = "ListNumber" if block.ordered else "ListBullet"
        number = add_ordered_list(self._word) if block.ordered else BULLETS
        for place, item in enumerate(block.items, 1):
            numbering = w("numPr", w("ilvl", val=min(item.depth, 8)), w("numId", val=number))
            content = list(self._runs.elements(item.runs))
            paragraph = _paragraph(style, content)
            paragraph[0].append(numbering)
            if place == len(block.items):
                paragraph[0].append(w("spacing", after=_AFTER_LIST))
            self._insert(paragraph)

    def _write_figure(self, block: Figure) -> None:
        paragraph = self._word.add_paragraph()
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
        element = paragraph._p  # noqa: SLF001
        element.insert(0, w("pPr", w("pStyle", val="Figure")))
        self._insert(element)
        self._paragraph("Caption", block.caption)

    def _paragraph(self, style: str, runs: Runs, *, keep_next: bool = False) -> None:
        self._insert(_paragraph(style, list(self._runs.elements(runs)), keep_next=keep_next))

    def _insert(self, element: XmlElement) -> None:
        self._end.addprevious(element)

    def _bookmark(self, paragraph: XmlElement, name: str) -> None:
        """Make a place that references lead to; the first of two equal names counts."""
        if not name or name in self._bookmarks:
            return
        number = len(self._bookmarks) + 1
        self._bookmarks.add(name)
        paragraph.insert(1, w("bookmarkStart", id=number, name=name))
        paragraph.append(w("bookmarkEnd", id=number))

    def _relate(self, address: str) -> str:
        return self._word.part.relate_to(address, REL.HYPERLINK, is_external=True)


def _paragraph(style: str, content: list[XmlElement], *, keep_next: bool = False) -> XmlElement:
    properties = w("pPr", w("pStyle", val=style))
    if keep_next:
        properties.append(w("keepNext"))
    paragraph = w("p", properties)
    paragraph.extend(content)
    return paragraph


def _styled(text: str, style: str) -> XmlElement:
    return text_run(text, [w("rStyle", val=style)])
