"""The keyboard finds its place on each page, and no page flashes a window of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.operations.sample import add_sample
from models.values import Stage
from views.main_window import MainWindow
from views.shell.line_column import LineColumn
from views.shell.trash_sheet import TrashSheet
from views.start.first_run import FirstRunPage
from views.widgets.buttons import Button, IconButton
from views.widgets.sheet import Sheet

BEGINS = {
    Stage.GATHER: "Records",
    Stage.TIMELINE: "Events",
    Stage.EXPLORE: "Moments",
    Stage.FACTORS: "Network of factors",
    Stage.ACTIONS: "Actions and decisions",
}


class Windows(QObject):
    """Counts windows other than the one that is meant to be there."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def window(theme, tasks, qtbot) -> Iterator[MainWindow]:
    window = MainWindow(theme, tasks)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def review(window, workspace):
    window.attach(workspace)
    review_id = workspace.run(add_sample())
    window.open_review(review_id, Stage.PREPARE)
    return review_id


def focus_name():
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.accessibleName()


def test_turning_to_a_stage_puts_the_keyboard_where_its_work_begins(window, review):
    for stage, name in BEGINS.items():
        window.go_to_stage(stage)
        assert focus_name() == name


def test_coming_back_to_a_stage_finds_the_keyboard_where_it_was(window, review):
    window.go_to_stage(Stage.TIMELINE)
    quick = window.navigator.page.list.quick
    quick.setFocus()
    was = QApplication.focusWidget()
    window.go_to_stage(Stage.EXPLORE)
    window.go_to_stage(Stage.TIMELINE)
    assert QApplication.focusWidget() is was


def test_walking_the_rail_leaves_the_keyboard_in_the_rail(window, review):
    window.rail.stages.setFocus()
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Down)
    assert window.rail.isAncestorOf(QApplication.focusWidget())


def test_no_stage_shows_a_window_of_its_own(window, review, workspace, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    for stage in BEGINS:
        window.go_to_stage(stage)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_the_first_page_is_gone_once_a_library_is_open(window, workspace, tmp_path, theme):
    window.show_alone(FirstRunPage(theme, tmp_path / "team.secondstory"))
    window.attach(workspace)
    window.navigator.go_to_place("library")
    assert [type(page).__name__ for page in pages(window)] == ["LibraryPage"]


def pages(window):
    return [window._pages.widget(place) for place in range(window._pages.count())]


def test_enter_presses_a_button_as_space_does(window, theme, qtbot):
    for button in (Button(theme, "Go on"), IconButton(theme, "do.add", "More")):
        button.setParent(window)
        button.show()
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_sheet_leaves_the_focus_to_whom_it_went_meanwhile(window, theme, qtbot):
    before, after = Button(theme, "Before"), Button(theme, "After")
    for button in (before, after):
        button.setParent(window)
        button.show()
    before.setFocus()
    sheet = Sheet(theme, window, "A task")
    sheet.add_button(Button(theme, "Done"))
    sheet.open()
    after.setFocus()
    sheet.dismiss()
    assert QApplication.focusWidget() is after


def test_a_new_review_begins_with_the_keyboard_on_its_page(window, workspace):
    window.attach(workspace)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "Checkout down")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert focus_name() == "Title"
    assert not QApplication.focusWidget().hasSelectedText()


def test_a_long_title_stands_in_the_rail_in_two_lines(window, review):
    button, line = window.rail.review_button, window.theme.line("body")
    long = button.sizeHint().height()
    button.show_words("Checkout down", "deep")
    assert long - button.sizeHint().height() == line


def test_the_arrows_begin_where_the_list_is_in_sight(window, review):
    window.go_to_stage(Stage.TIMELINE)
    session = window.navigator.session
    session.selection.choose_event(None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert session.selection.event_id is not None


def test_what_nothing_is_called_is_said_in_the_palette(window, review):
    window.commands.open_palette()
    QTest.keyClicks(QApplication.focusWidget(), "qqqq")
    assert window.palette_overlay.nothing.isVisible()
    assert not window.palette_overlay.list.isVisible()


def test_the_facts_of_an_event_are_in_the_palette(window, review):
    window.go_to_stage(Stage.TIMELINE)
    titles = {command.title for command in window.commands.all()}
    assert {"Change the kind of the event", "Say whose event it is"} <= titles


@pytest.mark.parametrize("stage", list(Stage))
def test_large_text_does_not_push_the_window_off_a_small_screen(
    theme, tasks, workspace, qtbot, stage
):
    theme.set_text_factor(2.0)
    try:
        window = MainWindow(theme, tasks)
        window.resize(1280, 800)
        window.show()
        window.attach(workspace)
        window.open_review(workspace.run(add_sample()), stage)
        qtbot.wait(1)
        assert (window.width(), window.height()) == (1280, 800)
        window.close()
        window.deleteLater()
    finally:
        theme.set_text_factor(1.0)


def test_the_lines_of_a_sheet_lie_on_its_paper(window, review, theme):
    window.commands.open_trash()
    (sheet,) = window.findChildren(TrashSheet)
    lines = sheet.findChild(LineColumn)
    place = lines.mapTo(window, lines.rect().center())
    assert window.grab().toImage().pixelColor(place) == theme.colour("surface")
