"""Where the story comes from: sources, imports, raw records and attachments, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from models.rows.base import Row, Words
from models.values import BatchState, Precision, RecordKind, RecordState, SourceState


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow(Row):
    """Where evidence comes from: an import, a file, a link, a conversation."""

    table: ClassVar[str] = "source"

    review_id: str
    name: Words
    kind: RecordKind = RecordKind.FILE
    state: SourceState = SourceState.HAVE
    checklist_key: str = ""
    """Which line of the source checklist it answers (G01), e.g. `chat`."""
    origin: str = ""
    """File name, address or place, as given."""
    giver: str = ""
    received_on: date | None = None
    zone: str = ""
    shift_seconds: int = 0
    """Added to every time of this source, for a clock that was off."""
    note: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatchRow(Row):
    """One import run; its records show only while it is complete."""

    table: ClassVar[str] = "import_batch"

    review_id: str
    source_id: str
    importer: str
    state: BatchState = BatchState.ARRIVING
    file_name: str = ""
    file_hash: str = ""
    """SHA-256 of the raw file, in hex."""
    imported_at: datetime
    kept: int = 0
    folded: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow(Row):
    """One imported raw item: a message, an alert, a log line."""

    table: ClassVar[str] = "record"

    review_id: str
    source_id: str
    batch_id: str | None = None
    identity: str
    """What makes it the same record at the next import; unique within its source."""
    position: int = 0
    at: datetime | None = None
    at_end: datetime | None = None
    """The end of a written range."""
    time_text: str = ""
    """The time as written."""
    zone: str = ""
    precision: Precision = Precision.EXACT
    author: str = ""
    channel: str = ""
    kind: RecordKind = RecordKind.NOTES
    state: RecordState = RecordState.NEW
    text: Words
    thread_of: str = ""
    """Identity of the record it answers."""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecordRow(Row):
    """A record that stands behind an event."""

    table: ClassVar[str] = "event_record"

    review_id: str
    event_id: str
    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow(Row):
    """A file kept beside the library under its SHA-256."""

    table: ClassVar[str] = "attachment"

    review_id: str
    source_id: str | None = None
    event_id: str | None = None
    sha256: str
    suffix: str = ""
    shown_name: str = ""
    size: int = 0
    """In bytes."""
    alt_text: Words = ""
