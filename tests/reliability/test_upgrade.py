"""T9: a kill while the schema is made leaves none or all of it.

There is one schema so far: what is upgraded is a library file whose schema is not there yet.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys

import pytest

from app.library import open_library
from models.database import create_schema
from models.schema import APPLICATION_ID, SCHEMA_VERSION, entities
from tests.reliability.libraries import fill, titles

UPGRADING = """
import os, sys, pathlib
from app.library import open_library
import models.migrations
os.write(1, b"ready\\n")
open_library(pathlib.Path(sys.argv[1])).close()
os.write(1, b"done\\n")
"""
MIGRATING = """
import os, sys, pathlib
from models.database import Database, refill_search, stamp
from models import migrations
database = Database(pathlib.Path(sys.argv[1]))
os.write(1, b"ready\\n")
with database.writer.begin() as connection:
    migrations.upgrade(connection)
    refill_search(connection)
    stamp(connection)
database.close()
"""


def bare(path):
    """Make a library file of an earlier state: it says what it is and holds nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def state(path):
    connection = sqlite3.connect(path)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return len(tables & set(entities())), version


def kill_while(program, path, wait):
    child = subprocess.Popen([sys.executable, "-c", program, path], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"ready\n"
    try:
        child.wait(wait)
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
    child.communicate()


def kill_many(program, tmp_path, kills, longest):
    chance = random.Random(3)  # noqa: S311
    seen = set()
    for number in range(kills):
        path = tmp_path / str(number) / "team.secondstory"
        bare(path)
        kill_while(program, path, chance.uniform(0.001, longest))
        found = state(path)
        seen.add(found)
        assert found in ((0, 0), (len(entities()), SCHEMA_VERSION))
        ledger = open_library(path)
        fill(ledger, events=1)
        assert titles(ledger) == ["Event 0"]
        ledger.close()
    return seen


@pytest.mark.slow
def test_twenty_kills_while_the_schema_is_made_leave_none_or_all_of_it(tmp_path):
    kill_many(UPGRADING, tmp_path, 20, 0.12)


@pytest.mark.slow
def test_kills_while_migrations_run_leave_none_or_all_of_them(tmp_path):
    kill_many(MIGRATING, tmp_path, 6, 0.8)


@pytest.mark.soak
def test_two_hundred_kills_while_migrations_run(tmp_path):
    kill_many(MIGRATING, tmp_path, 200, 1.2)


def test_a_migration_that_stops_half_way_leaves_nothing(tmp_path):
    from models.database import Database

    path = tmp_path / "team.secondstory"
    bare(path)
    database = Database(path)

    def stop_half_way():
        with database.writer.begin() as connection:
            create_schema(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop_half_way()
    database.close()
    assert state(path) == (0, 0)


def test_the_library_before_a_migration_is_kept_as_a_backup(path, home):
    from app.backup import list_backups
    from app.library import _back_up_before_migration
    from models.database import Database

    ledger = open_library(path, create=True)
    fill(ledger, events=2)
    library_id = ledger.library_id
    ledger.close()
    database = Database(path)
    _back_up_before_migration(database)
    database.close()
    (backup,) = list_backups(home.backups / library_id)
    assert backup.reason.value == "migration"
