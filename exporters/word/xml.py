"""WordprocessingML elements in few words."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

XmlElement: TypeAlias = "etree._Element"  # noqa: SLF001
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PREFIX = f"{{{NAMESPACE}}}"


def w(tag: str, *children: XmlElement, **given: str | int) -> XmlElement:
    """Return an element of Word's namespace with its attributes in that namespace."""
    element = etree.Element(_PREFIX + tag, nsmap={"w": NAMESPACE})
    for name, value in given.items():
        element.set(_PREFIX + name, str(value))
    element.extend(children)
    return element


def name_of(tag: str) -> str:
    """Return the qualified name of a tag or attribute."""
    return _PREFIX + tag
