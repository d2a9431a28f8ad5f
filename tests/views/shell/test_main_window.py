from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.operations.checks import give_reason
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review, delete_review
from models.queries.load import row
from models.rows import ReviewRow
from models.values import Stage
from views.binding import bind_text
from views.main_window import MainWindow
from views.page import Page, StagePage
from views.remembered import Remembered
from views.shell import navigator, stage_pages
from views.widgets.line_field import LineField


class Library(Page):
    """A place that shows nothing."""


class Blank(StagePage):
    """A stage with one field, for the title."""

    def __init__(self, *parts):
        super().__init__(*parts)
        self.field = LineField(self.context.theme, "Title")
        self.field.setParent(self)
        self.begin = QPushButton("Begin", self)
        self.brought = ""
        bind_text(self.context, self.field, ReviewRow, self.review_id, "title")

    def bring_into_view(self, target):
        self.brought = target

    def first_focus(self):
        return self.begin

    def flush(self):
        self.field.flush()


@pytest.fixture
def window(workspace, theme, tasks, monkeypatch, qtbot) -> Iterator[MainWindow]:
    here = (__name__, "Blank")
    monkeypatch.setattr(stage_pages, "PLACES", dict.fromkeys(Stage, here))
    monkeypatch.setattr(navigator, "PLACE_PAGES", {"library": (__name__, "Library")})
    window = MainWindow(theme, tasks)
    window.show()
    qtbot.waitExposed(window)
    window.attach(workspace)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def open_review(window, workspace):
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    window.open_review(review_id)
    return review_id


def stages(window):
    return [(item.title, item.note) for item in window.rail.stages.items()]


def test_the_rail_shows_the_eight_stages_of_the_open_review(window, open_review):
    titles = [title for title, _ in stages(window)]
    assert titles[0] == "Prepare"
    assert titles[-1] == "Reflect"
    assert len(titles) == 8


def test_ctrl_and_a_number_turns_to_a_stage(window, open_review, qtbot):
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.stage is Stage.TIMELINE


def test_a_stage_begins_with_the_keys_where_its_page_says_and_not_in_the_first_field(
    window, open_review
):
    window.navigator.page.field.setFocus()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.page.begin.hasFocus()


def test_a_stage_that_is_turned_to_again_has_the_keys_where_they_were(window, open_review):
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    window.navigator.page.field.setFocus()
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.page.field.hasFocus()


def test_a_button_of_the_rail_gives_the_keys_to_the_page_that_is_turned_to(window, open_review):
    window.rail.more.setFocus()
    window.go_to_stage(Stage.ACTIONS)
    assert window.navigator.page.begin.hasFocus()


def test_walking_the_rail_keeps_the_keys_in_the_rail(window, open_review):
    window.rail.stages.setFocus()
    window.go_to_stage(Stage.ACTIONS)
    assert window.rail.stages.hasFocus()


def test_typing_is_stored_and_one_key_takes_it_back(window, open_review, workspace):
    field = window.navigator.page.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Checkout slow")
    field.flush()
    assert workspace.read(row, ReviewRow, open_review).title == "Checkout slow"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.read(row, ReviewRow, open_review).title == "Checkout down"


def test_leaving_a_page_stores_what_was_being_typed(window, open_review, workspace):
    field = window.navigator.page.field
    field.setText("Half a tit")
    field.textEdited.emit("Half a tit")
    window.go_to_stage(Stage.GATHER)
    assert workspace.read(row, ReviewRow, open_review).title == "Half a tit"


def test_a_check_settled_with_a_reason_no_longer_counts_as_open(window, open_review, qtbot):
    before = stages(window)[0][1]
    keys = [row.check.key for row in window.guide_content._shown]
    told = give_reason(open_review, Stage.PREPARE, keys[0], "small team", _today())
    window._workspace.run(told)
    qtbot.waitUntil(lambda: stages(window)[0][1] != before)


def test_a_review_that_is_deleted_leaves_the_window(window, open_review, workspace):
    workspace.run(delete_review(open_review))
    assert window.navigator.session is None
    assert window.navigator.page.__class__ is Library


def test_a_change_made_elsewhere_shows_in_the_rail(window, open_review, workspace, qtbot):
    workspace.run(set_value(ReviewRow, open_review, "title", "Payments slow"))
    qtbot.waitUntil(lambda: window.rail.review_button.text() == "Payments slow")


def test_every_command_has_a_name_and_no_key_twice(window, open_review):
    commands = window.commands.all()
    keys = [command.keys for command in commands if command.keys]
    assert len(set(keys)) == len(keys)
    assert all(command.title for command in commands)


def test_f6_walks_the_parts_of_the_window(window, open_review):
    window.rail.stages.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.navigator.page.field.hasFocus()


def _today():
    from datetime import date

    return date(2026, 1, 5)


def test_the_next_start_opens_where_the_work_was(
    workspace, theme, tasks, monkeypatch, qtbot, tmp_path
):
    monkeypatch.setattr(stage_pages, "PLACES", dict.fromkeys(Stage, (__name__, "Blank")))
    monkeypatch.setattr(navigator, "PLACE_PAGES", {"library": (__name__, "Library")})
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    seen = []
    for _ in range(2):
        window = MainWindow(theme, tasks, None, Remembered(tmp_path / "window.ini"))
        window.show()
        window.attach(workspace)
        seen.append(window.navigator.stage)
        window.open_review(review_id, Stage.FACTORS)
        window.close()
        window.deleteLater()
    assert seen == [None, Stage.FACTORS]
