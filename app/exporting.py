"""From a stored review to a file in somebody's hands: snapshot, summary, format, whole file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.ledger import Ledger
from exporters import Exporter, exporter
from exporters.files import safe_name, write_file
from exporters.leaks import Leak, find_leaks
from exporters.summaries import Composed, compose, summary_kind
from models.errors import ReviewError
from models.queries.privacy import level_of
from models.queries.snapshots import snapshot
from models.snapshot import Snapshot
from models.values import Audience, ExportFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A summary as it would leave, and what it would give away."""

    snapshot: Snapshot
    composed: Composed
    leaks: tuple[Leak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file that was written."""

    path: Path
    sha256: str
    size: int
    """In bytes."""
    prepared: Prepared


class NotBuiltError(ReviewError):
    """There is no such summary or format yet."""


def check_built(audience: Audience, key: ExportFormat) -> Exporter:
    """Return the writer of a format; raise NotBuiltError where it or the summary is missing."""
    try:
        summary_kind(audience)
        return exporter(key)
    except ReviewError as missing:
        raise NotBuiltError(missing.sentence) from missing


def prepare(ledger: Ledger, review_id: str, audience: Audience, made_on: date) -> Prepared:
    """Return the summary of a review for an audience, from what that audience may see."""
    shown = ledger.read(snapshot, review_id, level_of(audience))
    composed = compose(shown, audience, made_on)
    return Prepared(
        snapshot=shown,
        composed=composed,
        leaks=find_leaks(composed.document, shown.participants),
    )


def write(prepared: Prepared, key: ExportFormat, path: Path) -> Exported:
    """Write a prepared summary as a whole file; raises FileNotWritten."""
    content = exporter(key).write(prepared.composed.document)
    path = path.absolute()
    write_file(path, content)
    sha256 = hashlib.sha256(content).hexdigest()
    return Exported(path=path, sha256=sha256, size=len(content), prepared=prepared)


def proposed_name(title: str, audience: Audience, key: ExportFormat) -> str:
    """Return a file name for an export: `Checkout down - leadership.docx`."""
    return safe_name(f"{title} - {audience.value}", exporter(key).suffix)
