from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from app.operations.timeline import delete_events
from models.rows import GapRow
from models.values import EventKind, GapState, Mark, Precision, Stage
from tests.views.timeline.seen import (
    details,
    keep,
    lines,
    press,
    spoken,
    statements,
    stored,
    type_line,
)
from views.timeline.page import TimelinePage
from views.widgets.chip import Chip
from views.widgets.event_lines import DateLine, SilentLine

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _well_kept_model(request):
    page = request.getfixturevalue("page")
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    page.tester = QAbstractItemModelTester(page.list.model, mode, page)


def test_the_list_tells_the_day_the_events_and_the_silent_stretch(page):
    assert spoken(page) == [
        "Tuesday 3 March 2026",
        "13:55, deploy, Systems, A new search index goes out, no source",
        "14:05, detection, Checkout, First page fires, no source",
        "about 14:12, decision, On-call engineer, Rolls the index back, no source",
        "2 h 8 min with nothing on record. Enter: Ask about it",
        "16:20, customer report, Support, Orders come late, no source",
    ]
    assert page.list.count.text() == "4 \u00b7 UTC"


def test_a_typed_line_becomes_an_event_and_is_selected(page):
    press(page, Qt.Key.Key_N)
    type_line(page, "14:20 @Systems #recovery Orders go through")
    assert "14:20, recovery, Systems, Orders go through, no source" in spoken(page)
    assert details(page).event.title == "Orders go through"
    assert page.list.quick.line.text() == ""
    assert page.list.quick.line.line.hasFocus()


def test_the_line_says_in_words_how_it_reads_while_it_is_typed(page, story, selection):
    selection.choose_event(story[1])
    QTest.keyClicks(page.list.quick.line.line, "~14:07 @Systems #alert load doubles")
    reading = page.list.quick.line.reading()
    assert reading == "about 14:07 UTC, 3 March \u00b7 lane Systems \u00b7 Alert"


def test_a_bare_time_goes_with_the_selected_event_and_rolls_over_midnight(page, story, selection):
    selection.choose_event(story[3])
    type_line(page, "00:10 Quiet again")
    assert "Wednesday 4 March 2026" in spoken(page)


def test_an_unknown_kind_is_asked_about_and_nothing_is_lost(page):
    type_line(page, "14:30 #detecton Graph turns")
    quick = page.list.quick
    assert quick.line.reading() == "#detecton is no kind of event here. Is it #detection?"
    assert quick.line.text() == "14:30 #detecton Graph turns"
    QTest.mouseClick(quick.choices.chips()[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(quick.line.line, Qt.Key.Key_Return)
    assert "14:30, detection, Graph turns, no source" in spoken(page)


def test_a_line_without_words_asks_what_happened(page):
    type_line(page, "14:30")
    assert page.list.quick.line.reading() == "What happened? A few words are enough."
    assert len(stored(page)) == 4


def test_enter_edits_a_title_in_its_row(page, story, selection):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_Return)
    editor = page.list.table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Pager rings twice")
    keep(editor)
    assert statements(page)[1] == "Pager rings twice"
    assert selection.event_id == story[1]


def test_escape_leaves_a_title_as_it_was(page, story, selection):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_F2)
    editor = page.list.table.findChild(QLineEdit)
    QTest.keyClicks(editor, "something else")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert statements(page)[1] == "First page fires"


def test_an_emptied_title_stays_what_it_was(page, story, selection):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_F2)
    editor = page.list.table.findChild(QLineEdit)
    editor.clear()
    keep(editor)
    assert statements(page)[1] == "First page fires"


def test_k_makes_a_decision_point_and_back_what_it_was(page, story, selection):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_K)
    assert stored(page)[1].kind is EventKind.DECISION
    press(page, Qt.Key.Key_K)
    assert stored(page)[1].kind is EventKind.DETECTION


def test_letters_set_marks_and_take_them_away(page, story, selection):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_S)
    press(page, Qt.Key.Key_V)
    assert stored(page)[1].marks == {Mark.SURPRISE, Mark.PIVOT}
    press(page, Qt.Key.Key_S)
    assert stored(page)[1].marks == {Mark.PIVOT}


def test_delete_never_asks_and_undo_brings_the_event_back(page, story, selection, shell, workspace):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_Delete)
    assert "First page fires" not in statements(page)
    assert selection.event_id == story[2]
    assert shell.said == ["Event deleted"]
    workspace.undo()
    assert statements(page)[1] == "First page fires"
    assert selection.event_id == story[2]


def test_events_of_one_time_change_places(page, story, selection):
    selection.choose_event(story[1])
    type_line(page, "14:05 Someone looks")
    assert statements(page)[1:3] == ["First page fires", "Someone looks"]
    page.doing.move_up()
    assert statements(page)[1:3] == ["Someone looks", "First page fires"]
    page.doing.move_down()
    assert statements(page)[1:3] == ["First page fires", "Someone looks"]


def test_an_event_with_a_time_of_its_own_stays(page, story, selection, shell):
    selection.choose_event(story[0])
    page.doing.move_down()
    assert statements(page)[0] == "A new search index goes out"
    assert shell.said == ["Only events of the same time change places"]


def test_g_makes_a_gap_of_an_event_without_a_source(page, story, selection, feed):
    selection.choose_event(story[3])
    press(page, Qt.Key.Key_G)
    gap = feed.snapshot.gaps[0]
    assert gap.text == "Where is \u201cOrders come late\u201d on record?"
    assert (gap.event_id, gap.state) == (story[3], GapState.OPEN)


