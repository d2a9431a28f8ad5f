"""R10: a large library is looked over in a process of its own, with the same answer."""

from __future__ import annotations

import random
import sqlite3
import sys

import pytest

from app import quick_check
from app.errors import LibraryDamagedError, LibraryProblemError
from app.opening import inspect
from models.schema import SCHEMA_VERSION
from tests.reliability.damage import garbage_page, zero_page
from tests.reliability.libraries import new_library


@pytest.fixture
def library(tmp_path):
    return new_library(tmp_path / "team.secondstory", events=200)


@pytest.fixture
def children(monkeypatch):
    """Every library counts as large; gives what each child ended with."""
    monkeypatch.setattr(quick_check, "CHILD_FROM_BYTES", 0)
    ended = []
    run = quick_check.subprocess.run

    def noted(*arguments, **options):
        ended.append(run(*arguments, **options))
        return ended[-1]

    monkeypatch.setattr(quick_check.subprocess, "run", noted)
    return ended


def test_a_whole_library_is_found_whole_and_left_as_it_is(library, children):
    before = library.read_bytes()
    assert inspect(library) == SCHEMA_VERSION
    assert [child.stdout.strip() for child in children] == ["ok"]
    assert library.read_bytes() == before
    assert [file.name for file in library.parent.iterdir()] == [library.name]


@pytest.mark.parametrize("harm", [garbage_page, zero_page])
def test_a_damaged_library_gets_the_sentence_it_gets_without_a_child(
    library, children, harm, monkeypatch
):
    data = bytearray(library.read_bytes())
    harm(data, random.Random(3))  # noqa: S311
    library.write_bytes(bytes(data))
    with pytest.raises(LibraryProblemError) as beside:
        inspect(library)
    assert len(children) == 1
    monkeypatch.setattr(quick_check, "CHILD_FROM_BYTES", sys.maxsize)
    with pytest.raises(LibraryProblemError) as within:
        inspect(library)
    assert len(children) == 1
    assert (type(beside.value), str(beside.value)) == (type(within.value), str(within.value))


def test_a_child_that_dies_over_a_library_is_told_and_takes_nothing_with_it(
    library, children, monkeypatch
):
    monkeypatch.setattr(quick_check, "_CHILD", "import os; os.abort()")
    with pytest.raises(LibraryDamagedError, match="broke off"):
        inspect(library)
    assert inspect(library, quick_check=False) == SCHEMA_VERSION
    assert sqlite3.connect(library).execute("PRAGMA quick_check").fetchone() == ("ok",)
