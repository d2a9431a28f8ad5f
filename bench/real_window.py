"""The window as `second-story open` shows it, timed until something is seen in it.

`python -m bench.real_window LIBRARY shell|library|timeline`: the shell painted, the list of
reviews painted, or the time from opening the last review on its timeline to seeing its events.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from views.quick_start import load_qt

load_qt()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QAbstractItemView  # noqa: E402

from views.main_window import MainWindow  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.workspace import Workspace


class Watch(QObject):
    """Answers when the rows of a list below a widget are seen for the first time."""

    def __init__(self, window: MainWindow, began: float | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._began = began
        self._seen = False

    def watch(self, part: QWidget) -> None:
        """Wait for the lists that have rows."""
        for view in part.findChildren(QAbstractItemView):
            model = view.model()
            if model is not None and model.rowCount():
                view.viewport().installEventFilter(self)

    def eventFilter(self, _object: QObject, event: QEvent) -> bool:  # noqa: N802
        """See that a list is painted."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.answer)
        return False

    def answer(self) -> None:
        """Print when it was seen, and close the window."""
        now = time.monotonic()
        from bench.measure import memory_mib

        answer = {"at": now} if self._began is None else {"ms": (now - self._began) * 1000}
        print(json.dumps(answer | {"cpu": time.process_time() * 1000, "mib": memory_mib()}))
        self._window.close()


def until_shell() -> None:
    """Answer at the first paint, which comes before the library is opened."""
    shown = MainWindow.show

    def show(window: MainWindow) -> None:
        window.painted.disconnect()
        window.painted.connect(Watch(window).answer)
        shown(window)

    MainWindow.show = show  # type: ignore[method-assign, assignment]


def until_library() -> None:
    """Answer when the list of reviews is seen."""
    attach = MainWindow.attach

    def attach_and_watch(window: MainWindow, workspace: Workspace) -> None:
        attach(window, workspace)
        Watch(window).watch(window)

    MainWindow.attach = attach_and_watch  # type: ignore[method-assign]


def until_timeline() -> None:
    """Open the newest review once the library is there, and answer when its events are seen."""
    attach = MainWindow.attach

    def attach_and_open(window: MainWindow, workspace: Workspace) -> None:
        attach(window, workspace)
        QTimer.singleShot(500, lambda: open_newest(window, workspace))

    MainWindow.attach = attach_and_open  # type: ignore[method-assign]


def open_newest(window: MainWindow, workspace: Workspace) -> None:
    """Open the first review of the list on its timeline."""
    from models.queries.library import review_list
    from models.values import Stage

    review = workspace.read(review_list)[0].review
    watch = Watch(window, time.monotonic())
    window.open_review(review.id, Stage.TIMELINE)
    watch.watch(window)


UNTIL = {"shell": until_shell, "library": until_library, "timeline": until_timeline}


def main() -> None:
    """Open the window as the program does."""
    library, until = sys.argv[1:]
    UNTIL[until]()
    sys.argv[1:] = ["--library", library, "open"]
    from app.__main__ import main as open_program

    open_program()


if __name__ == "__main__":
    main()
