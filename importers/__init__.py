"""Ways to bring raw material in: sniff, preview, yield records; never write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from importers.errors import UnknownFormatError, UnreadableSourceError
from importers.importer import Importer
from importers.notes import NotesImporter
from importers.record import (
    Answers,
    ChannelKind,
    ImportedRecord,
    Missing,
    PersonHint,
    Preview,
    Question,
    Skipped,
    ZoneSource,
)
from importers.slack import SlackImporter
from importers.source import Source

__all__ = [
    "IMPORTERS",
    "Answers",
    "ChannelKind",
    "ImportRequest",
    "ImportedRecord",
    "Importer",
    "Missing",
    "PersonHint",
    "Preview",
    "Question",
    "Skipped",
    "Source",
    "UnknownFormatError",
    "UnreadableSourceError",
    "ZoneSource",
    "importer_for",
    "run",
    "sniff",
]

IMPORTERS: tuple[Importer, ...] = (SlackImporter(), NotesImporter())
"""Every format, the most particular first: the first that recognises a source reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """All that a child process needs to read one source."""

    importer: str
    source: Source
    answers: Answers = field(default_factory=Answers)


def sniff(path_or_text: Path | str | Source) -> Importer | None:
    """Return the importer that recognises the content, whatever the file is called."""
    source = path_or_text if isinstance(path_or_text, Source) else Source.of(path_or_text)
    return next((importer for importer in IMPORTERS if importer.recognises(source)), None)


def importer_for(path_or_text: Path | str | Source) -> Importer:
    """Return the importer for a source, or raise UnknownFormatError with what to do instead."""
    source = path_or_text if isinstance(path_or_text, Source) else Source.of(path_or_text)
    found = sniff(source)
    if found is not None:
        return found
    if not source.is_folder:
        source.raw()
    raise UnknownFormatError(
        f"{source.name} holds nothing that can be read as records. Drop a Slack export (zip or "
        "folder), or notes with a time at the start of each line, such as `14:05 first page`."
    )


def run(request: ImportRequest) -> Iterator[ImportedRecord | Skipped]:
    """Yield what a request brings; runs as well in a child process."""
    found = next((each for each in IMPORTERS if each.key == request.importer), None)
    if found is None:
        raise UnknownFormatError(
            f"{request.source.name}: there is no reader called {request.importer}."
            " Drop it again to have its format recognised."
        )
    yield from found.records(request.source, request.answers)
