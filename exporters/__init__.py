"""Ways to take a review out of the app: summaries per audience, writers per format.

Add a format by writing its module and one line in EXPORTERS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.document import Document
from models.errors import ReviewError
from models.values import ExportFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format that a document can be written in."""

    key: ExportFormat
    name: str
    suffix: str
    write: Callable[[Document], bytes]


def _write_word(document: Document) -> bytes:
    from exporters.word import write_word  # noqa: PLC0415

    return write_word(document)


def _write_markdown(document: Document) -> bytes:
    from exporters.markdown import write_markdown  # noqa: PLC0415

    return write_markdown(document)


EXPORTERS: tuple[Exporter, ...] = (
    Exporter(key=ExportFormat.DOCX, name="Word", suffix=".docx", write=_write_word),
    Exporter(key=ExportFormat.MD, name="Markdown", suffix=".md", write=_write_markdown),
)
"""Writers are imported when first used, so that listing the formats costs nothing."""


def exporter(key: ExportFormat) -> Exporter:
    """Return the writer of a format; ReviewError where there is none yet."""
    for found in EXPORTERS:
        if found.key is key:
            return found
    built = ", ".join(found.key.value for found in EXPORTERS)
    sentence = f"“{key.value}” cannot be written yet; these can: {built}."
    raise ReviewError(sentence)
