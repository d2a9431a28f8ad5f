"""T4: a disk that gives up, once or for ever, loses no saved change and never ends the program."""

from __future__ import annotations

import pytest

from app.library import open_library
from models.queries.load import rows
from models.rows import ReviewRow
from tests.reliability.libraries import new_library
from tests.reliability.strace import count_writes, inject, needs_strace, run
from tests.reliability.writing_child import SAVES

pytestmark = [needs_strace, pytest.mark.slow]
CALLS = "pwrite64,fsync,fdatasync,ftruncate"
KINDS = ("error=ENOSPC", "error=EIO")


def give_up(tmp_path, how, when):
    path = new_library(tmp_path / f"{how}{when}" / "team.secondstory", events=2)
    ran = run("save", path, *inject(how, when, CALLS))
    assert ran.told, ran.stderr
    assert ran.told[-1] == "end", ran.stderr
    assert "Traceback" not in ran.stderr
    saved = {line.removeprefix("saved ") for line in ran.told if line.startswith("saved ")}
    ledger = open_library(path)
    found = {review.title for review in ledger.read(rows, ReviewRow)}
    ledger.close()
    assert saved <= found
    return ran


def points(tmp_path, step):
    path = new_library(tmp_path / "count" / "team.secondstory", events=2)
    return range(1, count_writes("save", path, CALLS) + 1, step)


@pytest.mark.parametrize("how", KINDS)
def test_a_disk_that_gives_up_once_or_for_ever_loses_nothing_saved(tmp_path, how):
    for number in points(tmp_path, 7):
        once = give_up(tmp_path, how, str(number))
        told_at_opening = once.told[0].startswith("told: ")
        assert told_at_opening or sum(line.startswith("saved ") for line in once.told) == SAVES
    for number in points(tmp_path / "for ever", 21):
        give_up(tmp_path, how, f"{number}+")


@pytest.mark.soak
@pytest.mark.parametrize("how", KINDS)
def test_a_disk_that_gives_up_at_any_write(tmp_path, how):
    for number in points(tmp_path, 1):
        give_up(tmp_path, how, str(number))
        give_up(tmp_path, how, f"{number}+")
