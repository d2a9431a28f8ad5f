"""T2: a kill at any write leaves the library as it was before or as it is after, never between."""

from __future__ import annotations

import shutil

import pytest

from app.backup import list_backups, make_backup
from app.errors import LibraryMissingError
from app.library import open_library
from app.operations.reviews import NewReview, add_review
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


@pytest.fixture
def prepared(tmp_path):
    """Return a function that gives a fresh copy of a prepared library for each kill."""
    first = new_library(tmp_path / "first" / "team.secondstory", events=3)
    make_backup(first, first.parent / "backups")
    ledger = open_library(first)
    ledger.run(add_review(NewReview("After the backup")))
    ledger.close()

    def fresh(number):
        folder = tmp_path / f"copy{number}"
        shutil.copytree(first.parent, folder)
        return folder / first.name

    return fresh


def reviews(path):
    ledger = open_library(path)
    found = {review.title for review in ledger.read(rows, ReviewRow)}
    ledger.close()
    return found


def assert_saved_are_there(path, ran):
    saved = {line.removeprefix("saved ") for line in ran.told if line.startswith("saved ")}
    gone = {line.removeprefix("deleted ") for line in ran.told if line.startswith("deleted ")}
    found = reviews(path)
    assert saved <= found
    assert not gone & found
    allowed = {f"Added {n}" for n in range(SAVES)} | {"Checkout down", "After the backup"}
    assert found <= allowed


def assert_whole_review(path):
    """A review that is there has all its events, one that is gone none."""
    held = content(path)
    assert len(held["event"]) in (0, 3)
    assert bool(held["event"]) == any("Checkout down" in row for row in held["review"])


def test_a_kill_at_each_write_of_saving_and_again_while_opening(prepared):
    total = count_writes("save", prepared("count"))
    for number in range(1, total + 1, max(1, total // 9)):
        path = prepared(number)
        ran = run("save", path, *inject("signal=KILL", str(number)))
        assert "end" not in ran.told
        run("save", path, *inject("signal=KILL", "2"))
        assert_saved_are_there(path, ran)


@pytest.mark.parametrize("what", ["delete", "backup", "restore"])
def test_a_kill_at_a_write_leaves_before_or_after(prepared, what, request):
    total = count_writes(what, prepared("count"))
    for number in range(1, total + 1, max(1, total // 7)):
        path = prepared(number)
        before = content(path)
        ran = run(what, path, *inject("signal=KILL", str(number)))
        assert_whole_review(path)
        for backup in list_backups(path.parent / "backups"):
            content(backup.path)
        if what == "delete":
            assert_saved_are_there(path, ran)
        elif what == "backup":
            assert content(path) == before
        else:
            assert content(path) in (
                before,
                content(list_backups(path.parent / "backups")[-1].path),
            )


def test_a_kill_at_a_write_of_beginning_leaves_no_half_library(tmp_path):
    total = count_writes("create", tmp_path / "count.secondstory")
    for number in range(1, total + 1, max(1, total // 7)):
        path = tmp_path / str(number) / "team.secondstory"
        path.parent.mkdir()
        run("create", path, *inject("signal=KILL", str(number)))
        try:
            assert reviews(path) == set()
        except LibraryMissingError:
            open_library(path, create=True).close()
        assert [f.name for f in path.parent.iterdir()] == [path.name]


def kill_while_importing(prepared, numbers):
    cut_off = 0
    for number in numbers:
        path = prepared(number)
        before = content(path)
        ran = run("import", path, *inject("signal=KILL", str(number)))
        cut_off += "end" not in ran.told
        assert_imported_or_untouched(path, before, told="imported" in ran.told)
    assert cut_off > len(numbers) // 2


def kill_while_exporting(prepared, numbers):
    expected = today(prepared("today"))
    for number in numbers:
        path = prepared(number)
        lay_yesterday(path.parent)
        before = content(path)
        ran = run("export", path, *inject("signal=KILL", str(number)))
        assert "end" not in ran.told
        assert_yesterday_or_today(path.parent, expected, ran.told)
        assert content(path) == before


def test_a_kill_at_a_write_of_an_import_leaves_all_of_it_or_none(prepared):
    total = count_writes("import", prepared("count"))
    kill_while_importing(prepared, range(1, total + 1, max(1, total // 14)))


def test_a_kill_at_a_write_of_an_export_leaves_the_old_file_or_the_new_one(prepared):
    path = prepared("count")
    lay_yesterday(path.parent)
    total = count_writes("export", path)
    kill_while_exporting(prepared, range(1, total + 1, 3))


def test_an_import_cut_off_twice_is_gone_at_the_third_opening(prepared):
    """The second kill falls while the next opening takes away what the first one left."""
    total = count_writes("import", prepared("count"))
    for number in range(1, 40, 13):
        path = prepared(number)
        before = content(path)
        run("import", path, *inject("signal=KILL", str(total * 3 // 4)))
        run("save", path, *inject("signal=KILL", str(number)))
        assert_imported_or_untouched(path, before, told=False, added_later=True)


@pytest.mark.soak
def test_a_kill_at_every_single_write_of_an_import(prepared):
    total = count_writes("import", prepared("count"))
    kill_while_importing(prepared, range(1, total + 1))


@pytest.mark.soak
def test_a_kill_at_every_single_write_of_an_export(prepared):
    path = prepared("count")
    lay_yesterday(path.parent)
    kill_while_exporting(prepared, range(1, count_writes("export", path) + 1))


@pytest.mark.soak
@pytest.mark.parametrize("what", ["save", "delete", "backup", "restore"])
def test_a_kill_at_every_single_write(prepared, what):
    total = count_writes(what, prepared("count"))
    for number in range(1, total + 1):
        path = prepared(number)
        ran = run(what, path, *inject("signal=KILL", str(number)))
        assert_saved_are_there(path, ran) if what in ("save", "delete") else content(path)
