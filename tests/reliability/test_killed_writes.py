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
from tests.reliability.strace import WRITES, count_writes, inject, needs_strace, run
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


@pytest.mark.soak
@pytest.mark.parametrize("what", ["save", "delete", "backup", "restore"])
def test_a_kill_at_every_single_write(prepared, what):
    total = count_writes(what, prepared("count"), WRITES)
    for number in range(1, total + 1):
        path = prepared(number)
        ran = run(what, path, *inject("signal=KILL", str(number)))
        assert_saved_are_there(path, ran) if what in ("save", "delete") else content(path)
