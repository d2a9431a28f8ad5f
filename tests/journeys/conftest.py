"""A window as it starts on a machine of its own, and the hands that work it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.tasks import TaskRunner
from tests.journeys.hands import Hands
from tests.turns import LOGGER, TurnMeter
from views.main_window import MainWindow
from views.theme import Mode, Theme
from views.window import Start


@pytest.fixture
def open_window(qapp: QApplication, qtbot, tmp_path, monkeypatch) -> Iterator[Callable]:
    """Start the program on a library; gives the hands and the start."""
    monkeypatch.setenv("SECOND_STORY_HOME", str(tmp_path / "home"))
    theme = Theme(qapp, mode=Mode.LIGHT, text_factor=1.0)
    theme.apply()
    theme.set_still(still=True)
    opened: list[MainWindow] = []
    meter = TurnMeter(lambda: _place_of(opened))

    def start(library: Path) -> tuple[Hands, Start]:
        window = MainWindow(theme, TaskRunner())
        opened.append(window)
        begun = Start(window, library, window.tasks)
        window.show()
        qtbot.waitUntil(lambda: window._pages.count() > 0)
        window.activateWindow()
        return Hands(qtbot, window, tmp_path), begun

    yield start
    meter.stop()
    LOGGER.info("%d turns, the longest of %.0f ms", len(meter.turns), max(meter.turns))
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.processEvents()


def _place_of(opened: list[MainWindow]) -> str:
    navigator = opened[-1].navigator if opened else None
    if navigator is None or navigator.stage is None:
        return "the library"
    return navigator.stage.value
