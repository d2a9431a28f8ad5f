from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from views.remembered import Remembered


def split(qtbot):
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    splitter.resize(1000, 400)
    splitter.show()
    return splitter


def test_a_page_is_divided_as_it_was_left(qtbot, tmp_path):
    file = tmp_path / "window.ini"
    before = split(qtbot)
    Remembered(file).follow(before, "timeline")
    before.setSizes([300, 700])
    before.splitterMoved.emit(300, 1)
    after = split(qtbot)
    Remembered(file).follow(after, "timeline")
    assert after.sizes()[0] == before.sizes()[0]


def test_a_window_comes_back_in_its_size(qtbot, tmp_path):
    file = tmp_path / "window.ini"
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    Remembered(file).keep_window(window)
    again = QWidget()
    qtbot.addWidget(again)
    Remembered(file).place_window(again)
    assert (again.width(), again.height()) == (640, 480)


def test_without_a_file_nothing_is_kept(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    Remembered().keep_window(window)
    assert list(tmp_path.iterdir()) == []


def test_the_place_of_the_work_is_kept_for_each_library(tmp_path):
    file = tmp_path / "window.ini"
    Remembered(file).keep_place("one", "review-1", "timeline")
    Remembered(file).keep_place("two", "", "")
    assert Remembered(file).place("one") == ("review-1", "timeline")
    assert Remembered(file).place("two") == ("", "")
    assert Remembered(file).place("three") == ("", "")
