from __future__ import annotations

import json
import subprocess
import sys
import zipfile

import pytest

from app import cli
from app.library import open_library
from app.operations.reviews import archive_review
from tests.source_code import ROOT

NOTES = "14:02 first page\n14:05 somebody looks\na line without a time\n"
SHOWN = {
    "schema",
    "review",
    "participants",
    "sources",
    "records",
    "events",
    "accounts",
    "gaps",
    "questions",
    "factors",
    "links",
    "actions",
    "decisions",
    "checks",
    "shares",
}


@pytest.fixture
def sample(command_line):
    return command_line.done("sample").said.strip()


@pytest.fixture
def review(command_line):
    return command_line.done("new", "Checkout down").said.strip()


@pytest.fixture
def notes(tmp_path):
    file = tmp_path / "notes.md"
    file.write_text(NOTES, "utf-8")
    return file


def dated(*words):
    return (*words, "--zone", "Europe/Amsterdam", "--date", "2017-01-31")


def test_sample_prints_the_id_alone_and_begins_a_library(command_line):
    answer = command_line.done("sample")
    assert len(answer.lines) == 1
    assert len(answer.lines[0]) == 36
    assert command_line.library.exists()
    assert command_line.done("sample", "--json").json.keys() == {"review"}


@pytest.mark.parametrize("words", [("list",), ("show", "x"), ("check", "x")])
def test_other_commands_refuse_a_library_that_is_not_there(command_line, words):
    answer = command_line(*words)
    assert answer.code == 2
    assert "There is no library at" in answer.complained
    assert not command_line.library.exists()


def test_list_tells_what_reviews_there_are(command_line, sample):
    assert sample in command_line.done("list").said
    (review,) = command_line.done("list", "--json").json["reviews"]
    assert (review["id"], review["is_sample"]) == (sample, True)
    assert review["counts"]["timeline"] > 20
    assert review["services"]


def test_a_library_without_reviews_says_how_to_begin(command_line):
    open_library(command_line.library, create=True).close()
    assert "`new`" in command_line.done("list").said


def test_a_review_is_found_by_id_by_prefix_and_by_title(command_line, review):
    for name in (review, review[:-3], review.upper(), "Checkout down"):
        assert command_line.done("show", name).lines[0] == "Checkout down"


def test_an_unknown_review_is_one_sentence(command_line, review):
    answer = command_line("show", "Checkout")
    assert (answer.code, answer.said) == (2, "")
    assert answer.complained.startswith("There is no review “Checkout”")
    assert command_line("show", "").code == 2


def test_a_name_that_two_reviews_share_is_asked_about(command_line, review):
    other = command_line.done("new", "Checkout down").said.strip()
    answer = command_line("show", "Checkout down")
    assert answer.code == 2
    assert review in answer.complained
    assert other in answer.complained
    assert len(answer.complained.splitlines()) == 1


def test_a_review_needs_a_title_and_a_zone_that_exists(command_line):
    assert command_line("new", "  ").code == 2
    answer = command_line("new", "Outage", "--zone", "Atlantis")
    assert answer.code == 1
    assert "Atlantis" in answer.complained


def test_show_gives_the_whole_review_to_a_script(command_line, sample):
    shown = command_line.done("show", sample, "--json").json
    assert shown.keys() == SHOWN
    assert shown["review"]["impacts"]
    event = next(each for each in shown["events"] if each["time_text"] == "17:20")
    assert event["at"] == "2017-01-31T17:20:00Z"
    assert (event["zone"], event["precision"], event["kind"]) == ("UTC", "exact", "normal")
    assert event["lane"] == "Database engineers"
    assert event["marks"] == []
    assert event["records"]
    assert {check["state"] for check in shown["checks"]} == {"open", "met", "with_reason"}
    assert any(question["answers"] for question in shown["questions"])
    assert any(factor["evidence"] for factor in shown["factors"])
    assert all("text" in record for record in shown["records"])


def test_show_keeps_to_itself_what_only_the_facilitator_sees(command_line, sample):
    shown = command_line.done("show", sample, "--json")
    private = "Change anything; “Open sample” brings a fresh one"
    assert private not in shown.said
    assert "talk_first" not in shown.said


def test_show_tells_the_story_to_a_person(command_line, sample):
    said = command_line.done("show", sample).said
    assert "Tuesday 31 January 2017, UTC time" in said
    assert "17:20  Fresh copy of production" in said


def test_check_tells_what_is_open_and_why_not(command_line, sample):
    said = command_line.done("check", sample).said
    assert "[x] Facilitator is neutral" in said
    assert "Reason: Runs the clock only" in said
    told = command_line.done("check", sample, "--json").json
    assert {each["stage"] for each in told["checks"]} >= {"prepare", "gather", "share"}
    assert told["before_closing"]


def test_check_keeps_to_the_limits_that_are_set_on_this_machine(command_line, sample, tmp_path):
    assert "less than" not in command_line.done("check", sample).said
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("rest_hours = 300\n", "utf-8")
    said = command_line.done("check", sample).said
    assert "The date is less than 300 hours after the impact" in said


def test_a_review_is_called_what_the_organisation_calls_its_reviews(command_line, tmp_path):
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('review_name = "Learning review"\n', "utf-8")
    review = command_line.done("new", "Checkout down").said.strip()
    assert command_line.done("show", review, "--json").json["review"]["name"] == "Learning review"
    target = tmp_path / "report.docx"
    words = ("--audience", "engineering", "--format", "docx", "-o", target)
    command_line.done("export", review, *words)
    word = zipfile.ZipFile(target)
    parts = [name for name in word.namelist() if "header" in name or "core" in name]
    assert any("Learning review" in word.read(name).decode() for name in parts)


