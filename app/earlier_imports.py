"""Which records an import brings again: found by source and identity (product.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from importers import ImportedRecord
from models.arriving import Known, earlier_imports, known_records
from models.rows import ImportBatchRow
from models.values import RecordKind

OF_LINES = frozenset({RecordKind.NOTES, RecordKind.LOG, RecordKind.FILE})
"""Kinds whose records have no identity of their own: the same line may stand in two sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What is imported into which review."""

    review_id: str
    importer: str
    """Key of the importer."""
    kind: RecordKind
    name: str
    """What a person calls the source."""
    file_hash: str = ""
    zone: str = ""
    source_id: str | None = None
    """A source of the review that the import belongs to, where one was chosen."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What came in before: the source to go on with, if there is one, and its records."""

    source_id: str | None
    known: Mapping[str, Known]


def find_earlier(session: Session, plan: ImportPlan, first: Sequence[ImportedRecord]) -> Earlier:
    """Return what imports like this one have brought; `first` are its first records.

    Records with an identity of their own are known wherever the same importer has brought them.
    Lines are known within one source: that of the same file, or of which these are a later state.
    """
    imports = earlier_imports(session, plan.review_id, plan.importer)
    if plan.kind in OF_LINES:
        return _earlier_lines(session, plan, first, imports)
    like_it = [
        each.source_id
        for each in imports
        if each.file_hash == plan.file_hash or each.file_name == plan.name
    ]
    source_id = plan.source_id or next(iter(like_it), None)
    source_ids = {each.source_id for each in imports} | ({source_id} if source_id else set())
    return Earlier(source_id, known_records(session, sorted(source_ids)))


def _earlier_lines(
    session: Session,
    plan: ImportPlan,
    first: Sequence[ImportedRecord],
    imports: Sequence[ImportBatchRow],
) -> Earlier:
    if plan.source_id is not None:
        return Earlier(plan.source_id, known_records(session, [plan.source_id]))
    for source_id in dict.fromkeys(each.source_id for each in imports):
        known = known_records(session, [source_id])
        shared = sum(record.identity in known for record in first)
        if shared and shared * 2 >= min(len(first), len(known)):
            return Earlier(source_id, known)
    return Earlier(None, {})
