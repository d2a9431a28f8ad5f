"""A whole review as one JSON mapping: a list for each kind of row, read into rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, cast

from models import rows
from models.errors import ReviewError
from models.rows import Row
from models.rows_json import row_from_json

SCHEMA = 1

LISTS: Mapping[str, type[Row]] = {
    "teams": rows.TeamRow,
    "services": rows.ServiceRow,
    "review_services": rows.ReviewServiceRow,
    "participants": rows.ParticipantRow,
    "sources": rows.SourceRow,
    "import_batches": rows.ImportBatchRow,
    "records": rows.RecordRow,
    "events": rows.EventRow,
    "event_records": rows.EventRecordRow,
    "attachments": rows.AttachmentRow,
    "accounts": rows.AccountRow,
    "gaps": rows.GapRow,
    "impacts": rows.ImpactRow,
    "change_findings": rows.ChangeFindingRow,
    "factors": rows.FactorRow,
    "questions": rows.QuestionRow,
    "answers": rows.AnswerRow,
    "notes": rows.NoteRow,
    "evidence": rows.EvidenceRow,
    "factor_links": rows.FactorLinkRow,
    "looks": rows.LookRow,
    "actions": rows.ActionItemRow,
    "parked_ideas": rows.ParkedIdeaRow,
    "action_factors": rows.ActionFactorRow,
    "decisions": rows.DecisionRow,
    "decision_factors": rows.DecisionFactorRow,
    "summaries": rows.SummaryRow,
    "summary_blocks": rows.SummaryBlockRow,
    "shares": rows.ShareRow,
    "process_changes": rows.ProcessChangeRow,
    "feedback": rows.FeedbackRow,
    "check_reasons": rows.CheckReasonRow,
}
"""What each list holds, so that a row comes after those it points at.

Only questions and answers (a how-chain) point at each other both ways.
"""


def rows_of(content: Mapping[str, object]) -> Iterator[Row]:
    """Yield the review, then the rows of each list in the order of LISTS.

    Rows may leave out `review_id`. Raises ReviewError where a list or a value cannot be read.
    """
    if content.get("schema") != SCHEMA:
        raise ReviewError(
            f"This review file has the schema {content.get('schema')!r}; this version reads "
            f"{SCHEMA}. Open it with the version that wrote it."
        )
    unknown = sorted(set(content) - set(LISTS) - {"schema", "review"})
    if unknown:
        raise ReviewError(
            f"This review file has a list “{unknown[0]}”; take it out to read the rest."
        )
    review = _mapping(content.get("review"), "review")
    yield rows.ReviewRow(**_arguments(rows.ReviewRow, review))
    for name, row_type in LISTS.items():
        for entry in _entries(content, name):
            shared = {"review_id": review["id"]} if _has_review(row_type) else {}
            yield row_type(**_arguments(row_type, {**shared, **entry}))


def _entries(content: Mapping[str, object], name: str) -> Iterator[Mapping[str, object]]:
    entries = content.get(name, [])
    if not isinstance(entries, list):
        raise ReviewError(f"This review file: “{name}” is not a list; write its rows in [ ].")
    for entry in entries:
        yield _mapping(entry, name)


def _arguments(row_type: type[Row], mapping: Mapping[str, object]) -> dict[str, Any]:
    arguments = row_from_json(row_type, mapping)
    for field in dataclasses.fields(row_type):
        has_default = field.default is not dataclasses.MISSING
        if field.name not in arguments and not has_default:
            place = f"{row_type.table} {mapping.get('id', 'without an id')}"
            raise ReviewError(f"{place}: the field “{field.name}” is not there; add it.")
    return arguments


def _has_review(row_type: type[Row]) -> bool:
    return any(field.name == "review_id" for field in dataclasses.fields(row_type))


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ReviewError(f"This review file: “{place}” holds something else than fields in {{ }}.")
    return cast("dict[str, object]", value)
