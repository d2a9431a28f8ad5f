"""Typed words are handed on in time and never lost under a hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.views.hand_timer import HandTimer
from tests.views.screen import put_on_screen
from views.theme import Theme
from views.widgets.line_field import LineField
from views.widgets.pace import LONGEST_WAIT
from views.widgets.sheet import Sheet
from views.widgets.text_field import TextField


class Desk:
    """A field in a shown window, with a timer moved by hand and a record of what was sent."""

    def __init__(self, kind: type[TextField] | type[LineField], theme: Theme, qtbot: QtBot):
        self.timer = HandTimer()
        self.sent: list[str] = []
        self.window = QWidget()
        self.field = kind(theme, "Statement", timer=self.timer)
        self.field.edited.connect(self.sent.append)
        self.other = LineField(theme, "Other")
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.window.resize(400, 300)
        put_on_screen(self.window, qtbot)
        self.field.setFocus()
        self._qtbot = qtbot

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self.field, text)


@pytest.fixture(params=[TextField, LineField], ids=["several lines", "one line"])
def desk(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> Desk:
    return Desk(request.param, theme, qtbot)


def test_words_are_handed_on_within_200_ms_of_the_first_key(desk: Desk) -> None:
    desk.type("a")
    desk.timer.advance(LONGEST_WAIT)

    assert desk.sent == ["a"]


def test_steady_typing_never_postpones(desk: Desk) -> None:
    for letter in "steady":
        desk.type(letter)
        desk.timer.advance(60)

    assert desk.sent == ["ste", "steady"]


def test_nothing_is_sent_twice(desk: Desk) -> None:
    desk.type("a")
    desk.timer.advance(LONGEST_WAIT)
    desk.timer.advance(LONGEST_WAIT)
    desk.field.flush()

    assert desk.sent == ["a"]


def test_leaving_the_field_hands_on_at_once(desk: Desk) -> None:
    desk.type("left")
    desk.other.setFocus()

    assert desk.sent == ["left"]


def test_what_is_shown_from_the_store_is_not_an_edit(desk: Desk) -> None:
    desk.field.show_text("stored")
    desk.timer.advance(LONGEST_WAIT)

    assert desk.sent == []
    assert desk.field.text() == "stored"


def test_a_change_from_elsewhere_does_not_take_words_from_a_typing_hand(desk: Desk) -> None:
    desk.type("mine")
    desk.field.show_text("theirs")
    desk.timer.advance(LONGEST_WAIT)

    assert desk.field.text() == "mine"
    assert desk.sent == ["mine"]


def test_a_change_from_elsewhere_shows_once_the_hand_rests(desk: Desk) -> None:
    desk.type("mine")
    desk.timer.advance(LONGEST_WAIT)
    desk.field.show_text("theirs")

    assert desk.field.text() == "theirs"


def test_the_window_gets_undo_after_the_words_were_handed_on(desk: Desk, qtbot: QtBot) -> None:
    desk.type("unsent")
    qtbot.keyClick(desk.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.sent == ["unsent"]
    assert desk.field.text() == "unsent"


def test_the_caret_stays_when_the_text_changes_around_it(theme: Theme, qtbot: QtBot) -> None:
    desk = Desk(TextField, theme, qtbot)
    desk.field.show_text("one two three")
    cursor = desk.field.textCursor()
    cursor.setPosition(7)
    desk.field.setTextCursor(cursor)
    desk.field.show_text("one two four five")

    assert desk.field.textCursor().position() == 7


def test_the_field_grows_with_its_words(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "Answer", role="voice")
    qtbot.addWidget(field)
    low = field.heightForWidth(300)
    field.show_text("a line\n" * 6)

    assert field.heightForWidth(300) >= low + 5 * theme.line("voice")


def test_pasted_words_leave_their_look_behind(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "Answer")
    qtbot.addWidget(field)
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold")
    field.insertFromMimeData(rich)

    field.moveCursor(QTextCursor.MoveOperation.End)
    assert field.text() == "bold"
    assert field.currentCharFormat().fontWeight() < 600


def test_own_undo_takes_typing_back(theme: Theme, qtbot: QtBot) -> None:
    desk = Desk(TextField, theme, qtbot)
    desk.field.keep_own_undo()
    desk.type("typed")
    qtbot.keyClick(desk.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.field.text() == ""


def undone_by_the_window(field: LineField, window: QWidget, qtbot: QtBot) -> list[str]:
    """Press Ctrl+Z in a field; tell what the window took back."""
    taken: list[str] = []
    QShortcut(QKeySequence("Ctrl+Z"), window, lambda: taken.append("a change"))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return taken


def test_own_undo_leaves_the_key_to_the_window_where_no_typing_is_left(
    theme: Theme, qtbot: QtBot
) -> None:
    desk = Desk(LineField, theme, qtbot)
    desk.field.keep_own_undo()
    desk.type("Who knew?")
    desk.field.clear()

    assert undone_by_the_window(desk.field, desk.window, qtbot) == ["a change"]
    assert desk.field.text() == ""


def test_own_undo_in_a_sheet_never_takes_back_what_lies_below(theme: Theme, qtbot: QtBot) -> None:
    desk = Desk(LineField, theme, qtbot)
    sheet = Sheet(theme, desk.window, "Record a share")
    field = LineField(theme, "To whom")
    field.keep_own_undo()
    sheet.set_body(field)
    sheet.open()

    assert undone_by_the_window(field, desk.window, qtbot) == []
