"""Draws every stage of the sample review, light and dark, in two sizes: `make screens`."""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.library import open_library
from app.operations.reviews import NewReview, add_review
from app.operations.sample import add_sample
from app.tasks import TaskRunner
from app.workspace import Workspace
from models.values import Stage
from views.main_window import MainWindow
from views.theme import Mode, Theme

SIZES = ((1440, 900), (1280, 800))
FAMILY = "Inter"
"""What the pictures are set in where it is installed, so that they look alike everywhere."""
OTHERS = (
    "Sign-in loop after the certificate change",
    "Search results a day old",
    "Runner queue stalled for two hours",
)
"""Titles that fill the library page; nothing is told of them."""


def draw(folder: Path) -> list[Path]:
    """Draw all pictures into a folder and return them."""
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    family = FAMILY if FAMILY in QFontDatabase.families() else ""
    theme = Theme(application, text_factor=1.0, ui_family=family)
    theme.apply()
    theme.set_still(still=True)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        workspace = Workspace(open_library(Path(place) / "reviews.secondstory", create=True))
        sample_id = workspace.run(add_sample())
        for title in OTHERS:
            workspace.run(add_review(NewReview(title)))
        drawn: list[Path] = []
        for mode, size in product((Mode.LIGHT, Mode.DARK), SIZES):
            theme.set_mode(mode)
            drawn += _draw_window(workspace, theme, sample_id, size, folder)
        workspace.close()
    return drawn


def _draw_window(
    workspace: Workspace, theme: Theme, sample_id: str, size: tuple[int, int], folder: Path
) -> list[Path]:
    tasks = TaskRunner()
    window = MainWindow(theme, tasks)
    window.resize(*size)
    window.show()
    window.attach(workspace)
    scheme = "dark" if theme.is_dark else "light"
    drawn = [_grab(window, folder / f"library-{scheme}-{size[0]}.png")]
    for stage in Stage:
        window.open_review(sample_id, stage)
        _choose_a_decision(window)
        drawn.append(_grab(window, folder / f"{stage.value}-{scheme}-{size[0]}.png"))
    window.hide()
    window.deleteLater()
    tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return drawn


def _choose_a_decision(window: MainWindow) -> None:
    session = window.navigator.session if window.navigator else None
    if session is not None:
        told = {account.event_id for account in session.feed.snapshot.accounts}
        decisions = (e for e in session.feed.snapshot.events if e.is_decision and e.id in told)
        chosen = next(decisions, None)
        session.selection.choose_event(chosen.id if chosen else None)


def _grab(window: MainWindow, path: Path) -> Path:
    for _ in range(20):
        QCoreApplication.processEvents()
    window.grab().save(str(path))
    return path


def main() -> int:
    """Draw into the folder that is named, or into docs/screens."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screens")
    for path in draw(folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
