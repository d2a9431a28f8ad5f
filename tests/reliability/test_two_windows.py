"""T7: two processes, sync folders, dead and distant owners: nothing is lost without a word."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest

from app import lock
from app.errors import (
    LibraryLockedElsewhereError,
    LibraryLockedError,
    LibraryProblemError,
    NotSavedError,
)
from app.library import open_as_possible, open_library
from app.operations.reviews import NewReview, add_review
from app.saving import SaveState
from app.workspace import Workspace
from tests.reliability.libraries import add_event, fill, new_library, titles

OWNER = """
import pathlib, sys
from app.library import open_library
ledger = open_library(pathlib.Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


def other_process(path):
    child = subprocess.Popen(
        [sys.executable, "-c", OWNER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"open\n"
    return child


def end(child):
    child.kill()
    child.communicate()


def test_a_second_opener_is_refused_within_a_second_and_can_read(path):
    new_library(path)
    child = other_process(path)
    started = time.monotonic()
    with pytest.raises(LibraryLockedError) as told:
        open_library(path)
    assert time.monotonic() - started < 1
    assert told.value.sentence == (
        f"{path} is open in a window of {told.value.owner} (process {child.pid}). "
        "Close that window, or work there."
    )
    reader = open_library(path, read_only=True)
    assert len(titles(reader)) == 12
    reader.close()
    end(child)


def test_the_lock_of_a_dead_owner_does_not_stand_in_the_way(path):
    new_library(path)
    end(other_process(path))
    assert lock.lock_path(path).exists()
    open_library(path).close()
    assert not lock.lock_path(path).exists()


def test_a_process_that_took_over_the_number_of_a_dead_owner_is_not_the_owner(path):
    new_library(path)
    me = {"host": socket.gethostname(), "user": "", "pid": os.getpid(), "started": "1"}
    lock.lock_path(path).write_text(json.dumps(me))
    open_library(path).close()


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"host": 1}', "null"])
def test_a_torn_lock_does_not_stand_in_the_way(path, torn):
    new_library(path)
    lock.lock_path(path).write_text(torn)
    open_library(path).close()


def test_an_owner_on_another_machine_leaves_it_readable_and_says_so(path):
    new_library(path)
    holder = {"host": "elsewhere", "user": "kim", "pid": 7, "started": ""}
    lock.lock_path(path).write_text(json.dumps(holder))
    with pytest.raises(LibraryLockedElsewhereError):
        open_library(path)
    opened = open_as_possible(path)
    assert opened.ledger.read_only
    assert opened.sentences == (
        f"{path} is open on another machine (kim on elsewhere, process 7), so it can only be "
        f"read here. Close it there; if nobody has it open any more, delete {path}.lock.",
    )
    opened.ledger.close()
    assert lock.lock_path(path).exists()


def test_the_database_copied_alone_while_open_is_refused_or_whole(path, tmp_path):
    new_library(path)
    child = other_process(path)
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    end(child)
    ledger = open_library(copy)
    assert len(titles(ledger)) == 12
    ledger.close()


@pytest.fixture
def typed(path, qapp, tmp_path):
    """Return a workspace over an open library with a review in it, and what saving said."""
    workspace = Workspace(open_library(path, create=True))
    fill(workspace.ledger, events=1)
    told = []
    workspace.saving.connect(told.append)
    yield workspace, told
    workspace.close()


def type_one(workspace):
    from models.queries.load import rows
    from models.rows import EventRow, ReviewRow

    review = workspace.read(rows, ReviewRow)[0]
    assert workspace.read(rows, EventRow)
    workspace.type(add_event(review.id, "Typed after it happened"))


def assert_kept(told, home):
    assert told[-1].state is SaveState.NOT_SAVED
    (file,) = home.rescue.glob("*.jsonl")
    assert "Typed after it happened" in file.read_text()


def test_a_library_renamed_over_is_noticed_and_the_text_kept(typed, path, tmp_path, home):
    workspace, told = typed
    new_library(tmp_path / "b" / "other.secondstory").replace(path)
    type_one(workspace)
    assert_kept(told, home)


def test_a_library_moved_away_is_noticed_and_the_text_kept(typed, path, home):
    workspace, told = typed
    path.rename(path.with_name("team (conflicted copy).secondstory"))
    workspace.type(add_event("no-matter", "Typed after it happened"))
    assert_kept(told, home)


def test_an_older_library_with_a_newer_log_is_told_or_whole(path, tmp_path):
    new_library(path)
    old = path.read_bytes()
    ledger = open_library(path)
    fill(ledger, events=30, title="Later")
    copy = tmp_path / "mixed" / path.name
    copy.parent.mkdir()
    copy.write_bytes(old)
    wal = path.with_name(path.name + "-wal")
    shutil.copyfile(wal, copy.with_name(wal.name))
    ledger.close()
    try:
        mixed = open_library(copy)
    except LibraryProblemError as problem:
        told = problem.sentence
    else:
        told = f"{copy} is whole"
        assert len(titles(mixed)) == 42
        mixed.close()
    assert str(copy) in told


def test_a_library_overwritten_in_place_is_never_written_without_a_word(path, tmp_path):
    ledger = open_library(path, create=True)
    review_id = fill(ledger, events=5)
    other = new_library(tmp_path / "b" / "other.secondstory", events=2)
    with path.open("r+b") as file:
        file.write(other.read_bytes())
        file.truncate()
    try:
        for number in range(5):
            ledger.run(add_event(review_id, f"After {number}"))
        kept, told = 5, f"{path} took all"
    except NotSavedError as problem:
        kept, told = -1, problem.sentence
    ledger.close()
    assert str(path) in told
    if kept >= 0:
        again = open_library(path)
        found = titles(again)
        again.close()
        assert len([t for t in found if t.startswith("After")]) == kept


def test_a_conflicted_copy_beside_it_is_another_library(path):
    new_library(path)
    conflicted = path.with_name("team (conflicted copy 2026-03-03).secondstory")
    shutil.copyfile(path, conflicted)
    one, two = open_library(path), open_library(conflicted)
    fill(one, events=1, title="Only here")
    assert len(titles(two)) == 12
    one.close()
    two.close()


@contextmanager
def another_program_writing(path):
    """Hold the file as a program does that does not follow our lock."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_typing_goes_on_while_another_program_holds_the_file(typed, path, home, qtbot):
    workspace, told = typed
    with another_program_writing(path):
        for _ in range(3):
            started = time.monotonic()
            type_one(workspace)
            assert time.monotonic() - started < 1
        assert_kept(told, home)
        assert told[-1].sentence == (
            f"Not saved to {path}: another program holds the file. It will be tried again."
        )
    qtbot.waitUntil(lambda: workspace.held == 0, timeout=15000)
    assert titles(workspace.ledger).count("Typed after it happened") == 3
    assert told[-1].state is SaveState.SAVED


def test_any_other_change_waits_until_another_program_is_done(typed, path):
    workspace, told = typed
    with another_program_writing(path) as other:
        type_one(workspace)
        assert workspace.held == 1
        done = threading.Timer(0.5, other.rollback)
        done.start()
        workspace.ledger.run(add_review(NewReview("Begun meanwhile")))
        done.join()
    assert workspace.try_again()
    assert told[-1].state is SaveState.SAVED
