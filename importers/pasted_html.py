"""What was copied from a web page or a document, as lines of notes: rows, list items, headings."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3

_CELLS = frozenset({"td", "th"})
_LINES = frozenset({"p", "div", "br", "tr", "li", "pre", "blockquote", "table", "ul", "ol"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = _CELLS | _LINES | _HEADINGS
_DROPPED = frozenset({"script", "style", "title"})
_SPACES = re.compile(r"\s+")


def has_shape(html: str) -> bool:
    """Whether there are rows or list items, which the plain text beside it loses."""
    lowered = html.lower()
    return "<tr" in lowered or "<li" in lowered


def lines_from_html(html: str) -> str:
    """Return the words of pasted HTML: a table row as `| 14:02 | first page |`, an item as `- ...`.

    Scripts, styles, addresses and looks are left behind; spaces count as one.
    """
    clean = nh3.clean(
        html, tags=set(_KEPT), clean_content_tags=set(_DROPPED), attributes={}, link_rel=None
    )
    reader = _Lines()
    reader.feed(clean)
    reader.close()
    return reader.text()


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._row: list[str] | None = None
        self._said = ""
        self._opening = ""

    def text(self) -> str:
        """Return what was read, one line each."""
        self._end_line()
        return "\n".join(self._lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a line where the tag does; what stands in one cell stays in it."""
        if tag == "tr":
            self._end_line()
            self._row = []
        elif tag in _CELLS or (self._row is not None and tag in _LINES):
            self._said += " "
        elif tag in _KEPT:
            self._end_line()
            self._opening = _opening(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a cell, a row or a line."""
        if tag in _CELLS and self._row is not None:
            self._row.append(_SPACES.sub(" ", self._said).strip().replace("|", "\\|"))
            self._said = ""
        elif tag == "tr" and self._row is not None:
            row, self._row, self._said = self._row, None, ""
            if any(row):
                self._lines.append(f"| {' | '.join(row)} |")
        elif tag in _KEPT and self._row is None:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Take the words."""
        self._said += data

    def _end_line(self) -> None:
        said = _SPACES.sub(" ", self._said).strip()
        if said:
            self._lines.append(f"{self._opening}{said}")
            self._opening = ""
        self._said = ""


def _opening(tag: str) -> str:
    if tag in _HEADINGS:
        return f"{'#' * int(tag[1])} "
    return "- " if tag == "li" else ""
