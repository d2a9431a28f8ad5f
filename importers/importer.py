"""What every importer can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from importers.record import Answers, ImportedRecord, PersonHint, Preview, Skipped
from importers.source import Source
from models.values import RecordKind


class Importer(Protocol):
    """One format: recognise it, preview it, yield its records. Never writes, never uses the net.

    Each method raises ReviewError for a source that cannot be read as a whole, and nothing else.
    """

    @property
    def key(self) -> str:
        """Short stable name, stored with each import batch: `slack`."""
        ...

    @property
    def title(self) -> str:
        """Name of the format for a person: `Slack export`."""
        ...

    @property
    def kind(self) -> RecordKind:
        """What a source of this format mostly holds."""
        ...

    def recognises(self, source: Source) -> bool:
        """Whether the content, not the file name, is of this format."""
        ...

    def preview(self, source: Source, answers: Answers) -> Preview:
        """Tell what would come in, what would be skipped and what has to be asked."""
        ...

    def records(self, source: Source, answers: Answers) -> Iterator[ImportedRecord | Skipped]:
        """Yield the records in the order of the source, with what is left out between them."""
        ...

    def people(self, source: Source) -> tuple[PersonHint, ...]:
        """Return whom the source knows; empty where it knows nobody."""
        ...
