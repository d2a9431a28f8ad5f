"""What holds for every test: a quiet log, no window left open and no thread left running."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory(prefix="second-story-tests-")
os.environ["SECOND_STORY_HOME"] = HOME.name


class Listener(logging.Handler):
    """Keep every warning, and whatever is worse, that reaches the log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test end well only if the log holds no warning but those `expects_log` names."""
    listener = Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    expected = [mark.args[0] for mark in request.node.iter_markers("expects_log")]
    surprises = [
        message
        for message in listener.messages
        if not any(re.search(pattern, message) for pattern in expected)
    ]
    if surprises:
        pytest.fail("in the log: " + "; ".join(surprises), pytrace=False)


def open_windows() -> set[str]:
    """Name the windows that are on the screen."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtWidgets import QApplication

    shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return {f"{type(window).__name__} {window.windowTitle()!r}" for window in shown}


def own_threads() -> set[threading.Thread]:
    """Return the threads that Python code has started, without those that Qt keeps for later."""
    return {each for each in threading.enumerate() if each.name.partition("-")[0] != "Dummy"}


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Let a test end well only if its windows are closed and its threads have come to an end."""
    before, windows = own_threads(), open_windows()
    yield
    assert open_windows() - windows == set()
    left = own_threads() - before
    for thread in left:
        thread.join(timeout=2)
    assert {thread.name for thread in left if thread.is_alive()} == set()
