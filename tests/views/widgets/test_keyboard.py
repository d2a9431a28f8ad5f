"""Everything in the basic kit can be worked without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen import put_on_screen
from views.theme import Theme
from views.widgets.buttons import Button, link_button, primary_button
from views.widgets.check_row import CheckRow, CheckState, CheckView
from views.widgets.chip import Chip, ChipRow
from views.widgets.focus_ring import FocusRing
from views.widgets.guide_panel import GuidePanel
from views.widgets.rail import Rail
from views.widgets.rail_list import RailItem
from views.widgets.ring import Ring, RingState, ring_of
from views.widgets.segment import Option, Segment
from views.widgets.text import Text

OPTIONS = [Option("light", "Light"), Option("standard", "Standard"), Option("deep", "Deep")]


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    put_on_screen(widget, qtbot)
    return widget


def test_arrows_move_the_choice_of_a_segment(theme: Theme, qtbot: QtBot) -> None:
    segment = Segment(theme, "How deep", OPTIONS)
    shown(segment, qtbot)
    told: list[str] = []
    segment.chosen.connect(told.append)

    qtbot.keyClick(segment, Qt.Key.Key_Right)
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    qtbot.keyClick(segment, Qt.Key.Key_Left)

    assert told == ["standard", "deep", "standard"]
    assert segment.choice() == "standard"


def test_a_choice_shown_by_the_page_is_told_to_nobody(theme: Theme, qtbot: QtBot) -> None:
    segment = Segment(theme, "How deep", OPTIONS)
    shown(segment, qtbot)

    with qtbot.assertNotEmitted(segment.chosen):
        segment.choose("deep")

    assert segment.choice() == "deep"


def test_space_picks_a_chip(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "Heard just now")
    row.add(Chip(theme, "obviously"))
    shown(row, qtbot)

    qtbot.keyClick(row.chips()[0], Qt.Key.Key_Space)

    assert row.chips()[0].isChecked()


def test_chips_begin_a_new_row_where_the_width_ends(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "Heard just now")
    for word in ("seemed off", "I knew", "obviously", "usually"):
        row.add(Chip(theme, word))
    row.resize(150, row.heightForWidth(150))
    shown(row, qtbot)

    tops = {chip.y() for chip in row.chips()}
    assert len(tops) > 1
    assert row.heightForWidth(150) > row.heightForWidth(2000)


def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme)
    made.show_places([RailItem("library", "Library"), RailItem("promises", "Promises", "3 due")])
    stages = [
        RailItem("prepare", "Prepare", "1 open", ring=Ring(RingState.PART, 0.5)),
        RailItem("gather", "Gather", ring=Ring(RingState.DONE)),
    ]
    made.show_review("Database outage", "deep \u00b7 meeting", stages)
    made.resize(theme.size("rail"), 700)
    shown(made, qtbot)
    return made


def test_arrows_and_enter_choose_a_stage(theme: Theme, qtbot: QtBot) -> None:
    made = rail(theme, qtbot)
    made.mark("prepare")

    with qtbot.waitSignal(made.chosen) as told:
        qtbot.keyClick(made.stages, Qt.Key.Key_Down)
        qtbot.keyClick(made.stages, Qt.Key.Key_Return)

    assert told.args == ["gather"]


def test_a_line_of_the_rail_says_its_state_in_words(theme: Theme, qtbot: QtBot) -> None:
    made = rail(theme, qtbot)
    index = made.stages.model().index(0, 0)

    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Prepare, 1 open, part done"


def test_the_narrow_rail_keeps_its_words_as_tooltips(theme: Theme, qtbot: QtBot) -> None:
    made = rail(theme, qtbot)
    made.set_narrow(narrow=True)

    assert made.width() == theme.size("rail_narrow")
    assert "Promises" in made.places.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_ring_tells_part_done_and_reason_apart() -> None:
    assert ring_of(0, 0, 4).state is RingState.EMPTY
    assert ring_of(1, 1, 4) == Ring(RingState.PART, 0.5)
    assert ring_of(4, 0, 4).state is RingState.DONE
    assert ring_of(3, 1, 4).state is RingState.REASON


def check_row(theme: Theme, qtbot: QtBot, view: CheckView) -> CheckRow:
    row = CheckRow(theme, view)
    shown(row, qtbot)
    return row


def test_space_on_an_open_check_says_why_not(theme: Theme, qtbot: QtBot) -> None:
    row = check_row(theme, qtbot, CheckView("voices", "Product has not been asked", link="Invite"))

    with qtbot.waitSignals([row.excused, row.mended]):
        qtbot.keyClick(row, Qt.Key.Key_Space)
        qtbot.keyClick(row, Qt.Key.Key_Return)

    assert row.accessibleName() == "Product has not been asked: open"


def test_the_one_check_without_excuse_offers_none(theme: Theme, qtbot: QtBot) -> None:
    view = CheckView("shared", "Nothing was shared", link="Share it", excusable=False)
    row = check_row(theme, qtbot, view)

    with qtbot.assertNotEmitted(row.excused):
        qtbot.keyClick(row, Qt.Key.Key_Space)

    assert [action.text() for action in row.menu().actions()] == ["Share it"]


def test_a_reason_can_be_changed_and_taken_away(theme: Theme, qtbot: QtBot) -> None:
    view = CheckView("team", "Same team", CheckState.REASON, reason="\u201cClock only\u201d")
    row = check_row(theme, qtbot, view)

    offered = [action.text() for action in row.menu().actions()]
    assert offered == ["Change the reason", "Take the reason away"]


def test_tab_walks_the_buttons_in_the_order_they_stand(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [primary_button(theme, "Ask it"), Button(theme, "Show"), link_button(theme, "Later")]
    for button in buttons:
        column.addWidget(button)
    shown(page, qtbot)
    buttons[0].setFocus()
    walked = []
    for _ in buttons:
        focused = QApplication.focusWidget()
        assert isinstance(focused, Button)
        walked.append(focused.text())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert walked == ["Ask it", "Show", "Later"]


def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = Button(theme, "First"), Button(theme, "Second")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(theme, page)
    shown(page, qtbot)
    first.setFocus()
    handle = page.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    by_keyboard = ring.target()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=first.geometry().center())

    assert by_keyboard is second
    assert ring.target() is None


def test_every_button_is_large_enough_to_hit(theme: Theme, qtbot: QtBot) -> None:
    small = [
        Button(theme, "Ok", small=True),
        link_button(theme, "Go", small=True),
        Chip(theme, "usually"),
    ]
    for widget in small:
        shown(widget, qtbot)
        assert widget.sizeHint().height() >= theme.size("target_min")


def test_the_guide_closes_to_a_strip_and_opens_again(theme: Theme, qtbot: QtBot) -> None:
    guide = GuidePanel(theme)
    section = guide.add_section("Checks", Text(theme, "All met"), icon="do.checks")
    guide.set_count(section, "1 open")
    shown(guide, qtbot)
    guide.close_to_strip()
    narrow = guide.width()
    guide.open()

    assert narrow == theme.size("guide_strip")
    assert guide.width() == theme.size("guide")
    assert section.count() == "1 open"
