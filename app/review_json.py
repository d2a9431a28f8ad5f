"""A review as JSON for scripts: what `show --json` prints, at the level of its participants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from guides.checks.result import CheckResult
from models.rows import RecordRow, Row
from models.rows_json import JsonValue, row_to_json
from models.snapshot import Snapshot
from models.values import Stage

SCHEMA = 1
Json: TypeAlias = dict[str, object]
StageChecks: TypeAlias = Mapping[Stage, Iterable[CheckResult]]
_INNER = ("version", "review_id")


def review_to_json(shown: Snapshot, records: Iterable[RecordRow], checks: StageChecks) -> Json:
    """Return the review; the snapshot decides what is in it.

    The review carries its services and impacts, a factor its evidence, a question its answers, an
    action or decision the ids of its factors, an event those of its records.
    """
    return {
        "schema": SCHEMA,
        "review": {
            **_row(shown.review),
            "services": [service.name for service in shown.services],
            "impacts": _rows(shown.impacts),
        },
        "participants": _participants(shown),
        "sources": _rows(shown.sources),
        "records": _rows(records),
        "events": _events(shown),
        "accounts": _rows(shown.accounts),
        "gaps": _rows(shown.gaps),
        "questions": _with(shown.questions, "answers", shown.answers, "question_id"),
        "factors": _with(shown.factors, "evidence", shown.evidence, "factor_id"),
        "links": _rows(shown.factor_links),
        "actions": _with_factors(shown.actions, shown.action_factors, "action_id"),
        "decisions": _with_factors(shown.decisions, shown.decision_factors, "decision_id"),
        "checks": checks_to_json(checks),
        "shares": _rows(shown.shares),
    }


def checks_to_json(checks: StageChecks) -> list[Json]:
    """Return each check with its stage; its words are left to `check`, which only you see."""
    return [
        {"stage": stage.value, "key": check.key, "state": check.state.value}
        for stage, results in checks.items()
        for check in results
    ]


def _participants(shown: Snapshot) -> list[Json]:
    teams = {team.id: team.name for team in shown.teams}
    hidden = ("talk_first", "authority_over", "team_id")
    return [
        {**_row(person, hidden), "team": teams.get(person.team_id or "", "")}
        for person in shown.participants
    ]


def _events(shown: Snapshot) -> list[Json]:
    behind: dict[str, list[str]] = {}
    for link in shown.event_records:
        behind.setdefault(link.event_id, []).append(link.record_id)
    return [{**_row(event), "records": behind.get(event.id, [])} for event in shown.events]


def _with(rows: Iterable[Row], name: str, parts: Iterable[Row], owner: str) -> list[Json]:
    held: dict[str, list[Json]] = {}
    for part in parts:
        held.setdefault(getattr(part, owner), []).append(_row(part, (owner,)))
    return [{**_row(row), name: held.get(row.id, [])} for row in rows]


def _with_factors(rows: Iterable[Row], links: Iterable[Row], owner: str) -> list[Json]:
    held: dict[str, list[str]] = {}
    for link in links:
        held.setdefault(getattr(link, owner), []).append(getattr(link, "factor_id"))  # noqa: B009
    return [{**_row(row), "factors": held.get(row.id, [])} for row in rows]


def _rows(rows: Iterable[Row]) -> list[Json]:
    return [_row(row) for row in rows]


def _row(row: Row, leave_out: Collection[str] = ()) -> dict[str, object]:
    found: dict[str, JsonValue] = row_to_json(row, (*_INNER, *leave_out))
    return dict(found)
