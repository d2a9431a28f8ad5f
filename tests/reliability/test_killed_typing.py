"""T1: a kill at any moment of typing loses no key that was said to be saved."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time

import pytest

from app.library import open_library
from app.operations.reviews import NewReview, add_review
from models.queries.load import rows
from models.rows import ReviewRow


def kill_once(path, chance):
    """Type, kill, and return (keys acknowledged, keys typed, keys in the library)."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.typing_child", path],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    told = [child.stdout.readline()]
    while told[-1] and not told[-1].startswith(b"S"):
        told.append(child.stdout.readline())
    wait = chance.uniform(0.0, 0.25)
    time.sleep(wait)
    child.kill()
    told += child.stdout.read().split(b"\n")
    child.wait()
    child.stdout.close()
    counted = [line.split() for line in told if len(line.split()) == 2]
    saved = max((int(n) for word, n in counted if word == b"S"), default=0)
    typed = max((int(n) for word, n in counted if word == b"T"), default=0)
    started = time.monotonic()
    ledger = open_library(path)
    text = ledger.read(rows, ReviewRow)[0].background
    ledger.close()
    assert time.monotonic() - started < 3
    return saved, typed, text


def kill_many(path, kills, seed):
    ledger = open_library(path, create=True)
    ledger.run(add_review(NewReview("Checkout down")))
    ledger.close()
    chance = random.Random(seed)  # noqa: S311
    acknowledged = lost = unacknowledged = 0
    for _ in range(kills):
        saved, typed, text = kill_once(path, chance)
        acknowledged += saved > 0
        lost += max(0, saved - len(text))
        unacknowledged = max(unacknowledged, typed - len(text))
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    print(
        f"{kills} kills, seed {seed}: acknowledged and lost {lost}, not yet saved {unacknowledged}"
    )
    assert acknowledged == kills
    assert lost == 0
    assert unacknowledged <= 25


@pytest.mark.slow
def test_forty_kills_while_typing_lose_no_saved_key(path):
    kill_many(path, 40, seed=11)


@pytest.mark.soak
def test_three_hundred_kills_while_typing_lose_no_saved_key(path):
    kill_many(path, 300, seed=int(time.time()))
