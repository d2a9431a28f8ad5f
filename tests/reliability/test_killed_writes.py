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
from tests.reliability.strace import killed, moments_of, needs_strace, run, sample
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


def test_a_kill_at_every_write_of_saving_and_again_while_opening(prepared):
    opening = sample(moments_of("save", prepared("opening")), 12)[:4]
    for number, moment in enumerate(moments_of("save", prepared("count"))):
        path = prepared(number)
        ran = run("save", path, *killed(moment))
        assert "end" not in ran.told
        run("save", path, *killed(opening[number % len(opening)]))
        assert_saved_are_there(path, ran)


def kill_while_keeping(prepared, what, moments):
    for number, moment in enumerate(moments):
        path = prepared(number)
        before = content(path)
        ran = run(what, path, *killed(moment))
        assert "end" not in ran.told
        assert_whole_review(path)
        for backup in list_backups(path.parent / "backups"):
            content(backup.path)
        if what == "delete":
            assert_saved_are_there(path, ran)
        elif what == "backup":
            assert content(path) == before
        else:
            backup = list_backups(path.parent / "backups")[-1]
            assert content(path) in (before, content(backup.path))


@pytest.mark.parametrize("what", ["delete", "backup", "restore"])
def test_a_kill_at_a_write_leaves_before_or_after(prepared, what):
    kill_while_keeping(prepared, what, sample(moments_of(what, prepared("count")), 8))


def test_a_kill_at_a_write_of_beginning_leaves_no_half_library(tmp_path):
    (tmp_path / "count").mkdir()
    begin_and_kill(tmp_path, sample(moments_of("create", tmp_path / "count" / "a"), 8))


def begin_and_kill(tmp_path, moments):
    for number, moment in enumerate(moments):
        path = tmp_path / str(number) / "team.secondstory"
        path.parent.mkdir()
        ran = run("create", path, *killed(moment))
        assert "end" not in ran.told
        try:
            assert reviews(path) == set()
        except LibraryMissingError:
            open_library(path, create=True).close()
        assert [f.name for f in path.parent.iterdir()] == [path.name]


def kill_while_importing(prepared, moments):
    cut_off = 0
    for number, moment in enumerate(moments):
        path = prepared(number)
        before = content(path)
        ran = run("import", path, *killed(moment))
        cut_off += "end" not in ran.told
        assert_imported_or_untouched(path, before, told="imported" in ran.told)
    assert cut_off > len(moments) * 0.7


def kill_while_exporting(prepared, moments):
    expected = today(prepared("today"))
    for number, moment in enumerate(moments):
        path = prepared(number)
        lay_yesterday(path.parent)
        before = content(path)
        ran = run("export", path, *killed(moment))
        assert "end" not in ran.told
        assert_yesterday_or_today(path.parent, expected, ran.told)
        assert content(path) == before


def moments_of_export(prepared):
    path = prepared("count")
    lay_yesterday(path.parent)
    return moments_of("export", path)


def test_a_kill_at_a_write_of_an_import_leaves_all_of_it_or_none(prepared):
    kill_while_importing(prepared, sample(moments_of("import", prepared("count")), 14))


def test_a_kill_at_a_write_of_an_export_leaves_the_old_file_or_the_new_one(prepared):
    kill_while_exporting(prepared, sample(moments_of_export(prepared), 10))


def test_an_import_cut_off_twice_is_gone_at_the_third_opening(prepared):
    """The second kill falls while the next opening takes away what the first one left."""
    moments = moments_of("import", prepared("count"))
    cut_off = prepared("cut off")
    before = content(cut_off)
    run("import", cut_off, *killed(moments[len(moments) * 3 // 4]))
    again = shutil.copytree(cut_off.parent, cut_off.parent.with_name("again")) / cut_off.name
    for number, moment in enumerate(sample(moments_of("save", again), 40)[:10]):
        folder = cut_off.parent.with_name(f"twice{number}")
        path = shutil.copytree(cut_off.parent, folder) / cut_off.name
        run("save", path, *killed(moment))
        assert_imported_or_untouched(path, before, told=False, added_later=True)


@pytest.mark.soak
def test_a_kill_at_every_single_write_of_an_import(prepared):
    kill_while_importing(prepared, moments_of("import", prepared("count")))


@pytest.mark.soak
def test_a_kill_at_every_single_write_of_an_export(prepared):
    kill_while_exporting(prepared, moments_of_export(prepared))


@pytest.mark.soak
def test_a_kill_at_every_single_write_of_beginning(tmp_path):
    (tmp_path / "count").mkdir()
    begin_and_kill(tmp_path, moments_of("create", tmp_path / "count" / "a"))


@pytest.mark.soak
@pytest.mark.parametrize("what", ["delete", "backup", "restore"])
def test_a_kill_at_every_single_write(prepared, what):
    kill_while_keeping(prepared, what, moments_of(what, prepared("count")))
