"""What lies over the window: palette, sheet and toast, and the line at its foot."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen import put_on_screen
from views.theme import Theme
from views.widgets.buttons import Button, primary_button
from views.widgets.command_filter import Command, found, spans
from views.widgets.command_palette import CommandPalette
from views.widgets.fields import Choice, Field
from views.widgets.line_field import LineField
from views.widgets.sheet import Sheet
from views.widgets.status_line import SavedState, StatusLine, TaskView
from views.widgets.text import Text
from views.widgets.toast import Toast


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(Button(theme, "On the page"))
    page.resize(1200, 800)
    put_on_screen(page, qtbot)
    return page


def commands(done: list[str]) -> list[Command]:
    return [
        Command("Go to the timeline", "", "Go to", lambda: done.append("timeline")),
        Command("Add another account", "A", "On this event", lambda: done.append("account")),
        Command("Account of support", "", "On this event", lambda: done.append("support")),
        Command("Larger text", "Ctrl++", "Everywhere", lambda: done.append("text"), also="account"),
    ]


def test_titles_that_begin_with_the_words_come_first_in_their_group() -> None:
    hits = [hit.title for hit in found(commands([]), "acc")]

    assert hits == ["Account of support", "Add another account", "Larger text"]


def test_every_typed_word_has_to_be_there() -> None:
    assert [hit.title for hit in found(commands([]), "add ACC")] == ["Add another account"]
    assert found(commands([]), "add nothing") == []


def test_with_nothing_typed_all_show_in_the_order_given() -> None:
    assert found(commands([]), "  ")[0].title == "Go to the timeline"
    assert len(found(commands([]), "")) == 4


def test_the_match_is_marked_where_it_stands() -> None:
    assert spans("Add another account", "acc add") == [(0, 3), (12, 15)]
    assert spans("Add another account", "zzz") == []


def test_enter_does_what_the_arrows_chose(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    palette = CommandPalette(theme, window)
    palette.open_with(commands(done))
    qtbot.keyClicks(palette.field, "acc")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert done == ["account"]
    assert palette.isHidden()


def test_esc_closes_and_gives_the_focus_back(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    before = window.findChild(Button)
    assert isinstance(before, Button)
    before.setFocus()
    palette = CommandPalette(theme, window)
    palette.open_with(commands([]))
    inside = QApplication.focusWidget()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    assert inside is palette.field
    assert QApplication.focusWidget() is before


def test_tab_stays_inside_a_sheet(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    sheet = Sheet(theme, window, "Take in a file")
    body = LineField(theme, "Zone")
    sheet.set_body(body)
    later, now = Button(theme, "Not now"), primary_button(theme, "Take in 338")
    sheet.add_button(later)
    sheet.add_button(now)
    sheet.open()
    walked = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert walked == [body, later, now, body]


def test_a_sheet_follows_its_window(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    sheet = Sheet(theme, window, "Take in a file")
    sheet.open()
    window.resize(700, 500)

    assert sheet.size() == window.size()
    with qtbot.waitSignal(sheet.closed):
        sheet.dismiss()


def test_a_toast_says_it_and_takes_it_back(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(theme, window)
    toast.say("Event deleted, with 2 accounts")
    undo = toast.findChild(QPushButton)

    with qtbot.waitSignal(toast.undo_asked):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)

    assert toast.sentence() == "Event deleted, with 2 accounts"
    assert toast.isHidden()


def test_a_toast_stays_while_its_undo_has_the_focus(theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.say("Event deleted")
    undo = toast.findChild(QPushButton)
    undo.setFocus()

    assert toast.is_staying()


def half_past_two() -> datetime:
    return datetime(2017, 2, 7, 14, 32, tzinfo=UTC)


def test_the_clock_tells_utc_and_the_zone_of_the_review(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme, now=half_past_two)
    qtbot.addWidget(line)
    line.show_zones((("Amsterdam", ZoneInfo("Europe/Amsterdam")),))

    assert line.clock_words().split() == ["UTC", "14:32", "\u00b7", "Amsterdam", "15:32"]


def test_not_saved_is_said_in_words(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show_saved(SavedState.NOT_SAVED, words="Not saved: 3 changes held")

    assert line.saved_words() == "Not saved: 3 changes held"


def test_short_work_shows_no_bar_and_long_work_can_be_stopped(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show()
    cancel = next(b for b in line.findChildren(Button) if b.text() == "Cancel")
    line.show_task(TaskView("short", "Writing"))
    at_once = cancel.isVisible()
    line.finish_task("short")
    line.show_task(TaskView("long", "Reading production-2017-01.zip", 0.62))
    qtbot.waitUntil(cancel.isVisible, timeout=3000)

    assert not at_once
    with qtbot.waitSignal(line.cancel_asked) as told:
        cancel.click()
    assert told.args == ["long"]


def test_a_field_that_needs_something_asks_below(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "When", LineField(theme, ""))
    qtbot.addWidget(field)
    field.ask("This hour came twice. Which one?")

    assert field.question() == "This hour came twice. Which one?"
    assert field.editor.property("needs") is True
    assert field.editor.accessibleName() == "When"
    field.ask("")
    assert field.editor.property("needs") is False


def test_a_choice_tells_only_what_a_person_chose(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, "Depth")
    qtbot.addWidget(choice)
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.show_options([("light", "Light"), ("deep", "Deep")], "deep")
    quiet = list(told)
    qtbot.keyClick(choice, Qt.Key.Key_Up)

    assert quiet == []
    assert told == ["light"]


def test_words_of_people_are_never_read_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = Text(theme, "<b>rm -rf</b> & more", wrap=True)
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.heightForWidth(40) > label.heightForWidth(400)


def test_the_keys_of_the_page_do_not_act_below_a_sheet_but_undo_does(
    window: QWidget, theme: Theme
) -> None:
    done: list[str] = []
    for keys in ("Ctrl+3", "Alt+Down", "Ctrl+Z"):
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(lambda keys=keys: done.append(keys))
    sheet = Sheet(theme, window, "One account")
    choice = Choice(theme, "Told by")
    choice.show_options([("a", "Engineer"), ("b", "Lead")], "a")
    sheet.set_body(choice)
    own = QShortcut(QKeySequence("Ctrl+Return"), sheet)
    own.activated.connect(lambda: done.append("kept"))
    sheet.open()
    QTest.keyClick(choice, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(choice, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(choice, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["kept", "Ctrl+Z"]
    QTest.keyClick(choice, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert choice.view().isVisible()
    choice.hidePopup()
    assert done == ["kept", "Ctrl+Z"]
