from __future__ import annotations

import json

from app.backup import Reason
from app.doctor import Level, examine
from app.library import open_library
from app.lock import lock_path
from tests.reliability.libraries import attach, new_library


def told(path, home):
    return {finding.key: finding for finding in examine(path, home)}


def test_a_sound_library_needs_nothing_but_a_backup(path, home):
    new_library(path)
    found = told(path, home)
    assert found["integrity"].sentence == "The file is whole."
    assert found["backups"].advice == "Make one: `backup`."
    assert [f.key for f in found.values() if f.level is Level.ACT] == []
    ledger = open_library(path)
    ledger.backup(home.backups, Reason.ASKED)
    assert told(path, home)["backups"].level is Level.FINE
    assert "has it open" in told(path, home)["lock"].sentence
    ledger.close()


def test_changed_words_and_attachments_are_named(path, home):
    new_library(path)
    attach(path, content=b"not what the name says")
    path.write_bytes(path.read_bytes().replace(b"word3", b"ward3"))
    found = told(path, home)
    assert found["words"].sentence.endswith("holds other words than were saved.")
    assert "1 of 1 attachments" in found["attachments"].sentence


def test_a_file_that_is_no_library_is_told_and_the_rest_is_looked_at(path, home):
    path.parent.mkdir()
    path.write_text("just notes")
    found = told(path, home)
    assert "is not a Second Story library" in found["file"].sentence
    assert {"lock", "location", "room", "sqlite", "qt"} <= set(found)


def test_a_lock_from_another_machine_says_how_to_go_on(path, home):
    new_library(path)
    holder = {"host": "elsewhere", "user": "kim", "pid": 7, "started": ""}
    lock_path(path).write_text(json.dumps(holder))
    found = told(path, home)["lock"]
    assert found.sentence == "kim on elsewhere has it open (process 7)."
    assert str(lock_path(path)) in found.advice
