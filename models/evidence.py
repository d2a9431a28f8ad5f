"""Where the story comes from: sources, imports, raw records and attachments."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, Prose, Worded
from models.values import BatchState, Precision, RecordKind, RecordState, SourceState


class Source(Worded):
    """Where evidence comes from: an import, a file, a link, a conversation."""

    __tablename__ = "source"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    name: Mapped[Prose]
    kind: Mapped[RecordKind] = mapped_column(default=RecordKind.FILE)
    state: Mapped[SourceState] = mapped_column(default=SourceState.HAVE)
    checklist_key: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    giver: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date | None]
    zone: Mapped[str] = mapped_column(default="")
    shift_seconds: Mapped[int] = mapped_column(default=0)
    note: Mapped[Prose]


class ImportBatch(Entity):
    """One import run; its records show only while it is complete."""

    __tablename__ = "import_batch"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), index=True)
    importer: Mapped[str]
    state: Mapped[BatchState] = mapped_column(default=BatchState.ARRIVING)
    file_name: Mapped[str] = mapped_column(default="")
    file_hash: Mapped[str] = mapped_column(default="")
    imported_at: Mapped[datetime]
    kept: Mapped[int] = mapped_column(default=0)
    folded: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)


class Record(Worded):
    """One imported raw item: a message, an alert, a log line."""

    __tablename__ = "record"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), index=True)
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("import_batch.id"), index=True)
    identity: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime | None]
    at_end: Mapped[datetime | None]
    time_text: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    precision: Mapped[Precision] = mapped_column(default=Precision.EXACT)
    author: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    kind: Mapped[RecordKind] = mapped_column(default=RecordKind.NOTES)
    state: Mapped[RecordState] = mapped_column(default=RecordState.NEW)
    text: Mapped[Prose]
    thread_of: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")


class EventRecord(Entity):
    """A record that stands behind an event."""

    __tablename__ = "event_record"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    record_id: Mapped[str] = mapped_column(ForeignKey("record.id"), index=True)


class Attachment(Worded):
    """A file kept beside the library under its SHA-256."""

    __tablename__ = "attachment"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    source_id: Mapped[str | None] = mapped_column(ForeignKey("source.id"), index=True)
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    sha256: Mapped[str]
    suffix: Mapped[str] = mapped_column(default="")
    shown_name: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    alt_text: Mapped[Prose]
