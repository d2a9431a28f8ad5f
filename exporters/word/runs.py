"""Runs as Word's runs: looks, line breaks, links within the file and out of it.

Everything is made where it will stay: elements made apart and moved later cost several times more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from lxml import etree

from exporters.document import Run, Runs
from exporters.printable import printable
from exporters.word.xml import XML_SPACE, XmlElement, name_of

Look: TypeAlias = Sequence[tuple[str, dict[str, str]]]
"""Children of a run's properties: tag and attributes."""

_R, _T, _BR, _TAB, _RPR, _LINK = (
    name_of(tag) for tag in ("r", "t", "br", "tab", "rPr", "hyperlink")
)
_VAL, _ANCHOR, _HISTORY = name_of("val"), name_of("anchor"), name_of("history")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOLD: Look = ((name_of("b"), {}), (name_of("bCs"), {}))
_ITALIC: Look = ((name_of("i"), {}), (name_of("iCs"), {}))


def style(key: str) -> Look:
    """Return the look of a character style."""
    return ((name_of("rStyle"), {_VAL: key}),)


REFERENCE, HYPERLINK, CODE = style("Reference"), style("Hyperlink"), style("Code")


class RunWriter:
    """Writes runs; knows which entries a reference can lead to and how to add an address."""

    def __init__(self, anchors: frozenset[str], relate: Callable[[str], str]) -> None:
        self._anchors = anchors
        self._relate = relate

    def add(self, paragraph: XmlElement, runs: Runs) -> None:
        """Add runs to the end of a paragraph."""
        for run in runs:
            if not run.text:
                continue
            if run.ref in self._anchors:
                self.add_reference(paragraph, run.ref, run.text)
            elif run.link:
                address = self._relate(printable(run.link))
                link = etree.SubElement(paragraph, _LINK, {_RELATION: address, _HISTORY: "1"})
                add_run(link, run.text, (*HYPERLINK, *_look(run)))
            else:
                add_run(paragraph, run.text, _look(run))

    def add_reference(self, paragraph: XmlElement, code: str, text: str = "") -> None:
        """Add a reference, with a link where the entry is in this file."""
        if code in self._anchors:
            paragraph = etree.SubElement(paragraph, _LINK, {_ANCHOR: code, _HISTORY: "1"})
        add_run(paragraph, text or code, REFERENCE)


def add_run(parent: XmlElement, text: str, look: Look = ()) -> None:
    """Add one run; line ends become breaks, tabs stay tabs."""
    element = etree.SubElement(parent, _R)
    if look:
        properties = etree.SubElement(element, _RPR)
        for tag, given in look:
            etree.SubElement(properties, tag, given)
    if text.isprintable():
        _add_text(element, text)
        return
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            etree.SubElement(element, _BR)
        for column, piece in enumerate(line.split("\t")):
            if column:
                etree.SubElement(element, _TAB)
            _add_text(element, piece)


def _add_text(run: XmlElement, text: str) -> None:
    if text:
        inner = etree.SubElement(run, _T)
        inner.text = text
        if text != text.strip():
            inner.set(XML_SPACE, "preserve")


def _look(run: Run) -> Look:
    if run.is_plain:
        return ()
    return (
        *(CODE if run.code else ()),
        *(_BOLD if run.bold else ()),
        *(_ITALIC if run.italic else ()),
    )
