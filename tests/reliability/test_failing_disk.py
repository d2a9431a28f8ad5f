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
from tests.reliability.strace import from_then_on, moments_of, needs_strace, once, run, sample
from tests.reliability.writing_child import SAVES

pytestmark = [needs_strace, pytest.mark.slow]
OF_LIBRARIES = "pwrite64,fsync,fdatasync,ftruncate"
OF_FILES = "write,fsync,rename"
ERRORS = ("error=ENOSPC", "error=EIO")


def moments(tmp_path, what, calls):
    path = new_library(tmp_path / "count" / "team.secondstory", events=2)
    return moments_of(what, path, calls)


def give_up(folder, options):
    path = new_library(folder / "team.secondstory", events=2)
    ran = run("save", path, *options)
    assert ran.told[-1] == "end", ran.told
    saved = {line.removeprefix("saved ") for line in ran.told if line.startswith("saved ")}
    ledger = open_library(path)
    found = {review.title for review in ledger.read(rows, ReviewRow)}
    ledger.close()
    assert saved <= found
    return ran


def give_up_once(folder, options):
    ran = give_up(folder, options)
    told_at_opening = ran.told[0].startswith("told: ")
    assert told_at_opening or sum(line.startswith("saved ") for line in ran.told) == SAVES


def give_up_while_importing(folder, options):
    path = new_library(folder / "team.secondstory", events=2)
    before = content(path)
    ran = run("import", path, *options)
    assert ran.told[-1] == "end", ran.told
    imported = "imported" in ran.told
    assert imported or ran.sentence.count(str(path)) == 1
    assert_imported_or_untouched(path, before, told=imported)
    return imported


def give_up_while_exporting(folder, options):
    path = new_library(folder / "team.secondstory", events=2)
    expected = today(path)
    lay_yesterday(path.parent)
    ran = run("export", path, *options)
    assert ran.told[-1] == "end", ran.told
    assert_yesterday_or_today(path.parent, expected, ran.told)
    assert not list(path.parent.glob(".~*"))


def at_each(tmp_path, chosen, attempt, how):
    """Try with a disk that gives up at each of these moments; return what each attempt gave."""
    return [
        attempt(tmp_path / f"{attempt.__name__}-{how.__name__}-{number}", how(moment))
        for number, moment in enumerate(chosen)
    ]


def ways(error):
    """Return how a disk gives up at a moment: once, and for ever."""

    def at_once(moment):
        return once(error, moment)

    def for_ever(moment):
        return from_then_on(error, moment)

    return at_once, for_ever


@pytest.mark.parametrize("error", ERRORS)
def test_a_disk_that_gives_up_once_or_for_ever_loses_nothing_saved(tmp_path, error):
    found = moments(tmp_path, "save", OF_LIBRARIES)
    at_once, for_ever = ways(error)
    at_each(tmp_path, found[::7], give_up_once, at_once)
    at_each(tmp_path, found[::7], give_up, for_ever)


@pytest.mark.parametrize("error", ERRORS)
def test_an_import_on_a_disk_that_gives_up_is_all_there_or_gone(tmp_path, error):
    found = moments(tmp_path, "import", OF_LIBRARIES)
    at_once, for_ever = ways(error)
    at_each(tmp_path, sample(found, 8), give_up_while_importing, at_once)
    came = at_each(tmp_path, sample(found[:-4], 4), give_up_while_importing, for_ever)
    assert not any(came[:2])


@pytest.mark.parametrize("error", ERRORS)
def test_an_export_on_a_disk_that_gives_up_leaves_the_old_file_or_the_new_one(tmp_path, error):
    found = moments(tmp_path, "export", OF_FILES)
    at_once, for_ever = ways(error)
    at_each(tmp_path, found[::2], give_up_while_exporting, at_once)
    at_each(tmp_path, found[1::2], give_up_while_exporting, for_ever)


@pytest.mark.soak
@pytest.mark.parametrize("error", ERRORS)
def test_a_disk_that_gives_up_at_any_write(tmp_path, error):
    work = (
        ("save", OF_LIBRARIES, give_up),
        ("import", OF_LIBRARIES, give_up_while_importing),
        ("export", OF_FILES, give_up_while_exporting),
    )
    for what, calls, attempt in work:
        found = moments(tmp_path / what, what, calls)
        for how in ways(error):
            at_each(tmp_path, found, attempt, how)
