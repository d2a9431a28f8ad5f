"""The real window: tells where it opened, goes to a stage and types there until it is killed."""

from __future__ import annotations

import itertools
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import views.actions.page
import views.prepare.page
import views.shell.assembly
import views.timeline.page  # noqa: F401 - loaded before the fork
from app.paths import user_paths
from app.saving import SaveState, Saving
from app.tasks import TaskRunner
from models.queries.load import rows
from models.rows import EventRow, ReviewRow
from models.values import Stage
from views.actions.twice import QUESTION
from views.main_window import MainWindow
from views.preferences import Preferences
from views.remembered import Remembered
from views.theme import Theme
from views.widgets.text_field import TextField
from views.window import Start

ALPHABET = "abcdefghij klmnop"
FIELDS = {
    Stage.PREPARE: "What leadership says beforehand",
    Stage.TIMELINE: "Description",
    Stage.ACTIONS: QUESTION,
}
"""The stages that are typed in, and the name of a field of each: a note, an event, actions."""

Tell = Callable[[str], None]


def open_window(library: Path) -> tuple[MainWindow, Start]:
    """Show the window as the program does."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    preferences = Preferences(user_paths().settings_file)
    theme = Theme(application)
    preferences.dress(theme)
    theme.apply()
    tasks = TaskRunner()
    window = MainWindow(theme, tasks, preferences, Remembered(user_paths().geometry_file))
    start = Start(window, library, tasks)
    window.show()
    while window.navigator is None or window.navigator.page is None:
        application.processEvents()
    application.processEvents()
    return window, start


def field_of(window: MainWindow, stage: Stage) -> TextField:
    """Find the field that is typed in."""
    fields = window.findChildren(TextField)
    (field,) = [f for f in fields if f.accessibleName() == FIELDS[stage] and f.isVisible()]
    return field


def select_event(window: MainWindow, start: Start) -> None:
    """Show the one event in full, as a click on it does."""
    assert start.workspace is not None
    assert window.navigator is not None
    assert window.navigator.session is not None
    (event,) = start.workspace.read(rows, EventRow)
    window.navigator.session.selection.choose_event(event.id)
    QApplication.processEvents()


def place(window: MainWindow, start: Start, began: float) -> dict[str, object]:
    """Return where the window opened, and what the field there shows."""
    navigator = window.navigator
    assert navigator is not None
    told: dict[str, object] = {"seconds": time.monotonic() - began, "stage": None}
    if navigator.session is None or navigator.stage is None:
        return told
    told |= {"review": navigator.session.review_id, "stage": navigator.stage.value}
    if navigator.stage is Stage.TIMELINE:
        select_event(window, start)
    return told | {"text": field_of(window, navigator.stage).text()}


def go_to(window: MainWindow, start: Start, stage: Stage) -> TextField:
    """Open the review at a stage and put the caret at the end of its field."""
    assert start.workspace is not None
    (review,) = start.workspace.read(rows, ReviewRow)
    window.open_review(review.id, stage)
    if stage is Stage.TIMELINE:
        select_event(window, start)
    field = field_of(window, stage)
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QApplication.processEvents()
    return field


def live(tell: Tell, library: Path, seed: int) -> None:
    """Tell the place, then type for ever.

    Each line is `P {...}` for the place, `G stage text` for where it goes, `T n` for the letters in
    the field, `S n` for those on the disk.
    """
    began, chance = time.monotonic(), random.Random(seed)  # noqa: S311
    window, start = open_window(library)
    tell(f"P {json.dumps(place(window, start, began))}")
    stage = chance.choice(list(FIELDS))
    field = go_to(window, start, stage)
    tell(f"G {json.dumps([stage.value, field.text()])}")
    assert start.workspace is not None

    def on_saving(saving: Saving) -> None:
        if saving.state is SaveState.SAVED:
            tell(f"S {len(field.text())}")

    start.workspace.saving.connect(on_saving)
    pause = chance.randint(10, 50)
    for key in itertools.cycle(ALPHABET):
        QTest.keyClick(field, key)
        tell(f"T {len(field.text())}")
        QTest.qWait(pause)


def main() -> None:
    """Begin as a program of its own, with nothing loaded before."""
    live(lambda line: print(line, flush=True), Path(sys.argv[1]), int(sys.argv[2]))


if __name__ == "__main__":
    main()
