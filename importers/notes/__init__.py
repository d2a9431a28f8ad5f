"""Plain notes: one line for each thing that happened, beginning with its time."""

from __future__ import annotations

from collections.abc import Iterator

from importers.limits import MB
from importers.notes.reading import Notes
from importers.preview import preview_of
from importers.record import Answers, ImportedRecord, PersonHint, Preview, Skipped
from importers.source import Source
from importers.text import decode
from models.values import RecordKind

_LOOKED_AT = 1 * MB
_BINARY = b"\x00"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16, in which a zero byte is nothing strange."""


class NotesImporter:
    """Reads notes, and the timeline sections of whole reports, in Markdown or plain text."""

    key = "notes"
    title = "Plain notes"
    kind = RecordKind.NOTES

    def recognises(self, source: Source) -> bool:
        """Whether this is text in which at least one line begins with a time."""
        head = source.head(_LOOKED_AT)
        if source.is_folder or (_BINARY in head and not head.startswith(_WIDE)):
            return False
        return Notes(decode(head).text, Answers()).has_times

    def preview(self, source: Source, answers: Answers) -> Preview:
        """Read all of it and count."""
        decoded = decode(source.raw())
        notes = Notes(decoded.text, answers)
        items = list(notes.records())
        remarks = (decoded.note, *notes.remarks) if decoded.note else notes.remarks
        return preview_of(self.title, items, remarks)

    def records(self, source: Source, answers: Answers) -> Iterator[ImportedRecord | Skipped]:
        """Yield one record for each entry, with the lines left out between them."""
        yield from Notes(decode(source.raw()).text, answers).records()

    def people(self, source: Source) -> tuple[PersonHint, ...]:  # noqa: ARG002
        """Return nobody: notes do not number their people."""
        return ()
