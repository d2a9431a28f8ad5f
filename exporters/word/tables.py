"""Tables: a prepared row is copied for each row, so that ten thousand events take no time.

The header row repeats on each page, no row breaks across two, a date spans its row (S03).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from exporters import palette
from exporters.document import Column, Runs, Table, TableRow, words
from exporters.word.runs import RunWriter
from exporters.word.styles import bare, twips
from exporters.word.xml import XmlElement, name_of, w

TEXT_WIDTH = 437.0
_P, _TC = name_of("p"), name_of("tc")

Bookmark = Callable[[XmlElement, str], None]


def table_element(table: Table, runs: RunWriter, bookmark: Bookmark) -> XmlElement:
    """Return a whole table; anchors of rows become bookmarks in their first cell."""
    widths = _widths(table.columns)
    element = w("tbl", _properties(), w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    element.append(_header(table.columns, widths, runs))
    prepared = _prepared_row(table.columns, widths)
    for row in table.rows:
        if row.spans:
            element.append(_date_row(row, widths, runs))
        else:
            element.append(_filled(deepcopy(prepared), row, runs, bookmark))
    return element


def _widths(columns: tuple[Column, ...]) -> list[int]:
    total = sum(column.share for column in columns) or 1.0
    return [round(twips(TEXT_WIDTH) * column.share / total) for column in columns]


def _properties() -> XmlElement:
    edges = (
        w(edge, val="single", sz=4, space=0, color=bare(palette.LINE2))
        for edge in ("bottom", "insideH")
    )
    borders = w("tblBorders", *edges)
    margins = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=160, type="dxa"))
    return w(
        "tblPr",
        w("tblW", w=twips(TEXT_WIDTH), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        margins,
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0),
    )


def _header(columns: tuple[Column, ...], widths: list[int], runs: RunWriter) -> XmlElement:
    row = w("tr", w("trPr", w("cantSplit"), w("tblHeader")))
    line = w("bottom", val="single", sz=8, space=0, color=bare(palette.INK2))
    for column, width in zip(columns, widths, strict=True):
        cell = _cell(width, "TableHead", w("tcBorders", deepcopy(line)))
        cell[-1].extend(runs.elements(words(column.title)))
        row.append(cell)
    return row


def _prepared_row(columns: tuple[Column, ...], widths: list[int]) -> XmlElement:
    row = w("tr", w("trPr", w("cantSplit")))
    for column, width in zip(columns, widths, strict=True):
        row.append(_cell(width, "TableSentence" if column.voice else "TableCell"))
    return row


def _filled(row: XmlElement, given: TableRow, runs: RunWriter, bookmark: Bookmark) -> XmlElement:
    paragraphs = [cell[-1] for cell in row if cell.tag == _TC]
    for paragraph, cell in zip(paragraphs, given.cells, strict=False):
        _fill(paragraph, cell, runs)
    if given.anchor and paragraphs:
        bookmark(paragraphs[0], given.anchor)
    return row


def _fill(paragraph: XmlElement, cell: Runs, runs: RunWriter) -> None:
    for element in runs.elements(cell):
        paragraph.append(element)


def _date_row(row: TableRow, widths: list[int], runs: RunWriter) -> XmlElement:
    shade = w("shd", val="clear", color="auto", fill=bare(palette.SUNKEN))
    cell = _cell(sum(widths), "TableDate", w("gridSpan", val=len(widths)), shade)
    for given in row.cells:
        _fill(cell[-1], given, runs)
    return w("tr", w("trPr", w("cantSplit")), cell)


def _cell(width: int, style: str, *properties: XmlElement) -> XmlElement:
    paragraph = w("p", w("pPr", w("pStyle", val=style)))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), paragraph)
