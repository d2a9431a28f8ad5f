"""T1: a kill at any moment of typing loses no key that was said to be saved, nor the place."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass

import pytest

from app.library import open_library
from app.operations.reviews import NewReview, add_review
from tests.reliability.libraries import add_event
from tests.reliability.nursery import child, warm_up
from tests.reliability.typing_window import ALPHABET, live

WITHIN_S = 3
PATIENCE = 3
"""How often as long it may take where other work shares the machine."""
KEYS_IN_A_QUARTER_SECOND = 25


@dataclass(frozen=True)
class Life:
    """One window from its start to its kill."""

    place: dict
    """Where it opened."""
    stage: str
    """Where it typed."""
    before: str
    typed: int
    saved: int

    def assert_found_again(self, place):
        """The next window stands where this one stood and shows what was saved."""
        assert (place["review"], place["stage"]) == (self.place["review"], self.stage)
        shown = place["text"]
        keys = itertools.islice(itertools.cycle(ALPHABET), len(shown))
        assert shown == (self.before + "".join(keys))[: len(shown)]
        assert len(shown) >= self.saved
        assert self.typed - len(shown) <= KEYS_IN_A_QUARTER_SECOND
        assert place["seconds"] < WITHIN_S * PATIENCE


def one_life(path, seed, wait, review_id):
    """Start a window, let it type, kill it."""
    told = []
    with child(live, path, seed) as window:
        window.go()
        for line in window.lines():
            told.append(line)
            if line.startswith("S"):
                break
        time.sleep(wait)
        window.kill()
        told += window.lines()
    assert most(told, "S"), told
    (place,) = [json.loads(line[2:]) for line in told if line.startswith("P")]
    ((stage, before),) = [json.loads(line[2:]) for line in told if line.startswith("G")]
    return Life({"review": review_id} | place, stage, before, most(told, "T"), most(told, "S"))


def most(told, word):
    return max((int(line.split()[1]) for line in told if line.startswith(f"{word} ")), default=0)


def assert_sound(path, folder):
    """The library as the kill left it is sound; looked at in a copy, so that the next window is
    the first to open it."""
    folder.mkdir()
    for part in path.parent.glob(path.name + "*"):
        if part.is_file():
            shutil.copyfile(part, folder / part.name)
    connection = sqlite3.connect(folder / path.name)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    shutil.rmtree(folder)


def start_cold(path):
    """Start the window with nothing loaded before; return where it opened, in how long."""
    began = time.monotonic()
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.typing_window", path, "0"],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert window.stdout is not None
    place = json.loads(window.stdout.readline()[2:])
    window.kill()
    window.communicate()
    return place | {"seconds": time.monotonic() - began}


def kill_many(path, kills, seed):
    ledger = open_library(path, create=True)
    review_id = ledger.run(add_review(NewReview("Checkout down"))).result
    ledger.run(add_event(review_id, "The pager rings"))
    ledger.close()
    warm_up()
    chance = random.Random(seed)  # noqa: S311
    lives = []
    for number in range(kills):
        life = one_life(path, seed * 1000 + number, chance.uniform(0.0, 0.25), review_id)
        if lives:
            lives[-1].assert_found_again(life.place)
        assert_sound(path, path.parent / "copy")
        lives.append(life)
    place = start_cold(path)
    lives[-1].assert_found_again(place)
    slowest = max(life.place["seconds"] for life in lives)
    print(
        f"{kills} kills, seed {seed}, in {len({life.stage for life in lives})} stages: lost 0; "
        f"the place again in at most {slowest:.2f} s, from a cold start in {place['seconds']:.2f} s"
    )
    assert len({life.stage for life in lives}) == 3


@pytest.mark.slow
def test_forty_kills_while_typing_lose_no_saved_key_and_not_the_place(path):
    kill_many(path, 40, seed=11)


@pytest.mark.soak
def test_three_hundred_kills_while_typing_lose_no_saved_key_and_not_the_place(path):
    kill_many(path, 300, seed=int(time.time()))
