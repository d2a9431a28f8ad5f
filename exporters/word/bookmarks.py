"""The places within a file that references lead to."""

from __future__ import annotations

from lxml import etree

from exporters.word.xml import XmlElement, name_of

_ID, _NAME = name_of("id"), name_of("name")
_START, _END = name_of("bookmarkStart"), name_of("bookmarkEnd")


class Bookmarks:
    """Hands out numbers; of two places with one name the first counts."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def is_free(self, name: str) -> bool:
        """Whether a name can still be given."""
        return bool(name) and name not in self._names

    def add(self, paragraph: XmlElement, name: str) -> None:
        """Make a whole paragraph a place; nothing where the name is taken."""
        if not self.is_free(name):
            return
        number = {_ID: self._number(name)}
        properties = paragraph[0]
        properties.addnext(paragraph.makeelement(_START, number | {_NAME: name}))
        etree.SubElement(paragraph, _END, number)

    def rename(self, copied: XmlElement, name: str) -> None:
        """Give the place in a copied element a free name of its own."""
        number = self._number(name)
        for mark in copied.iter(_START, _END):
            mark.set(_ID, number)
            if mark.tag == _START:
                mark.set(_NAME, name)

    def _number(self, name: str) -> str:
        self._names.add(name)
        return str(len(self._names))
