"""T20: a window that does not answer is noticed, and typing never makes it so."""

from __future__ import annotations

import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.workspace import Workspace
from models.queries.load import row
from models.rows import ReviewRow
from views.watchdog import StallWatchdog


@pytest.fixture
def watchdog(qapp):
    watchdog = StallWatchdog()
    watchdog.start()
    yield watchdog
    watchdog.stop()


def compute_for_too_long(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_window_that_does_not_answer_is_noted_with_its_place(watchdog, qtbot):
    qtbot.wait(60)
    compute_for_too_long(0.8)
    qtbot.wait(60)
    (stall,) = watchdog.stalls
    assert "in compute_for_too_long" in stall.stack
    assert watchdog.longest_ms > 500


def test_typing_into_an_open_library_never_holds_the_window(watchdog, ledger, qtbot, qapp):
    workspace = Workspace(ledger)
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    took, computed = [], []

    def store():
        started, computing = time.monotonic(), time.thread_time()
        workspace.type(set_value(ReviewRow, review_id, "background", field.toPlainText()))
        took.append((time.monotonic() - started) * 1000)
        computed.append((time.thread_time() - computing) * 1000)

    field.textChanged.connect(store)
    for _ in range(150):
        QTest.keyClicks(field, "a ")
        qapp.processEvents()
    assert workspace.read(row, ReviewRow, review_id).background == "a " * 150
    took.sort()
    computed.sort()
    print(
        f"one key stored: p50 {took[150]:.2f} ms, p99 {took[297]:.2f} ms, max {took[-1]:.2f} ms; "
        f"of the processor p99 {computed[297]:.2f} ms, max {computed[-1]:.2f} ms; "
        f"longest stall {watchdog.longest_ms:.0f} ms"
    )
    assert computed[297] <= 50
    assert computed[-1] <= 100
    workspace.close()
