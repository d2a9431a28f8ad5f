"""Tables: a prepared row is copied for each row, so that ten thousand events take no time.

The header row repeats on each page, no row breaks across two, a date spans its row (S03).
"""

from __future__ import annotations

from copy import deepcopy
from typing import TypeAlias

from exporters import palette
from exporters.document import Column, Table, TableRow, words
from exporters.word.bookmarks import Bookmarks
from exporters.word.runs import RunWriter
from exporters.word.styles import bare, twips
from exporters.word.xml import XML_SPACE, XmlElement, name_of, w

TEXT_WIDTH = 437.0
_T, _TC = name_of("t"), name_of("tc")

_Shape: TypeAlias = tuple[int, ...]
"""Whether a row has an anchor, then the look of each cell, as a number."""
_EMPTY = -1


def fill_table(element: XmlElement, table: Table, runs: RunWriter, marks: Bookmarks) -> None:
    """Fill a table that stands in its file already: moving a finished one costs as much again.

    Anchors of rows become bookmarks in their first cell.
    """
    widths = _widths(table.columns)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    element.extend([_properties(), grid])
    element.append(_header(table.columns, widths, runs))
    empty = _empty_row(table.columns, widths)
    prepared: dict[_Shape, XmlElement] = {}
    for row in table.rows:
        if row.spans:
            element.append(_date_row(row, widths, runs))
            continue
        shape = _shape(row, marks)
        if shape is not None and shape in prepared:
            element.append(_copied(prepared[shape], row, marks))
            continue
        filled = deepcopy(empty)
        _fill_row(filled, row, runs, marks)
        if shape is not None:
            prepared[shape] = _keeping_spaces(deepcopy(filled))
        element.append(filled)


def _shape(row: TableRow, marks: Bookmarks) -> _Shape | None:
    """Return what rows have in common that differ in their words only; None for special rows."""
    if row.anchor and not marks.is_free(row.anchor):
        return None
    looks = [int(bool(row.anchor))]
    for cell in row.cells:
        if not cell:
            looks.append(_EMPTY)
            continue
        (run, *more) = cell
        if more or run.ref or run.link or not run.text or not run.text.isprintable():
            return None
        looks.append(run.bold + 2 * run.italic + 4 * run.code)
    return tuple(looks)


def _keeping_spaces(row: XmlElement) -> XmlElement:
    for text in row.iter(_T):
        text.set(XML_SPACE, "preserve")
    return row


def _copied(prepared: XmlElement, row: TableRow, marks: Bookmarks) -> XmlElement:
    copied = deepcopy(prepared)
    for element, cell in zip(copied.iter(_T), filter(None, row.cells), strict=True):
        element.text = cell[0].text
    if row.anchor:
        marks.rename(copied, row.anchor)
    return copied


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
        runs.add(cell[-1], words(column.title))
        row.append(cell)
    return row


def _empty_row(columns: tuple[Column, ...], widths: list[int]) -> XmlElement:
    row = w("tr", w("trPr", w("cantSplit")))
    for column, width in zip(columns, widths, strict=True):
        row.append(_cell(width, "TableSentence" if column.voice else "TableCell"))
    return row


def _fill_row(row: XmlElement, given: TableRow, runs: RunWriter, marks: Bookmarks) -> None:
    paragraphs = [cell[-1] for cell in row if cell.tag == _TC]
    for paragraph, cell in zip(paragraphs, given.cells, strict=False):
        runs.add(paragraph, cell)
    if given.anchor and paragraphs:
        marks.add(paragraphs[0], given.anchor)


def _date_row(row: TableRow, widths: list[int], runs: RunWriter) -> XmlElement:
    shade = w("shd", val="clear", color="auto", fill=bare(palette.SUNKEN))
    cell = _cell(sum(widths), "TableDate", w("gridSpan", val=len(widths)), shade)
    for given in row.cells:
        runs.add(cell[-1], given)
    return w("tr", w("trPr", w("cantSplit")), cell)


def _cell(width: int, style: str, *properties: XmlElement) -> XmlElement:
    paragraph = w("p", w("pPr", w("pStyle", val=style)))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), paragraph)
