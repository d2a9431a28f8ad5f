"""Runs as Word's runs: looks, line breaks, links within the file and out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from exporters.document import Run, Runs
from exporters.printable import printable
from exporters.word.xml import XML_SPACE, XmlElement, name_of, w

_R, _T, _BR, _TAB, _RPR = (name_of(tag) for tag in ("r", "t", "br", "tab", "rPr"))


class RunWriter:
    """Writes runs; knows which entries a reference can lead to and how to add an address."""

    def __init__(self, anchors: frozenset[str], relate: Callable[[str], str]) -> None:
        self._anchors = anchors
        self._relate = relate

    def elements(self, runs: Runs) -> Iterator[XmlElement]:
        """Yield the elements of a paragraph's content."""
        for run in runs:
            if not run.text:
                continue
            if run.ref in self._anchors:
                yield self.reference(run.ref, run.text)
            elif run.link:
                yield self._linked(run)
            else:
                yield text_run(run.text, _look(run))

    def reference(self, code: str, text: str = "") -> XmlElement:
        """Return a reference, with a link where the entry is in this file."""
        shown = text_run(text or code, [w("rStyle", val="Reference")])
        if code not in self._anchors:
            return shown
        return w("hyperlink", shown, anchor=code, history=1)

    def _linked(self, run: Run) -> XmlElement:
        shown = text_run(run.text, [w("rStyle", val="Hyperlink"), *_look(run)])
        link = w("hyperlink", shown, history=1)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        link.set(f"{{{kind}}}id", self._relate(printable(run.link)))
        return link


def text_run(text: str, look: list[XmlElement] | None = None) -> XmlElement:
    """Return one run; line ends become breaks, tabs stay tabs."""
    element = etree.Element(_R)
    if look:
        properties = etree.SubElement(element, _RPR)
        properties.extend(look)
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            etree.SubElement(element, _BR)
        for column, piece in enumerate(line.split("\t")):
            if column:
                etree.SubElement(element, _TAB)
            if piece:
                inner = etree.SubElement(element, _T)
                inner.text = piece
                inner.set(XML_SPACE, "preserve")
    return element


def _look(run: Run) -> list[XmlElement]:
    look = []
    if run.code:
        look.append(w("rStyle", val="Code"))
    if run.bold:
        look += [w("b"), w("bCs")]
    if run.italic:
        look += [w("i"), w("iCs")]
    return look
