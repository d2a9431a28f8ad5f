"""Twenty real timelines against a list that was made by reading, before the importer ran.

Each entry of the list has the line on which it begins, the instant in UTC as a reader understands
it (None where the report leaves the time open) and a hash of its first letters, so that no words
of the reports are held here.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from importers import ImportedRecord
from tests.importers.notes_of import read
from tests.shared_data import shared_data

LIST = json.loads((Path(__file__).parent / "twenty_reports.json").read_text(encoding="utf-8"))
LETTERS = 14


@pytest.fixture(scope="module")
def reports() -> dict[str, list[str]]:
    wanted = {report["id"] for report in LIST}
    found = {}
    with shared_data("postmortems.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            if report["id"] in wanted:
                found[report["id"]] = report["text"].split("\n")
    return found


def start_of(text: str) -> str:
    letters = re.sub(r"[^a-z0-9]", "", text.lower())[:LETTERS]
    return hashlib.sha256(letters.encode()).hexdigest()[:32]


def told(record: ImportedRecord) -> tuple[str | None, str]:
    at = record.at.strftime("%Y-%m-%dT%H:%M:%SZ") if record.at else None
    return at, start_of(record.text)


def dated(lines: list[str], answers: dict[str, str]) -> list[ImportedRecord]:
    records, _ = read("\n".join(lines), answers.get("zone", ""), answers.get("date", ""))
    return [record for record in records if record.time_text]


@pytest.mark.parametrize("report", LIST, ids=lambda report: report["id"])
def test_nothing_of_a_timeline_is_lost_or_misdated(
    report: dict[str, Any], reports: dict[str, list[str]]
) -> None:
    first, last = report["lines"]
    records = dated(reports[report["id"]][first - 1 : last], report["answers"])
    assert [told(record) for record in records] == [
        (entry["at"], entry["start"]) for entry in report["entries"]
    ]
    assert sum(record.at is not None for record in records) == report["timed"]
    lines = [int(record.place.removeprefix("line ")) + first - 1 for record in records]
    assert lines == [entry["line"] for entry in report["entries"]]
    for record, entry in zip(records, report["entries"], strict=True):
        assert record.precision == entry.get("precision", "exact" if entry["at"] else "unknown")


WHOLE = [report for report in LIST if report["id"] not in {"google-cloud-084"}]


@pytest.mark.parametrize("report", WHOLE, ids=lambda report: report["id"])
def test_the_whole_report_pasted_gives_the_same_timeline(
    report: dict[str, Any], reports: dict[str, list[str]]
) -> None:
    records = dated(reports[report["id"]], report["answers"])
    assert [told(record) for record in records] == [
        (entry["at"], entry["start"]) for entry in report["entries"]
    ]


def test_every_words_of_a_timeline_come_in_or_are_listed(reports: dict[str, list[str]]) -> None:
    for report in LIST:
        first, last = report["lines"]
        section = reports[report["id"]][first - 1 : last]
        records, skipped = read("\n".join(section), **_answers(report["answers"]))
        everything = re.sub(r"\W", "", "".join(record.text for record in records))
        passed_over = {number for each in skipped for number in _lines(each.place)}
        for number, line in enumerate(section, start=1):
            words = re.sub(r"\W", "", line)[-12:]
            if len(words) < 12 or line.startswith("#") or number in passed_over:
                continue
            assert words in everything or _is_context(line), f"{report['id']} line {number}"


def _answers(given: dict[str, str]) -> dict[str, str]:
    return {"zone": given.get("zone", ""), "day": given.get("date", "")}


def _lines(place: str) -> range:
    numbers = [int(number) for number in re.findall(r"\d+", place)]
    return range(numbers[0], numbers[-1] + 1)


def _is_context(line: str) -> bool:
    """A line that says something about the times, or carries nothing but a time."""
    return bool(re.search(r"(?i)times? |time\b|\d{4}-\d\d-\d\d|\d:\d\d|---|\|", line))
