"""T20: in a review of three hundred events no turn of typing holds the window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.library import open_library
from app.tasks import TaskRunner
from app.workspace import Workspace
from models.values import Stage
from tests.reliability.libraries import fill
from tests.turns import TurnMeter, share
from views.main_window import MainWindow

EVENTS, KEYS = 300, 100
USUAL_MS, LONGEST_MS = 50, 100
FIELDS = (
    (Stage.PREPARE, "What leadership says beforehand"),
    (Stage.TIMELINE, "What happened"),
    (Stage.TIMELINE, "Description"),
    (Stage.SHARE, "Top insight"),
    (Stage.ACTIONS, "How well could we live with the same incident a second time?"),
)


@pytest.fixture(scope="module")
def long_review(tmp_path_factory):
    """Return a library with one long review, and the review's id."""
    path = tmp_path_factory.mktemp("long") / "team.secondstory"
    ledger = open_library(path, create=True)
    review_id = fill(ledger, events=EVENTS)
    ledger.close()
    return path, review_id


@pytest.fixture
def window(long_review, theme, qtbot):
    path, review_id = long_review
    window = MainWindow(theme, TaskRunner())
    qtbot.addWidget(window)
    workspace = Workspace(open_library(path))
    window.attach(workspace)
    window.show()
    window.open_review(review_id, Stage.PREPARE)
    yield window, workspace
    window.close()
    window.tasks.close()
    workspace.close()


def named(window, name):
    (field,) = [
        each
        for each in window.findChildren(QWidget)
        if each.accessibleName() == name and each.isVisible()
    ]
    return field


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "name"), FIELDS)
def test_no_turn_of_typing_holds_the_window(window, stage, name, qapp):
    window, workspace = window
    window.go_to_stage(stage)
    if stage is Stage.TIMELINE:
        events = window.navigator.session.feed.snapshot.events
        window.navigator.session.selection.choose_event(events[EVENTS // 2].id)
    for _ in range(10):
        qapp.processEvents()
    field = named(window, name)
    field.setFocus()
    meter = TurnMeter()
    workspace.saving.connect(meter.mark)
    for number in range(KEYS):
        meter.turn()
        meter.mark()
        QTest.keyClick(field, "etaoin s"[number % 8])
        QTest.qWait(10)
    QTest.qWait(250)
    meter.stop()
    workspace.saving.disconnect(meter.mark)
    usual, longest = share(meter.marked, 0.99), max(meter.turns)
    print(
        f"{name}: {len(meter.marked)} turns, p50 {share(meter.marked, 0.5):.1f} ms, "
        f"p99 {usual:.1f} ms, longest {longest:.1f} ms"
    )
    assert len(meter.marked) >= KEYS
    assert usual <= USUAL_MS
    assert longest <= LONGEST_MS
