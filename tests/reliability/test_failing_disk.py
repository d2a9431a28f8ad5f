"""T4: a disk that gives up, once or for ever, loses no saved change and never ends the program."""

from __future__ import annotations

import pytest

from app.library import open_library
from models.queries.load import rows
from models.rows import ReviewRow
from tests.reliability.libraries import content, new_library
from tests.reliability.outcomes import (
    assert_imported_or_untouched,
    assert_yesterday_or_today,
    lay_yesterday,
    today,
)
from tests.reliability.strace import count_writes, inject, needs_strace, run
from tests.reliability.writing_child import SAVES

pytestmark = [needs_strace, pytest.mark.slow]
CALLS = "pwrite64,fsync,fdatasync,ftruncate"
OF_FILES = "write,fsync,rename"
KINDS = ("error=ENOSPC", "error=EIO")


def give_up(tmp_path, how, when):
    path = new_library(tmp_path / f"{how}{when}" / "team.secondstory", events=2)
    ran = run("save", path, *inject(how, when, CALLS))
    assert ran.told[-1] == "end", ran.told
    saved = {line.removeprefix("saved ") for line in ran.told if line.startswith("saved ")}
    ledger = open_library(path)
    found = {review.title for review in ledger.read(rows, ReviewRow)}
    ledger.close()
    assert saved <= found
    return ran


def points(tmp_path, step, what="save", calls=CALLS):
    path = new_library(tmp_path / "count" / "team.secondstory", events=2)
    return range(1, count_writes(what, path, calls) + 1, step)


def give_up_while_importing(tmp_path, how, when):
    path = new_library(tmp_path / f"import{how}{when}" / "team.secondstory", events=2)
    before = content(path)
    ran = run("import", path, *inject(how, when, CALLS))
    assert ran.told[-1] == "end", ran.told
    imported = "imported" in ran.told
    assert imported or ran.sentence.count(str(path)) == 1
    assert_imported_or_untouched(path, before, told=imported)


def give_up_while_exporting(tmp_path, how, when):
    path = new_library(tmp_path / f"export{how}{when}" / "team.secondstory", events=2)
    expected = today(path)
    lay_yesterday(path.parent)
    ran = run("export", path, *inject(how, when, OF_FILES))
    assert ran.told[-1] == "end", ran.told
    assert_yesterday_or_today(path.parent, expected, ran.told)
    assert not list(path.parent.glob(".~*")) or when.endswith("+")


@pytest.mark.parametrize("how", KINDS)
def test_a_disk_that_gives_up_once_or_for_ever_loses_nothing_saved(tmp_path, how):
    for number in points(tmp_path, 7):
        once = give_up(tmp_path, how, str(number))
        told_at_opening = once.told[0].startswith("told: ")
        assert told_at_opening or sum(line.startswith("saved ") for line in once.told) == SAVES
    for number in points(tmp_path / "for ever", 21):
        give_up(tmp_path, how, f"{number}+")


@pytest.mark.parametrize("how", KINDS)
def test_an_import_on_a_disk_that_gives_up_is_all_there_or_gone(tmp_path, how):
    found = points(tmp_path, 1, "import")
    for number in found[:: len(found) // 7]:
        give_up_while_importing(tmp_path, how, str(number))
    for number in found[3 :: len(found) // 2]:
        give_up_while_importing(tmp_path, how, f"{number}+")


@pytest.mark.parametrize("how", KINDS)
def test_an_export_on_a_disk_that_gives_up_leaves_the_old_file_or_the_new_one(tmp_path, how):
    for number in points(tmp_path, 2, "export", OF_FILES):
        give_up_while_exporting(tmp_path, how, str(number))
    for number in points(tmp_path / "for ever", 4, "export", OF_FILES):
        give_up_while_exporting(tmp_path, how, f"{number}+")


@pytest.mark.soak
@pytest.mark.parametrize("how", KINDS)
def test_a_disk_that_gives_up_at_any_write(tmp_path, how):
    for number in points(tmp_path, 1):
        give_up(tmp_path, how, str(number))
        give_up(tmp_path, how, f"{number}+")
    for number in points(tmp_path / "import", 1, "import"):
        give_up_while_importing(tmp_path, how, str(number))
        give_up_while_importing(tmp_path, how, f"{number}+")
    for number in points(tmp_path / "export", 1, "export", OF_FILES):
        give_up_while_exporting(tmp_path, how, str(number))
        give_up_while_exporting(tmp_path, how, f"{number}+")
