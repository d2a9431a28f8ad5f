"""Twenty real timelines and a real chat export, from their files to both summaries.

Both lists were made by reading, before the importers ran (see tests/importers).
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.app.commands import CommandLine
from tests.shared_data import shared_data

LISTS = Path(__file__).resolve().parents[1] / "importers"
REPORTS = json.loads((LISTS / "twenty_reports.json").read_text("utf-8"))
EXPORTS = json.loads((LISTS / "slack_samples.json").read_text("utf-8"))
LETTERS = 14


@pytest.fixture
def command_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SECOND_STORY_HOME", str(tmp_path / "home"))
    return CommandLine(tmp_path / "team.secondstory", capsys, monkeypatch)


@pytest.fixture(scope="module")
def reports():
    wanted = {report["id"] for report in REPORTS}
    with shared_data("postmortems.jsonl").open(encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return {each["id"]: each["text"].split("\n") for each in found if each["id"] in wanted}


def start_of(text):
    letters = re.sub(r"[^a-z0-9]", "", text.lower())[:LETTERS]
    return hashlib.sha256(letters.encode()).hexdigest()[:32]


def text_behind(event, shown):
    (record_id,) = event["records"]
    return next(each["text"] for each in shown["records"] if each["id"] == record_id)


def words(text):
    """Return the letters and digits of a text without the addresses behind its links."""
    return re.sub(r"\W", "", re.sub(r"\]\([^()\s]*\)", "]", text))


def exported(command_line, review, folder):
    """Write both summaries in both formats and return the engineering report as Markdown."""
    for audience in ("leadership", "engineering"):
        for key in ("md", "docx"):
            target = folder / f"{audience}.{key}"
            typed = ("export", review, "--audience", audience, "--format", key)
            command_line.done(*typed, "-o", target)
            if key == "docx":
                assert zipfile.ZipFile(target).testzip() is None
    return (folder / "engineering.md").read_text("utf-8")


def rows_of(report):
    """Return how many events the timeline of a report holds."""
    return len(re.findall(r'^\| <a id="e\d+"></a>', report, re.MULTILINE))


@pytest.mark.journey
@pytest.mark.slow
def test_twenty_real_timelines_reach_both_summaries_whole_and_rightly_dated(
    command_line, reports, tmp_path
):
    for report in REPORTS:
        first, last = report["lines"]
        file = tmp_path / f"{report['id']}.md"
        file.write_text("\n".join(reports[report["id"]][first - 1 : last]), "utf-8")
        review = command_line.done("new", report["id"]).said.strip()
        answers = [word for key, value in report["answers"].items() for word in (f"--{key}", value)]
        typed = ("import", file, "--review", review, *answers, "--promote", "timed")
        told = command_line.done(*typed, "--json").json
        assert len(told["events"]) == report["timed"], report["id"]
        shown = command_line.done("show", review, "--json").json
        wanted = [(e["at"], e["start"]) for e in report["entries"] if e["at"]]
        behind = [(event, text_behind(event, shown)) for event in shown["events"]]
        found = [(event["at"], start_of(text)) for event, text in behind]
        assert sorted(found) == sorted(wanted), report["id"]
        for event, text in behind:
            assert words(f"{event['title']} {event['detail']}") == words(text), report["id"]
        left = [record for record in shown["records"] if record["state"] == "new"]
        assert all(record["at"] is None for record in left)
        assert rows_of(exported(command_line, review, tmp_path)) == report["timed"], report["id"]
        assert "Nothing new" in command_line.done(*typed).said


@pytest.mark.journey
@pytest.mark.slow
@pytest.mark.parametrize("name", EXPORTS)
def test_a_real_chat_export_reaches_both_summaries_whole_and_rightly_dated(
    command_line, tmp_path, name
):
    expected = EXPORTS[name]
    folder = shared_data(f"slack/{name}")
    review = command_line.done("new", "A busy channel").said.strip()
    typed = ("import", folder, "--review", review, "--promote", "timed", "--json")
    told = command_line.done(*typed).json
    assert (told["added"], told["folded"]) == (expected["messages"], expected["folded"])
    assert len(told["events"]) == expected["kept"]
    shown = command_line.done("show", review, "--json").json
    records = {(each["channel"], each["time_text"]): each for each in shown["records"]}
    events = {link: event for event in shown["events"] for link in event["records"]}
    for sample in expected["samples"]:
        record = records[sample["channel"], sample["ts"]]
        assert record["at"] == sample["at"]
        if sample.get("folded"):
            assert record["state"] == "folded"
        else:
            assert events[record["id"]]["at"] == sample["at"]
    assert rows_of(exported(command_line, review, tmp_path)) == expected["kept"]
    again = command_line.done(*typed).json
    assert (again["added"], again["known"], again["events"]) == (0, expected["messages"], [])
