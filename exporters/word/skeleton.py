"""An empty Word file with our page, styles and numbering, and nothing about its writer (R43)."""

from __future__ import annotations

from datetime import UTC, datetime, time

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.shared import Pt

from exporters.document import Document, Properties
from exporters.printable import printable
from exporters.word.runs import add_run
from exporters.word.styles import fill_styles, twips
from exporters.word.xml import XmlElement, w

BULLETS = 2
_LONGEST_PROPERTY = 255
_UNWANTED = (
    REL.THUMBNAIL,
    REL.EXTENDED_PROPERTIES,
    REL.CUSTOM_XML,
    REL.WEB_SETTINGS,
    REL.FONT_TABLE,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


def skeleton(document: Document) -> WordDocument:
    """Return a file without body text, ready to be filled."""
    word = docx.Document()
    body = word.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    _drop_leftovers(word)
    language = document.properties.language
    fill_styles(word.styles.element, numbered=document.numbered, language=language)
    _fill_numbering(word.part.numbering_part.element)
    _fill_settings(word.settings.element)
    _lay_out_page(word)
    _fill_edges(word, document)
    _fill_properties(word, document.properties)
    return word


def _drop_leftovers(word: WordDocument) -> None:
    """Remove the picture, the program's name and the data store that came with the template."""
    for owner in (word.part.package.rels, word.part.rels):
        for key in [key for key, rel in owner.items() if rel.reltype in _UNWANTED]:
            del owner[key]


def _fill_numbering(numbering: XmlElement) -> None:
    for old in list(numbering):
        numbering.remove(old)
    headings = w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=1)
    for level, (style, shown) in enumerate((("Heading1", "%1 "), ("Heading2", "%1.%2 "))):
        headings.append(_level(level, "decimal", shown, style=style))
    bullets = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), abstractNumId=2)
    ordered = w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=3)
    for level in range(9):
        bullets.append(_level(level, "bullet", "•"))
        ordered.append(_level(level, "decimal", f"%{level + 1}."))
    numbering.extend([headings, bullets, ordered])
    for number in (1, BULLETS):
        numbering.append(w("num", w("abstractNumId", val=number), numId=number))


def add_ordered_list(word: WordDocument) -> int:
    """Return the number id of a new list that starts at one."""
    numbering = word.part.numbering_part.element
    number = sum(1 for child in numbering if child.tag.endswith("}num")) + 1
    restart = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    numbering.append(w("num", w("abstractNumId", val=3), restart, numId=number))
    return number


def _level(level: int, kind: str, shown: str, style: str = "") -> XmlElement:
    element = w("lvl", w("start", val=1), w("numFmt", val=kind), ilvl=level)
    if style:
        element.extend([w("pStyle", val=style), w("suff", val="space")])
    element.extend([w("lvlText", val=shown), w("lvlJc", val="left")])
    if not style:
        left = twips(14 * (level + 1))
        element.append(w("pPr", w("ind", left=left, hanging=twips(14))))
    return element


def _fill_settings(settings: XmlElement) -> None:
    """Keep the few settings that a reader's Word needs; no revision ids, no template."""
    for old in list(settings):
        settings.remove(old)
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    settings.extend([w("zoom", percent=100), w("defaultTabStop", val=720), w("compat", mode)])


def _lay_out_page(word: WordDocument) -> None:
    section = word.sections[0]
    for name in list(section._sectPr.attrib):  # noqa: SLF001
        del section._sectPr.attrib[name]  # noqa: SLF001
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin = section.right_margin = Pt(79)
    section.top_margin, section.bottom_margin = Pt(72), Pt(60)
    section.header_distance, section.footer_distance = Pt(44), Pt(34)


def _fill_edges(word: WordDocument, document: Document) -> None:
    section = word.sections[0]
    header, footer = section.header, section.footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    line = _only_paragraph(header._element, "Header")  # noqa: SLF001
    add_run(line, f"{document.header_left}\t{document.header_right}")
    pages = _only_paragraph(footer._element, "Footer")  # noqa: SLF001
    add_run(pages, f"{document.footer}\t")
    _add_field(pages, "PAGE")
    add_run(pages, " of ")
    _add_field(pages, "NUMPAGES")


def _only_paragraph(part: XmlElement, style: str) -> XmlElement:
    for old in list(part):
        part.remove(old)
    paragraph = w("p", w("pPr", w("pStyle", val=style)))
    part.append(paragraph)
    return paragraph


def _add_field(paragraph: XmlElement, code: str) -> None:
    field = w("fldSimple", instr=f" {code} ")
    paragraph.append(field)
    add_run(field, "1")


def _fill_properties(word: WordDocument, given: Properties) -> None:
    core = word.core_properties
    core.title, core.subject = _property(given.title), _property(given.subject)
    core.keywords, core.language = _property(given.keywords), _property(given.language)
    core.author = core.last_modified_by = core.comments = core.category = ""
    core.revision = 1
    if given.made_on is not None:
        core.created = core.modified = datetime.combine(given.made_on, time(), UTC)
    else:
        core.created = core.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _property(text: str) -> str:
    return printable(text).replace("\n", " ")[:_LONGEST_PROPERTY]
