"""Small documents for writer tests."""

from __future__ import annotations

from exporters.document import Block, Document, Properties


def document(*blocks: Block, numbered: bool = False, **given: str) -> Document:
    """Return a document of these blocks."""
    edges = {"title": "A title", "header_left": "", "header_right": "", "footer": ""} | given
    return Document(
        **edges, blocks=blocks, properties=Properties(title=edges["title"]), numbered=numbered
    )
