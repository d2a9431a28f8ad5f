"""T9: a kill while the schema is made leaves none or all of it.

There is one schema so far: what is upgraded is a library file whose schema is not there yet, and
one of this version to a next one that is made up here.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import time

import pytest

from app import library, opening
from app.backup import Reason, list_backups
from app.library import open_library
from models import database, migrations
from models.database import Database, create_schema, refill_search, stamp
from models.schema import APPLICATION_ID, SCHEMA_VERSION, entities
from tests.reliability.libraries import content, fill, new_library, titles
from tests.reliability.nursery import child, warm_up


def upgrade(tell, path):
    """Bring a library up by opening it."""
    open_library(path).close()
    tell("done")


def migrate(tell, path):
    """Bring a library up by Alembic, from its first step."""
    opened = Database(path)
    with opened.writer.begin() as connection:
        migrations.upgrade(connection)
        refill_search(connection)
        stamp(connection)
    opened.close()
    tell("done")


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


def kill_while(work, path, wait):
    """Kill after so many seconds, or let it end where none are given; whether it was done."""
    with child(work, path) as upgrading:
        upgrading.go()
        if wait is not None:
            time.sleep(wait)
            upgrading.kill()
        return "done" in upgrading.lines()


def time_to_end(work, path):
    bare(path)
    began = time.monotonic()
    assert kill_while(work, path, None)
    return time.monotonic() - began


def kill_many(work, tmp_path, kills):
    chance = random.Random(3)  # noqa: S311
    warm_up()
    longest = time_to_end(work, tmp_path / "whole" / "team.secondstory")
    seen = set()
    for number in range(kills):
        path = tmp_path / str(number) / "team.secondstory"
        bare(path)
        done = kill_while(work, path, chance.uniform(0.0, longest))
        found = state(path)
        seen.add(found)
        assert not done or found[1] == SCHEMA_VERSION
        assert found in ((0, 0), (len(entities()), SCHEMA_VERSION))
        ledger = open_library(path)
        fill(ledger, events=1)
        assert titles(ledger) == ["Event 0"]
        ledger.close()
    assert (0, 0) in seen


@pytest.mark.slow
def test_twenty_kills_while_the_schema_is_made_leave_none_or_all_of_it(tmp_path):
    kill_many(upgrade, tmp_path, 20)


@pytest.mark.slow
def test_twenty_kills_while_migrations_run_leave_none_or_all_of_them(tmp_path):
    kill_many(migrate, tmp_path, 20)


@pytest.mark.soak
def test_two_hundred_kills_while_migrations_run(tmp_path):
    kill_many(migrate, tmp_path, 200)


def test_a_migration_that_stops_half_way_leaves_nothing(tmp_path):
    path = tmp_path / "team.secondstory"
    bare(path)
    opened = Database(path)

    def stop_half_way():
        with opened.writer.begin() as connection:
            create_schema(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop_half_way()
    opened.close()
    assert state(path) == (0, 0)


def test_the_library_before_a_migration_is_kept_as_a_backup(path, home):

    ledger = open_library(path, create=True)
    fill(ledger, events=2)
    library_id = ledger.library_id
    ledger.close()
    opened = Database(path)
    library._back_up_before_migration(opened)
    opened.close()
    (backup,) = list_backups(home.backups / library_id)
    assert backup.reason.value == "migration"


def to_the_next_schema(tell, path):
    """Open a library as a next version of the program will: one column more, filled in each row."""

    def one_column_more(connection):
        connection.exec_driver_sql("ALTER TABLE event ADD COLUMN weather TEXT")
        connection.exec_driver_sql("UPDATE event SET weather = 'rain on ' || title")

    for module in (library, opening, database):
        module.SCHEMA_VERSION = SCHEMA_VERSION + 1
    migrations.upgrade = one_column_more
    library.open_library(path).close()
    tell("done")


def weathers(path):
    """Return the version of a library and how many events have the new column filled."""
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    named = {row[1] for row in connection.execute("PRAGMA table_info(event)")}
    filled = 0
    if "weather" in named:
        (filled,) = connection.execute("SELECT count(weather) FROM event").fetchone()
    connection.close()
    return version, filled


def kill_on_the_way(tmp_path, home, kills):
    chance = random.Random(5)  # noqa: S311
    first = new_library(tmp_path / "first" / "team.secondstory", events=40)
    ledger = open_library(first, read_only=True)
    kept = home.backups / ledger.library_id
    ledger.close()
    before = content(first)
    warm_up()
    longest, seen = 0.0, set()
    for number in range(kills + 1):
        path = tmp_path / str(number) / first.name
        path.parent.mkdir()
        shutil.copyfile(first, path)
        shutil.rmtree(kept, ignore_errors=True)
        began = time.monotonic()
        done = kill_while(
            to_the_next_schema, path, chance.uniform(0.0, longest) if longest else None
        )
        longest = longest or time.monotonic() - began
        found = weathers(path)
        seen.add(found)
        assert found in ((SCHEMA_VERSION, 0), (SCHEMA_VERSION + 1, 40))
        assert not done or found[0] == SCHEMA_VERSION + 1
        if found[0] == SCHEMA_VERSION:
            assert content(path) == before
        else:
            (backup,) = list_backups(kept)
            assert backup.reason is Reason.MIGRATION
            assert content(backup.path) == before
    assert len(seen) == 2


@pytest.mark.slow
def test_twenty_kills_on_the_way_to_a_next_schema_leave_the_old_one_or_the_new_one(tmp_path, home):
    kill_on_the_way(tmp_path, home, 20)


@pytest.mark.soak
def test_two_hundred_kills_on_the_way_to_a_next_schema(tmp_path, home):
    kill_on_the_way(tmp_path, home, 200)
