from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.library import open_library
from app.operations.fields import set_value
from models.queries.load import rows
from models.rows import EventRow, ParticipantRow
from models.values import Privacy


@pytest.fixture
def sample(command_line):
    return command_line.done("sample").said.strip()


@pytest.mark.parametrize("audience", ["leadership", "engineering"])
def test_a_summary_is_written_as_markdown_and_as_word(command_line, sample, tmp_path, audience):
    for key in ("md", "docx"):
        target = tmp_path / f"out.{key}"
        answer = command_line.done(
            "export", sample, "--audience", audience, "--format", key, "-o", target
        )
        assert answer.lines[0] == str(target)
    assert "# " in (tmp_path / "out.md").read_text("utf-8")
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "out.docx").namelist()


def test_a_summary_holds_no_names_and_says_what_it_replaced(command_line, sample, tmp_path):
    ledger = open_library(command_line.library)
    people = ledger.read(rows, ParticipantRow)
    lead = next(person for person in people if person.role == "Incident lead")
    ledger.run(set_value(ParticipantRow, lead.id, "name", "Quillfeather"))
    event = next(e for e in ledger.read(rows, EventRow) if e.privacy is Privacy.INTERNAL)
    ledger.run(set_value(EventRow, event.id, "title", "Quillfeather calls from ops-db-17"))
    ledger.close()
    target = tmp_path / "out.md"
    typed = ("export", sample, "--audience", "engineering", "--format", "md", "-o", target)
    answer = command_line.done(*typed)
    text = target.read_text("utf-8")
    assert "Quillfeather" not in text
    assert "“Quillfeather” became “Incident lead”" in answer.said
    assert "Gives away a host: ops-db-17" in answer.said
    told = command_line.done(*typed, "--json").json
    assert "host" in {leak["kind"] for leak in told["leaks"]}
    assert told["path"] == str(target)


def test_what_only_participants_may_see_is_not_in_a_summary(command_line, sample, tmp_path):
    ledger = open_library(command_line.library)
    event = ledger.read(rows, EventRow)[0]
    ledger.run(set_value(EventRow, event.id, "title", "Zanzibar happens"))
    ledger.run(set_value(EventRow, event.id, "privacy", Privacy.PARTICIPANTS))
    ledger.close()
    target = tmp_path / "out.md"
    command_line.done("export", sample, "--audience", "engineering", "--format", "md", "-o", target)
    assert "Zanzibar" not in target.read_text("utf-8")
    assert "Zanzibar" in command_line.done("show", sample, "--json").said


@pytest.mark.parametrize(
    "wanted",
    [
        ("--audience", "customers", "--format", "md"),
        ("--audience", "leadership", "--format", "pdf"),
        ("--format", "bundle"),
        ("--format", "md"),
        ("--audience", "nobody", "--format", "md"),
    ],
)
def test_what_cannot_be_written_yet_is_a_sentence(command_line, sample, tmp_path, wanted):
    answer = command_line("export", sample, *wanted, "-o", tmp_path / "out")
    assert answer.code == 2
    assert answer.complained.strip()
    assert not (tmp_path / "out").exists()


def test_an_export_never_takes_the_place_of_the_library(command_line, sample):
    before = command_line.library.read_bytes()
    typed = ("export", sample, "--audience", "leadership", "--format", "md")
    answer = command_line(*typed, "-o", command_line.library)
    assert answer.code == 2
    assert command_line.library.read_bytes() == before


def test_a_folder_that_is_not_there_is_one_sentence(command_line, sample, tmp_path):
    typed = ("export", sample, "--audience", "leadership", "--format", "md")
    answer = command_line(*typed, "-o", tmp_path / "none" / "out.md")
    assert answer.code == 1
    assert len(answer.complained.splitlines()) == 1


def test_an_export_needs_only_to_read(command_line, sample, tmp_path):
    window = open_library(command_line.library)
    typed = ("export", sample, "--audience", "leadership", "--format", "md")
    command_line.done(*typed, "-o", tmp_path / "out.md")
    window.close()


def test_the_walk_ends_with_the_two_files_in_somebodys_hands(command_line):
    answer = command_line.done("walkthrough")
    markdown, word = answer.lines[-2:]
    assert markdown.startswith("Markdown: ")
    assert word.startswith("Word: ")
    for line in (markdown, word):
        path = Path(line.partition(": ")[2])
        assert path.is_absolute()
        assert path.stat().st_size > 5000
    assert "[x] Facilitator is neutral" in answer.said
    assert [line.partition(":")[0] for line in answer.lines].count("Word") == 1


def test_the_walk_can_be_told_to_a_script(command_line):
    told = command_line.done("walkthrough", "--json").json
    assert len(told["files"]) == 4
    assert all(Path(each["path"]).exists() for each in told["files"])


def test_a_backup_is_made_listed_and_brought_back_and_that_can_be_taken_back(command_line, sample):
    path = Path(command_line.done("backup").said.strip())
    assert path.exists()
    command_line.done("new", "Second review")
    assert path.name in command_line.done("restore", "--list").said
    assert "The state before is kept in" in command_line.done("restore").said
    assert "Second review" not in command_line.done("list").said
    command_line.done("restore")
    assert "Second review" in command_line.done("list").said
    command_line.done("restore", path)
    assert "Second review" not in command_line.done("list").said
    told = command_line.done("restore", "--list", "--json").json
    assert {each["reason"] for each in told["backups"]} >= {"asked", "restore"}


def test_a_backup_can_be_made_while_a_window_is_open_but_not_restored(command_line, sample):
    window = open_library(command_line.library)
    command_line.done("backup", "--json")
    assert command_line("restore").code == 4
    window.close()


def test_restore_says_when_there_is_nothing_to_restore(command_line, sample):
    answer = command_line("restore")
    assert (answer.code, answer.said) == (2, "")
    assert "no backup" in answer.complained
    assert command_line("restore", "nothing").code == 2


def test_restore_and_backup_refuse_a_library_that_is_not_there(command_line):
    assert command_line("backup").code == 2
    assert command_line("restore").code == 2


def test_the_doctor_looks_a_library_over_and_says_what_to_do(command_line, sample):
    said = command_line.done("doctor").said
    assert "[x] The file is whole." in said
    assert "Make one: `backup`." in said
    findings = command_line.done("doctor", "--json").json["findings"]
    assert {each["level"] for each in findings} <= {"fine", "notice"}


def test_the_doctor_ends_with_one_where_a_library_is_damaged(command_line, sample):
    with command_line.library.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    answer = command_line("doctor")
    assert answer.code == 1
    assert "[!]" in answer.said
    assert "Traceback" not in answer.complained


def test_the_doctor_refuses_a_library_that_is_not_there(command_line):
    assert command_line("doctor").code == 2


def test_a_damaged_library_is_restored_from_its_newest_backup(command_line, sample):
    command_line.done("backup")
    with command_line.library.open("r+b") as file:
        file.write(b"not a library any more")
    assert command_line("list").code == 1
    assert "The state before is kept in" in command_line.done("restore").said
    assert sample in command_line.done("list").said


def test_a_backup_of_another_library_is_never_taken_unasked(command_line, sample):
    command_line.done("backup")
    other, command_line.library = command_line.library, command_line.library.with_stem("other")
    command_line.done("new", "Second review")
    theirs = command_line.done("backup").said.strip()
    command_line.library.write_bytes(b"not a library any more")
    answer = command_line("restore")
    assert answer.code == 2
    assert "Name one" in answer.complained
    command_line.done("restore", theirs)
    assert "Second review" in command_line.done("list").said
    command_line.library = other
    assert "Second review" not in command_line.done("list").said
