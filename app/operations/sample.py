"""Takes the sample review in: a finished review of a real incident, to learn the craft from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.operations.base import operation
from importers import IMPORTERS, Answers, ImportedRecord, Source
from models import evidence
from models.ids import new_ids
from models.inquiry import Question
from models.people import Team
from models.review import Service
from models.review_file import rows_of
from models.row_references import with_ids
from models.rows import QuestionRow, ReviewRow, Row, ServiceRow, TeamRow
from models.schema import entities
from models.values import BatchState, RecordKind, RecordState

SAMPLE = Path(str(files("resources"))) / "sample"
NOTES = "notes.md"
NOTES_NAME = "Notes of the facilitator (facts; minutes made up)"
IN_UTC = Answers(zone="UTC")


@operation("Add sample review")
def add_sample(session: Session) -> str:
    """Add the sample review with a tray of records to promote; return the review's id."""
    content = json.loads((SAMPLE / "review.json").read_text("utf-8"))
    rows = list(rows_of(content))
    there = _known_by_name(session, rows)
    ids = dict(zip((row.id for row in rows), new_ids(len(rows)), strict=True)) | there
    fresh = [with_ids(row, ids) for row in rows if row.id not in there]
    _add(session, fresh)
    review_id = next(row.id for row in fresh if isinstance(row, ReviewRow))
    _add_notes(session, review_id)
    return review_id


def _known_by_name(session: Session, rows: Iterable[Row]) -> dict[str, str]:
    """Return the teams and services that the library has already: symbolic id -> stored id."""
    found: dict[str, str] = {}
    for row in rows:
        if isinstance(row, TeamRow | ServiceRow):
            kind: Any = Team if isinstance(row, TeamRow) else Service
            stored = session.scalar(select(kind.id).where(kind.name == row.name).limit(1))
            if stored is not None:
                found[row.id] = stored
    return found


def _add(session: Session, rows: Iterable[Row]) -> None:
    """Add rows so that each comes after those it points at; a how-chain is joined at the end."""
    chained: dict[str, str] = {}
    kinds = entities()
    table = ""
    for row in rows:
        if isinstance(row, QuestionRow) and row.parent_answer_id:
            chained[row.id] = row.parent_answer_id
            row = replace(row, parent_answer_id=None)  # noqa: PLW2901 - joined below
        if row.table != table:
            session.flush()
            table = row.table
        session.add(kinds[row.table](**asdict(row)))
    session.flush()
    for question_id, answer_id in chained.items():
        session.get_one(Question, question_id).parent_answer_id = answer_id


def _add_notes(session: Session, review_id: str) -> None:
    """Put the notes that ship with the sample into the raw tray, as an import would."""
    path = Source.of(SAMPLE / NOTES)
    importer = next(each for each in IMPORTERS if each.kind is RecordKind.NOTES)
    found = importer.records(path, IN_UTC)
    records = [item for item in found if isinstance(item, ImportedRecord)]
    source = evidence.Source(
        review_id=review_id, name=NOTES_NAME, kind=RecordKind.NOTES, origin=NOTES, zone=IN_UTC.zone
    )
    session.add(source)
    session.flush()
    batch = evidence.ImportBatch(
        review_id=review_id,
        source_id=source.id,
        importer=importer.key,
        state=BatchState.COMPLETE,
        file_name=NOTES,
        file_hash=path.fingerprint(),
        imported_at=datetime.now(UTC),
        kept=len(records),
    )
    session.add(batch)
    session.flush()
    session.add_all(_record(each, batch) for each in records)


def _record(record: ImportedRecord, batch: evidence.ImportBatch) -> evidence.Record:
    return evidence.Record(
        review_id=batch.review_id,
        source_id=batch.source_id,
        batch_id=batch.id,
        identity=record.identity,
        position=record.position,
        at=record.at,
        at_end=record.at_end,
        time_text=record.time_text,
        zone=record.zone,
        precision=record.precision,
        kind=record.kind,
        state=RecordState.FOLDED if record.noise else RecordState.NEW,
        text=record.text,
    )
