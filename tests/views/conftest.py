"""The look and the open library that the tests of the views share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.library import open_library
from app.operations.reviews import NewReview, add_review
from app.tasks import TaskRunner
from app.workspace import Workspace
from models.values import Stage
from views.context import Context
from views.feed import SnapshotFeed
from views.selection import Selection
from views.theme import Mode, Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    look = Theme(qapp, mode=Mode.LIGHT, text_factor=1.0)
    look.apply()
    look.set_still(still=True)
    return look


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    workspace = Workspace(open_library(tmp_path / "team.secondstory", create=True))
    yield workspace
    workspace.close()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    tasks = TaskRunner()
    yield tasks
    tasks.close()
    qapp.processEvents()


class QuietShell(QObject):
    """A window that only remembers what a page asked of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.said: list[str] = []
        self.gone_to: list[tuple[object, str]] = []

    def window(self) -> QWidget:
        return self._window

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        self.said.append(sentence)

    def tell(self, sentence: str) -> None:
        self.said.append(sentence)

    def go_to_stage(self, stage: Stage, target: str = "") -> None:
        self.gone_to.append((stage, target))

    def hand_over(self, data: QMimeData) -> None:
        self.said.append("handed over")

    def go_to_place(self, key: str) -> None:
        self.gone_to.append((key, ""))

    def open_review(self, review_id: str, stage: Stage = Stage.PREPARE, target: str = "") -> None:
        self.gone_to.append((review_id, stage.value))


@pytest.fixture
def shell(qtbot: object, theme: Theme) -> Iterator[QuietShell]:
    window = QWidget()
    window.resize(1440, 900)
    yield QuietShell(window)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def context(workspace: Workspace, theme: Theme, tasks: TaskRunner, shell: QuietShell) -> Context:
    return Context(workspace, theme, tasks, shell)


@pytest.fixture
def review_id(workspace: Workspace) -> str:
    """Id of a review called "Checkout down", open in the workspace."""
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    workspace.open_review(review_id)
    return review_id


@pytest.fixture
def feed(workspace: Workspace, review_id: str) -> SnapshotFeed:
    return SnapshotFeed(workspace, review_id, workspace)


@pytest.fixture
def selection(workspace: Workspace) -> Selection:
    return Selection(workspace)
