"""T19: wherever something goes wrong, it is noted without anybody's words, and the app goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from app.crash import CrashLog, bug_of
from app.errors import NotSavedError
from app.library import open_library
from app.operations.reviews import NewReview, add_review
from tests.reliability.crashing_window import IN_CONFIDENCE, PLACES


def run_child(folder, how):
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.crashing_window", folder, how],
        capture_output=True,
        text=True,
        timeout=30,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    return done, time.monotonic() - started


def test_each_of_twelve_places_is_noted_told_once_and_survived(tmp_path):
    done, _ = run_child(tmp_path, "everywhere")
    log = (tmp_path / "second-story.log").read_text()
    assert [kind.__name__ for kind in PLACES if kind.__name__ not in log] == []
    told = done.stdout.split("\n")
    assert told[0] == f"alive True {len(PLACES)}", done.stderr
    assert "closed" in told
    assert IN_CONFIDENCE not in log
    assert IN_CONFIDENCE not in done.stderr


def test_a_crash_of_the_interpreter_leaves_its_stack(tmp_path):
    done, _ = run_child(tmp_path, "segfault")
    assert done.returncode == -signal.SIGSEGV
    assert "Segmentation fault" in (tmp_path / "second-story.fatal.log").read_text()


def test_the_last_words_of_qt_are_noted(tmp_path):
    done, _ = run_child(tmp_path, "fatal")
    assert done.returncode == -signal.SIGABRT
    assert "the paint engine gave up" in (tmp_path / "second-story.log").read_text()


def test_a_request_of_the_system_to_end_closes_the_window(tmp_path):
    done, _ = run_child(tmp_path, "terminate")
    assert (done.returncode, done.stdout.strip()) == (0, "closed")


def test_a_bug_in_a_change_is_noted_without_the_words_in_it(path):
    ledger = open_library(path, create=True)
    with pytest.raises(Exception, match="hide_parameters") as told:
        ledger.run(add_review(NewReview(IN_CONFIDENCE, zone=object())))
    ledger.close()
    report = bug_of(told.value, "MainThread").report
    assert IN_CONFIDENCE not in report
    assert IN_CONFIDENCE not in str(told.value)
    assert "ledger.py" in report


@pytest.mark.expects_log("KeyError|while noting")
def test_what_listens_to_bugs_may_itself_go_wrong(tmp_path):
    def listen(bug):
        raise ValueError(bug)

    log = CrashLog(tmp_path / "a.log", listen)
    log.install()
    log.note(KeyError(IN_CONFIDENCE), "MainThread")
    log.close()
    text = (tmp_path / "a.log").read_text()
    assert "KeyError" in text
    assert "while noting a bug" in text
    assert IN_CONFIDENCE not in text


def test_not_saved_names_the_file_and_the_reason(path):
    assert NotSavedError(path, "the disk is full.").sentence == (
        f"Not saved to {path}: the disk is full."
    )
