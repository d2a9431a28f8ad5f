"""The styles of the Word page, point for point as the design gives them (28, Word page)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from exporters import palette
from exporters.word.xml import NAMESPACE, XmlElement, w

SERIF = "Georgia"
SANS = "Arial"
MONO = "Consolas"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """One paragraph style; sizes, lines and spaces in points."""

    key: str
    name: str
    font: str = SERIF
    size: float = 10.5
    line: float = 15.5
    before: float = 0.0
    after: float = 8.0
    bold: bool = False
    colour: str = palette.INK
    indent: float = 0.0
    hanging: float = 0.0
    bar: str = ""
    bar_space: float = 11.0
    above: str = ""
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    """Number id and level."""
    keep_next: bool = False
    keep_lines: bool = False
    tabs: tuple[tuple[str, float], ...] = ()
    follows: str = ""
    """Key of the style of the next paragraph."""


HEADING_1_NUMBERED = ParagraphStyle(
    key="Heading1",
    name="heading 1",
    size=15,
    line=20,
    before=14,
    bold=True,
    outline=0,
    numbering=(1, 0),
    keep_next=True,
    keep_lines=True,
    follows="Normal",
)
HEADING_1_PLAIN = ParagraphStyle(
    key="Heading1",
    name="heading 1",
    size=12.5,
    line=18,
    before=12,
    after=4,
    bold=True,
    outline=0,
    keep_next=True,
    keep_lines=True,
    follows="Normal",
)
"""One page needs no numbers: its headings look like the second level of a report."""

_SMALL = ParagraphStyle(
    key="Small",
    name="Small",
    font=SANS,
    size=8.5,
    line=12,
    colour=palette.INK2,
    keep_lines=True,
)
_QUOTE = ParagraphStyle(
    key="Quote",
    name="Quote",
    before=4,
    after=4,
    indent=14,
    bar=palette.LINE2,
    keep_lines=True,
)
_QUOTE_SOURCE = replace(
    _SMALL, key="QuoteSource", name="Quote Source", indent=14, bar=palette.LINE2, after=10
)
_CELL = ParagraphStyle(
    key="TableCell",
    name="Table Cell",
    font=SANS,
    size=9,
    line=14,
    before=4,
    after=5,
    colour=palette.INK2,
)
_EDGE = replace(_SMALL, after=0, colour=palette.INK3, keep_lines=False)
_RIGHT_EDGE = ("right", 437.0)

PARAGRAPHS: tuple[ParagraphStyle, ...] = (
    ParagraphStyle(key="Normal", name="Normal"),
    ParagraphStyle(
        key="LeadIn",
        name="Lead In",
        after=4,
        keep_next=True,
        keep_lines=True,
        follows="Normal",
    ),
    ParagraphStyle(
        key="Title", name="Title", size=20, line=26, after=10, bold=True, keep_next=True
    ),
    ParagraphStyle(
        key="Insight",
        name="Insight",
        size=13,
        line=19,
        after=16,
        indent=14,
        bar=palette.ACCENT,
        keep_lines=True,
    ),
    ParagraphStyle(
        key="Heading2",
        name="heading 2",
        size=12.5,
        line=18,
        before=12,
        after=4,
        bold=True,
        outline=1,
        keep_next=True,
        keep_lines=True,
        follows="Normal",
    ),
    ParagraphStyle(
        key="Claim",
        name="Claim",
        after=4,
        indent=22,
        hanging=22,
        keep_lines=True,
        tabs=(("left", 22),),
    ),
    ParagraphStyle(
        key="Factor",
        name="Factor",
        before=4,
        after=1,
        indent=30,
        hanging=30,
        keep_lines=True,
        tabs=(("left", 30),),
    ),
    replace(_SMALL, key="Evidence", name="Evidence", indent=30),
    _SMALL,
    replace(_SMALL, key="Caption", name="caption"),
    ParagraphStyle(key="Figure", name="Figure", line=12, after=5, before=2, keep_next=True),
    _QUOTE,
    replace(_QUOTE, key="FactorQuote", name="Factor Quote", indent=44),
    _QUOTE_SOURCE,
    replace(_QUOTE_SOURCE, key="FactorQuoteSource", name="Factor Quote Source", indent=44),
    ParagraphStyle(key="ListBullet", name="List Bullet", after=3, keep_lines=True),
    ParagraphStyle(key="ListNumber", name="List Number", after=3, keep_lines=True),
    ParagraphStyle(key="CodeBlock", name="Code Block", font=MONO, size=9, line=12.5, indent=14),
    ParagraphStyle(
        key="TableHead",
        name="Table Head",
        font=SANS,
        size=8.5,
        line=12,
        before=2,
        after=4,
        bold=True,
        keep_next=True,
    ),
    _CELL,
    ParagraphStyle(
        key="TableSentence", name="Table Sentence", size=9.5, line=14, before=4, after=5
    ),
    ParagraphStyle(
        key="TableDate",
        name="Table Date",
        font=SANS,
        size=8.5,
        line=12,
        before=4,
        after=4,
        bold=True,
        indent=5,
        keep_next=True,
    ),
    ParagraphStyle(key="AfterTable", name="After Table", size=4, line=6, after=2),
    replace(_EDGE, key="Header", name="header", tabs=(_RIGHT_EDGE,)),
    replace(_EDGE, key="Footer", name="footer", tabs=(_RIGHT_EDGE,), above=palette.LINE2),
)

_CHARACTERS: tuple[tuple[str, str, str, float, str, bool], ...] = (
    ("Reference", "Reference", SANS, 8, palette.ACCENT_INK, False),
    ("ClaimNumber", "Claim Number", SANS, 10, palette.ACCENT_INK, True),
    ("FactorCode", "Factor Code", SANS, 10, palette.ACCENT_INK, True),
    ("HeldCode", "Held Code", SANS, 10, palette.GROWTH, True),
)


def fill_styles(styles: XmlElement, *, numbered: bool, language: str) -> None:
    """Put our styles in place of whatever the file had."""
    for old in list(styles):
        styles.remove(old)
    styles.append(_defaults(language))
    heading = HEADING_1_NUMBERED if numbered else HEADING_1_PLAIN
    for style in (*PARAGRAPHS, heading):
        if style.key == "Heading2" and numbered:
            styles.append(_paragraph(style, numbering=(1, 1)))
        else:
            styles.append(_paragraph(style, numbering=style.numbering))
    for key, name, font, size, colour, bold in _CHARACTERS:
        styles.append(_character(key, name, _run_properties(font, size, colour, bold=bold)))
    mono = etree.fromstring(f'<w:rPr xmlns:w="{NAMESPACE}">{_fonts(MONO)}</w:rPr>')
    styles.append(_character("Code", "Code", mono))
    linked = _run_properties("", 0, palette.ACCENT_INK, bold=False)
    linked.append(w("u", val="single"))
    styles.append(_character("Hyperlink", "Hyperlink", linked))
    styles.append(_table_normal())


def _defaults(language: str) -> XmlElement:
    run = _run_properties(SERIF, 10.5, palette.INK, bold=False)
    run.append(w("lang", val=language, eastAsia="en-US", bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _paragraph(style: ParagraphStyle, numbering: tuple[int, int] | None) -> XmlElement:
    element = w("style", w("name", val=style.name), type="paragraph", styleId=style.key)
    if style.key == "Normal":
        element.set(f"{{{NAMESPACE}}}default", "1")
    else:
        element.append(w("basedOn", val="Normal"))
    if style.follows:
        element.append(w("next", val=style.follows))
    element.append(w("qFormat"))
    element.append(_paragraph_properties(style, numbering))
    element.append(_run_properties(style.font, style.size, style.colour, bold=style.bold))
    return element


def _paragraph_properties(style: ParagraphStyle, numbering: tuple[int, int] | None) -> XmlElement:
    """Return pPr with its children in the order of the schema."""
    found = w("pPr")
    if style.keep_next:
        found.append(w("keepNext"))
    if style.keep_lines:
        found.append(w("keepLines"))
    if numbering is not None:
        found.append(w("numPr", w("ilvl", val=numbering[1]), w("numId", val=numbering[0])))
    if style.bar or style.above:
        found.append(_borders(style))
    if style.tabs:
        tabs = [w("tab", val=kind, pos=twips(at)) for kind, at in style.tabs]
        found.append(w("tabs", *tabs))
    found.append(
        w(
            "spacing",
            before=twips(style.before),
            after=twips(style.after),
            line=twips(style.line),
            lineRule="atLeast",
        )
    )
    if style.indent or style.hanging:
        found.append(w("ind", left=twips(style.indent), hanging=twips(style.hanging)))
    if style.outline is not None:
        found.append(w("outlineLvl", val=style.outline))
    return found


def _borders(style: ParagraphStyle) -> XmlElement:
    if style.bar:
        edge = w("left", val="single", sz=20, space=int(style.bar_space), color=bare(style.bar))
    else:
        edge = w("top", val="single", sz=4, space=6, color=bare(style.above))
    return w("pBdr", edge)


def _character(key: str, name: str, properties: XmlElement) -> XmlElement:
    return w("style", w("name", val=name), properties, type="character", styleId=key)


def _run_properties(font: str, size: float, colour: str, *, bold: bool) -> XmlElement:
    found = w("rPr")
    if font:
        found.append(etree.fromstring(_fonts(font)))
    if bold:
        found.extend([w("b"), w("bCs")])
    found.append(w("color", val=bare(colour)))
    if size:
        found.extend([w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))])
    return found


def _fonts(font: str) -> str:
    names = " ".join(f'w:{kind}="{font}"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))
    return f'<w:rFonts xmlns:w="{NAMESPACE}" {names}/>'


def _table_normal() -> XmlElement:
    margins = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom")))
    margins.append(w("right", w=160, type="dxa"))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    name = w("name", val="Normal Table")
    style = w("style", name, properties, type="table", styleId="TableNormal")
    style.set(f"{{{NAMESPACE}}}default", "1")
    return style


def twips(points: float) -> int:
    """Return points in twentieths."""
    return round(points * 20)


def bare(colour: str) -> str:
    """Return a colour as Word writes it."""
    return colour.lstrip("#")
