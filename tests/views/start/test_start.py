from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.backup_origin import note_origin
from app.library import open_library
from app.lock import lock_path
from app.operations.reviews import NewReview, add_review
from app.paths import user_paths
from models.queries.load import rows
from models.rows import ReviewRow
from models.values import Stage
from views.main_window import MainWindow
from views.start.first_run import FirstRunPage
from views.start.problem import ProblemPage
from views.widgets.text import Text
from views.window import Start


@pytest.fixture
def started(theme, tasks, qtbot, tmp_path):
    windows = []

    def start(path: Path) -> tuple[MainWindow, Start]:
        window = MainWindow(theme, tasks)
        windows.append(window)
        start = Start(window, path, tasks)
        window.show()
        qtbot.waitUntil(lambda: window._pages.count() > 0)
        return window, start

    yield start
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def started_hidden(theme, tasks):
    windows = []

    def start(path: Path) -> tuple[MainWindow, Start]:
        window = MainWindow(theme, tasks)
        windows.append(window)
        return window, Start(window, path, tasks)

    yield start
    for window in windows:
        window.close()
        window.deleteLater()


def page_of(window):
    return window._pages.currentWidget()


def said(page):
    return " ".join(text.text() for text in page.findChildren(Text))


def test_the_first_start_offers_three_ways_by_number(started, tmp_path):
    window, start = started(tmp_path / "reviews.secondstory")
    page = page_of(window)
    assert isinstance(page, FirstRunPage)
    QTest.keyClick(page._ways, Qt.Key.Key_2)
    assert start.workspace.read(rows, ReviewRow) == ()
    assert (tmp_path / "reviews.secondstory").exists()


def test_the_sample_opens_on_its_timeline(started, tmp_path, monkeypatch):
    gone = []
    window, start = started(tmp_path / "reviews.secondstory")
    monkeypatch.setattr(window, "open_review", lambda _review, stage: gone.append(stage))
    QTest.keyClick(page_of(window)._ways, Qt.Key.Key_1)
    assert gone == [Stage.TIMELINE]
    assert start.workspace.read(rows, ReviewRow)[0].is_sample


def test_the_window_is_on_the_screen_before_the_library_is_opened(
    theme, tasks, qtbot, tmp_path, monkeypatch
):
    order = []
    window = MainWindow(theme, tasks)
    monkeypatch.setattr(Start, "_open", lambda _start, _path: order.append("opened"))
    window.painted.connect(lambda: order.append("painted"))
    path = tmp_path / "reviews.secondstory"
    path.touch()
    Start(window, path, tasks)
    window.show()
    qtbot.waitUntil(lambda: "opened" in order)
    assert order == ["painted", "opened"]
    window.close()
    window.deleteLater()


def test_a_window_that_is_closed_before_its_library_is_there_leaves_it_alone(
    theme, tasks, qtbot, tmp_path
):
    path = tmp_path / "reviews.secondstory"
    open_library(path, create=True).close()
    window = MainWindow(theme, tasks)
    start = Start(window, path, tasks)
    start.begin()
    window.close()
    qtbot.wait(50)
    assert start.workspace is None
    assert not lock_path(path).exists()
    window.deleteLater()


def test_a_window_that_starts_minimised_opens_its_library_too(started_hidden, tmp_path, qtbot):
    window, _start = started_hidden(tmp_path / "reviews.secondstory")
    qtbot.waitUntil(lambda: window._pages.count() > 0)
    assert isinstance(page_of(window), FirstRunPage)


def test_a_file_that_is_something_else_gets_one_sentence_and_stays_as_it_was(started, tmp_path):
    path = tmp_path / "notes.secondstory"
    path.write_text("just some notes, nothing more\n" * 50)
    window, _ = started(path)
    page = page_of(window)
    assert isinstance(page, ProblemPage)
    assert "is not a Second Story library, or its beginning is damaged" in said(page)
    assert path.read_text().startswith("just some notes")


def test_a_newer_library_is_refused_untouched(started, tmp_path):
    path = tmp_path / "newer.secondstory"
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA application_id=1395806809")
    raw.execute("PRAGMA user_version=99")
    raw.execute("CREATE TABLE later (x)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    window, _ = started(path)
    assert "newer version of Second Story" in said(page_of(window))
    assert path.read_bytes() == before


def test_trying_again_opens_the_library_once_it_is_whole(started, tmp_path):
    path = tmp_path / "reviews.secondstory"
    path.touch()
    window, start = started(path)
    assert "is empty" in said(page_of(window))
    path.unlink()
    QTest.keyClick(page_of(window)._ways, Qt.Key.Key_1)
    assert start.workspace is not None


def test_a_damaged_library_comes_back_from_its_newest_backup(started, tmp_path, monkeypatch):
    monkeypatch.setenv("SECOND_STORY_HOME", str(tmp_path / "home"))
    path = tmp_path / "reviews.secondstory"
    ledger = open_library(path, create=True)
    ledger.run(add_review(NewReview("Checkout down")))
    folder = user_paths().backups / ledger.library_id
    note_origin(folder, path)
    ledger.backup(user_paths().backups)
    ledger.close()
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\x00" * (len(content) - 8192))
    window, start = started(path)
    page = page_of(window)
    assert "Open the backup of" in page._ways.buttons[0].way.title
    QTest.keyClick(page._ways, Qt.Key.Key_1)
    assert [r.title for r in start.workspace.read(rows, ReviewRow)] == ["Checkout down"]


def test_the_state_of_a_backup_is_restored_from_the_window(started, tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("SECOND_STORY_HOME", str(tmp_path / "home"))
    path = tmp_path / "reviews.secondstory"
    window, start = started(path)
    QTest.keyClick(page_of(window)._ways, Qt.Key.Key_2)
    start.workspace.run(add_review(NewReview("Before")))
    backup = start.workspace.ledger.backup(user_paths().backups)
    start.workspace.run(add_review(NewReview("After")))
    window.restore_asked.emit(backup)
    assert [r.title for r in start.workspace.read(rows, ReviewRow)] == ["Before"]
    assert start._window is not window
    start._window.close()
    start._window.deleteLater()