def test_the_sample_is_not_late_for_ever(command_line, sample):
    said = command_line.done("check", sample).said
    assert "overdue" not in said
    assert "late" not in said.split("Actions")[1].split("Share")[0]


def test_an_import_says_what_came_in_and_what_was_left_out_and_why(command_line, review, notes):
    answer = command_line.done(*dated("import", notes, "--review", review))
    assert answer.lines[0].startswith("notes.md (Plain notes): ")
    assert "records came in" in answer.said
    assert "31 January 2017, 13:02 UTC" in answer.said


def test_an_import_that_needs_an_answer_names_the_flag_and_brings_nothing(
    command_line, review, notes
):
    answer = command_line("import", notes, "--review", review)
    assert answer.code == 3
    assert "--date" in answer.complained
    assert "--zone" in answer.complained
    assert len(answer.complained.splitlines()) == 1
    assert command_line.done("show", review, "--json").json["records"] == []


def test_the_same_import_twice_adds_nothing(command_line, review, notes):
    typed = dated("import", notes, "--review", review, "--json")
    first, again = command_line.done(*typed).json, command_line.done(*typed).json
    assert first["added"] >= 2
    assert (again["added"], again["known"]) == (0, first["added"])
    assert again["source_id"] == first["source_id"]


def test_timed_records_become_events_and_only_once(command_line, review, notes):
    typed = dated("import", notes, "--review", review, "--promote", "timed")
    assert "Two events added to the timeline." in command_line.done(*typed).said
    assert "events added" not in command_line.done(*typed).said
    events = command_line.done("show", review, "--json").json["events"]
    assert [each["title"] for each in events] == ["first page", "somebody looks"]
    assert events[0]["zone"] == "Europe/Amsterdam"


def test_notes_are_read_from_standard_input(command_line, review):
    typed = dated("import", "-", "--review", review, "--promote", "all")
    command_line.done(*typed, stdin="14:02 first page\n")
    (event,) = command_line.done("show", review, "--json").json["events"]
    assert (event["title"], event["at"]) == ("first page", "2017-01-31T13:02:00Z")


def test_a_file_that_is_not_there_or_holds_nothing_is_one_sentence(command_line, review, tmp_path):
    assert command_line("import", tmp_path / "none.md", "--review", review).code == 2
    picture = tmp_path / "picture.md"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    answer = command_line("import", picture, "--review", review)
    assert answer.code == 1
    assert len(answer.complained.splitlines()) == 1


def test_a_date_that_is_none_is_explained(command_line, review, notes):
    answer = command_line("import", notes, "--review", review, "--date", "yesterday")
    assert answer.code == 2
    assert "2017-01-31" in answer.complained


def test_a_library_open_in_a_window_can_be_read_but_not_changed(command_line, sample, notes):
    window = open_library(command_line.library)
    assert command_line.done("list").said
    assert command_line.done("show", sample).said
    for words in (("sample",), ("new", "x"), dated("import", notes, "--review", sample)):
        answer = command_line(*words)
        assert answer.code == 4
        assert "is open in a window" in answer.complained
    window.close()


def test_a_file_that_is_no_library_is_one_sentence_and_stays_as_it_is(command_line):
    command_line.library.write_text("Shopping list", "utf-8")
    answer = command_line("sample")
    assert answer.code == 1
    assert len(answer.complained.splitlines()) == 1
    assert command_line.library.read_text("utf-8") == "Shopping list"


def test_without_a_command_the_window_opens(command_line):
    assert command_line().code == 0
    assert command_line("open").code == 0
    assert command_line.opened == [command_line.library] * 2


def test_what_cannot_be_understood_ends_with_two(command_line):
    assert command_line("frobnicate").code == 2


def test_an_archived_review_can_still_be_shown(command_line, review):
    ledger = open_library(command_line.library)
    ledger.run(archive_review(review))
    ledger.close()
    assert "archived" in command_line.done("list").said
    assert command_line.done("show", review).code == 0


def test_every_command_of_the_table_has_its_function():
    for command in cli.COMMANDS:
        module, _, function = command.function.partition(":")
        imported = __import__(f"app.commands.{module}", fromlist=[function])
        assert callable(getattr(imported, function))


@pytest.mark.slow
def test_no_command_but_open_needs_qt(tmp_path):
    script = (
        "import sys\n"
        "from tests.without_qt import NoQt\n"
        "sys.meta_path.insert(0, NoQt())\n"
        "from app.cli import main\n"
        "sys.exit(main(sys.argv[1:], lambda path: 9))\n"
    )

    def run(*words):
        typed = [sys.executable, "-c", script, "--library", tmp_path / "a.secondstory", *words]
        return subprocess.run(typed, cwd=ROOT, capture_output=True, text=True, check=False)

    review = run("sample").stdout.strip()
    for words in (("list",), ("show", review, "--json"), ("check", review), ("new", "x")):
        answer = run(*words)
        assert answer.returncode == 0, answer.stderr
    assert json.loads(run("show", review, "--json").stdout)["schema"] == 1


@pytest.mark.slow
def test_the_module_is_the_program(tmp_path):
    typed = [sys.executable, "-m", "app", "--library", tmp_path / "a.secondstory", "list"]
    answer = subprocess.run(typed, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "Traceback" not in answer.stderr