def test_a_silent_stretch_is_asked_about_by_key_and_then_gone(page, story, feed):
    silent = next(row for row, line in enumerate(lines(page)) if isinstance(line, SilentLine))
    page.list.table.setCurrentIndex(page.list.model.index(silent, 0))
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert not any(isinstance(line, SilentLine) for line in lines(page))
    text = (
        "What happened between \u201cRolls the index back\u201d and \u201cOrders come late\u201d?"
    )
    assert feed.snapshot.gaps[0].text == text


def test_the_filter_says_how_much_it_hides(page, shell):
    page.focus_filter()
    QTest.keyClicks(page.list.filter, "index")
    assert statements(page) == ["A new search index goes out", "Rolls the index back"]
    assert page.list.count.text() == "2 of 4 shown, 2 hidden"
    assert len(page.lanes.picture().marks) == 2
    QTest.keyClick(page.list.filter, Qt.Key.Key_Escape)
    assert len(statements(page)) == 4


def test_the_filter_finds_kinds_lanes_and_what_has_no_source(page):
    page.focus_filter()
    for typed, count in (("customer report", 1), ("support", 1), ("no source", 4), ("nothing", 0)):
        page.list.filter.setText(typed)
        assert len(statements(page)) == count


def test_days_are_passed_over_by_the_arrow_keys(page, story, selection):
    selection.choose_event(story[1])
    press(page, Qt.Key.Key_Up)
    assert selection.event_id == story[0]
    press(page, Qt.Key.Key_Up)
    assert selection.event_id == story[0]


def test_an_event_that_is_added_elsewhere_leaves_selection_and_place(page, story, selection):
    selection.choose_event(story[3])
    page.context.workspace.run(delete_events((story[0],)))
    assert selection.event_id == story[3]
    assert page.list.table.currentIndex() == page.list.model.index_of(story[3])


def test_an_event_without_a_time_stands_last_under_its_own_head(page):
    type_line(page, "Someone had asked before")
    said = lines(page)
    assert isinstance(said[-2], DateLine)
    assert said[-2].words == "Time not known"
    assert said[-1].statement == "Someone had asked before"
    assert stored(page)[-1].precision is Precision.UNKNOWN


def test_p_parks_an_idea_beside_the_event(page, story, selection, feed, shell):
    selection.choose_event(story[2])
    page.doing.park("Let the index be tried first")
    idea = feed.snapshot.parked_ideas[0]
    assert (idea.text, idea.event_id) == ("Let the index be tried first", story[2])
    assert shell.said == ["Idea parked until the action stage"]


def test_a_page_opened_again_shows_the_same(page, context, feed, selection, shell):
    before = spoken(page)
    again = TimelinePage(context, feed, selection, shell.window())
    assert spoken(again) == before


def test_every_change_can_be_undone_and_done_again(page, story, selection, workspace):
    before = spoken(page)
    selection.choose_event(story[1])
    for key in (Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_G, Qt.Key.Key_Delete):
        press(page, key)
    after = spoken(page)
    while workspace.undo_stack.undoText() != "Add event":
        workspace.undo()
    assert spoken(page) == before
    while workspace.undo_stack.canRedo():
        workspace.redo()
    assert spoken(page) == after


class TestAnEmptyTimeline:
    @pytest.fixture
    def page(self, empty_page):
        return empty_page

    def test_one_sentence_and_one_way_on(self, page, shell):
        assert page.list.empty.isVisible()
        assert page.list.empty.accessibleName().startswith("No events yet.")
        page.list.empty.asked.emit()
        assert shell.gone_to == [(Stage.GATHER, "")]

    def test_the_first_line_begins_the_story(self, page):
        type_line(page, "13:05 #alert It begins")
        assert spoken(page)[1] == "13:05, alert, It begins, no source"
        assert not page.list.empty.isVisible()


class TestAClockThatWasPutBack:
    @pytest.fixture
    def page(self, empty_page, workspace, review_id):
        from app.operations.fields import set_value
        from models.rows import ReviewRow

        workspace.run(set_value(ReviewRow, review_id, "zone", "Europe/Amsterdam"))
        return empty_page

    def test_an_hour_that_came_twice_is_asked_about_and_the_answer_is_taken(self, page):
        type_line(page, "25 Oct 2026 02:30 Load drops")
        quick = page.list.quick
        assert quick.line.reading() == "This hour came twice. Which one?"
        chips = quick.choices.chips()
        assert [chip.text() for chip in chips] == [
            "The first 02:30, UTC+2",
            "The second 02:30, UTC+1",
        ]
        assert isinstance(chips[1], Chip)
        chips[1].setFocus()
        QTest.keyClick(chips[1], Qt.Key.Key_Space)
        assert stored(page)[0].at.isoformat() == "2026-10-25T01:30:00+00:00"


def test_gaps_are_kept_with_the_review(page, story, selection, workspace):
    selection.choose_event(story[0])
    type_line(page, "14:30 Someone calls ?who answered the phone")
    assert details(page).gaps[0].text == "Who answered the phone?"
    assert isinstance(details(page).gaps[0], GapRow)


def test_the_selected_event_stays_in_sight_when_the_list_gets_lower(page, story, selection, qtbot):
    selection.choose_event(story[3])
    page.resize(1180, 520)

    def in_sight():
        table = page.list.table
        index = page.list.model.index_of(story[3])
        return table.viewport().rect().contains(table.visualRect(index))

    qtbot.waitUntil(in_sight)
