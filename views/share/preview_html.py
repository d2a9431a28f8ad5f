"""The document as simple HTML for the page preview: the same blocks that every writer gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import singledispatch
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter

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
    Origin,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    TableRow,
    Voice,
    heading_numbers,
)
from views.widgets.page_preview import OWN

INK2, ACCENT, SHADE, GROWTH = "#57524A", "#234F96", "#F3F1EB", "#2E6B46"
"""Of the page, which stays light in the dark."""
POINTS = 0.95
"""Pixels of the preview to a point of the page."""
SHARPNESS = 2
"""Pixels of a picture to a pixel of the preview, for screens with small ones."""


@dataclass(slots=True)
class PreviewPage:
    """HTML with the pictures it names."""

    html: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)


def preview_page(document: Document, *, with_tools: bool = False) -> PreviewPage:
    """Return the page; `with_tools` puts a line of links under each block that can be changed."""
    page = PreviewPage()
    numbers = heading_numbers(document)
    parts = [
        f"<p style='color:{INK2};font-size:small'>{escape(document.header_left)}"
        f" &nbsp;·&nbsp; {escape(document.header_right)}</p>",
        f"<h2>{escape(document.title)}</h2>",
    ]
    for block in document.blocks:
        said = _block(block, numbers, page)
        if said:
            parts.append(said)
            if with_tools and not isinstance(block, PageBreak):
                parts.append(_tools(block))
    parts.append(f"<p style='color:{INK2};font-size:small'>{escape(document.footer)}</p>")
    page.html = "\n".join(parts)
    return page


def _tools(block: Block) -> str:
    links = []
    if block.key.startswith("own."):
        links.append(("edit", "Edit yours"))
    elif block.origin is Origin.OWN:
        links += [("edit", "Edit yours"), ("back", "Back to what was generated")]
    else:
        if not isinstance(block, Table | Figure | ItemList):
            links.append(("reword", "Reword"))
        links.append(("hide", "Leave out"))
    links.append(("add", "Add a paragraph below"))
    said = " &nbsp;·&nbsp; ".join(
        f"<a href='{verb}:{escape(block.key)}'>{words}</a>" for verb, words in links
    )
    return f"<p style='font-size:small'>{said}</p>"


def _block(block: Block, numbers: dict[str, str], page: PreviewPage) -> str:
    own = f"<a name='{OWN}'></a>" if block.origin is Origin.OWN else ""
    if isinstance(block, Heading):
        number = numbers.get(block.key, "")
        level = block.level + 1
        before = f"{number} &nbsp;" if number else ""
        return f"<h{level}>{own}{before}{_runs(block.runs)}</h{level}>"
    if isinstance(block, Figure):
        return _figure(block, page)
    if isinstance(block, Table):
        return _table(block)
    return _words(block, own)


@singledispatch
def _words(block: Block, own: str) -> str:
    return f"<p>{own}{''.join(_runs(runs) for runs in block.texts())}</p>"


@_words.register
def _(_block: PageBreak, _own: str) -> str:
    return "<hr>"


@_words.register
def _(block: Paragraph, own: str) -> str:
    look = f"style='color:{INK2};font-size:small'" if block.voice is Voice.SMALL else ""
    return f"<p {look}>{own}{_runs(block.runs)}</p>"


@_words.register
def _(block: Insight, own: str) -> str:
    bar = f"<td width='3' bgcolor='{ACCENT}' style='font-size:1px'></td>"
    said = f"<td style='padding-left:12px;font-size:large'>{own}{_runs(block.runs)}</td>"
    return f"<table cellspacing='0' cellpadding='0'><tr>{bar}{said}</tr></table><p></p>"


@_words.register
def _(block: Quote, own: str) -> str:
    said = f"“{_runs(block.runs)}”<br><small>{_runs(block.attribution)}</small>"
    return f"<blockquote>{own}{said}</blockquote>"


@_words.register
def _(block: Claim, own: str) -> str:
    refs = escape(", ".join(block.refs))
    number = f"<b style='color:{ACCENT}'>{block.number}</b>"
    followed = f"<small style='color:{ACCENT}'>{refs}</small>"
    return f"<p>{own}{number} &nbsp;{_runs(block.runs)} &nbsp;{followed}</p>"


@_words.register
def _(block: Code, own: str) -> str:
    return f"<pre>{own}{escape(block.text)}</pre>"


@_words.register
def _(block: Entry, own: str) -> str:
    colour = GROWTH if block.held else ACCENT
    said = f"<p>{own}<b style='color:{colour}'>{escape(block.code)}</b> &nbsp;{_runs(block.runs)}"
    if block.shown_by:
        said += f"<br><small style='color:{INK2}'>{_runs(block.shown_by)}</small>"
    return f"{said}</p>"


@_words.register
def _(block: ItemList, own: str) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li>{'&nbsp;' * 6 * item.depth}{_runs(item.runs)}</li>" for item in block.items
    )
    return f"<{tag}>{own}{items}</{tag}>"


def _table(block: Table) -> str:
    whole = sum(column.share for column in block.columns) or 1
    head = "".join(
        f"<th align='left' width='{round(100 * column.share / whole)}%'>"
        f"<small>{escape(column.title)}</small></th>"
        for column in block.columns
    )
    rows = "".join(_row(row, len(block.columns)) for row in block.rows)
    return (
        f"<table width='100%' cellspacing='0' cellpadding='4' border='0'>"
        f"<tr>{head}</tr>{rows}</table><p></p>"
    )


def _row(row: TableRow, columns: int) -> str:
    if row.spans:
        cell = _runs(row.cells[0]) if row.cells else ""
        return (
            f"<tr><td colspan='{columns}' bgcolor='#F3F1EB'><b><small>{cell}</small></b></td></tr>"
        )
    cells = "".join(f"<td><small>{_runs(cell)}</small></td>" for cell in row.cells)
    return f"<tr>{cells}</tr>"


def _figure(block: Figure, page: PreviewPage) -> str:
    name = f"figure:{block.number}"
    wide, high = round(block.width * POINTS), round(block.height * POINTS)
    page.pictures[name] = _smooth(block.png, wide * SHARPNESS)
    return (
        f"<p><img src='{name}' width='{wide}' height='{high}' alt='{escape(block.alt_text)}'></p>"
        f"<p style='color:{INK2};font-size:small'>{_runs(block.caption)}</p>"
    )


def _smooth(png: bytes, width: int) -> bytes:
    """Return a picture made smaller without jagged edges; the page itself would drop pixels."""
    image = QImage.fromData(png)
    if image.isNull() or image.width() <= width:
        return png
    small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(small)
    return bytes(buffer.data().data())


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    said = escape(run.text).replace("\n", "<br>")
    if run.code:
        said = f"<code>{said}</code>"
    if run.bold:
        said = f"<b>{said}</b>"
    if run.italic:
        said = f"<i>{said}</i>"
    return f"<span style='color:{ACCENT}'>{said}</span>" if run.ref or run.link else said
