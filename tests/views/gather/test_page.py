from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.operations.records import fold_records
from models.values import ChangeLane, LookState, RecordState, SourceState
from tests.app.factories import at, put_person, put_record, put_source
from tests.views.gather.conftest import said_in, sheet_of
from views.widgets.empty_state import EmptyState

pytestmark = pytest.mark.usefixtures("qapp")


def look_at(page, row):
    page.tray.view.setFocus()
    page.tray.view.setCurrentIndex(page.model.index(row, 0))


def press(page, key):
    QTest.keyClick(page.tray.view, key)


def top_of(page, part):
    return part.mapTo(page, part.rect().topLeft()).y()


def states(stored_records, page):
    rows = page._source.fetch(stored_records)
    return [row.state for row in rows]


def test_the_tray_lists_what_came_in_by_its_time(make_page, records):
    page = make_page()
    assert said_in(page) == ["14:02, first page", "14:05, somebody looks", "14:20, done"]
    assert page.header.sentence() == "3 records from one source. None is on the timeline yet."
    assert page.tray.head() == "31 Jan UTC"


def test_one_key_puts_a_record_on_the_timeline_and_one_takes_it_back(
    make_page, records, stored, workspace, qtbot
):
    page = make_page()
    look_at(page, 1)
    press(page, Qt.Key.Key_E)
    (event,) = stored().events
    assert (event.title, event.at) == ("somebody looks", at("14:05"))
    assert said_in(page)[1].endswith("on the timeline")
    qtbot.waitUntil(lambda: "1 is on the timeline" in page.header.sentence())
    workspace.undo()
    assert stored().events == ()
    assert not said_in(page)[1].endswith("on the timeline")
    workspace.redo()
    assert len(stored().events) == 1


def test_a_record_goes_there_in_the_words_kind_and_lane_of_the_details(
    make_page, records, stored, workspace, review_id
):
    put_person(workspace.ledger, review_id, role="On call")
    page = make_page()
    look_at(page, 0)
    details = page.details.record
    details._title.setText("Pager goes off")
    details._kind.choose("alert")
    details._lane.choose("On call")
    QTest.keyClick(details._title, Qt.Key.Key_Return)
    (event,) = stored().events
    assert (event.title, event.kind, event.lane) == ("Pager goes off", "alert", "On call")


def test_several_records_go_together(make_page, records, stored, workspace):
    page = make_page()
    page.tray.view.setFocus()
    page.tray.view.selectAll()
    press(page, Qt.Key.Key_E)
    assert len(stored().events) == 3
    workspace.undo()
    assert stored().events == ()


def test_the_selection_stays_while_the_list_changes(make_page, records):
    page = make_page()
    page.side.pick_filter("new")
    look_at(page, 2)
    press(page, Qt.Key.Key_E)
    assert said_in(page) == ["14:02, first page", "14:05, somebody looks"]
    assert page.tray.view.chosen_ids() == (records[1],)


def test_one_key_folds_and_unfolds(make_page, records):
    page = make_page()
    look_at(page, 1)
    press(page, Qt.Key.Key_X)
    assert states(records, page)[1] is RecordState.FOLDED
    look_at(page, 1)
    press(page, Qt.Key.Key_X)
    assert states(records, page)[1] is RecordState.NEW


def test_folded_noise_lies_in_one_row_that_a_click_unfolds(make_page, records, workspace):
    page = make_page()
    workspace.run(fold_records(records[:2]))
    assert said_in(page)[0] == "14:02, folded, 2 folded: first page, somebody looks. X unfolds"
    view = page.tray.view
    box = view.visualRect(page.model.index(0, 0))
    link = view.rows.link_box(box.toRectF()).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link)
    assert states(records, page) == [RecordState.NEW] * 3


def test_what_is_picked_at_the_side_is_listed(make_page, records, workspace, review_id):
    log = put_source(workspace.ledger, review_id, name="db1 log")
    put_record(workspace.ledger, review_id, log, "FATAL", at=at("15:00"))
    page = make_page()
    page.side.pick_source(log)
    assert said_in(page) == ["15:00:00, FATAL"]
    assert page.details.source.name.text() == "db1 log"
    page.side.pick_filter("folded")
    assert said_in(page) == []
    notes = {pick.title: pick.note for pick in page.side.picks()}
    assert notes["All"] == "4"
    assert notes["#production"] == "3"


def test_ctrl_f_finds_words_and_says_how_many(make_page, records, qtbot):
    page = make_page()
    page.focus_filter()
    assert page.filter.hasFocus()
    QTest.keyClicks(page.filter, "OO")
    page.filter.flush()
    assert said_in(page) == ["14:05, somebody looks"]
    assert page._layout.found() == "1 found"
    page.filter.clear()
    page.filter.edited.emit("")
    assert len(said_in(page)) == 3


def test_a_letter_in_a_field_is_typing(make_page, records, stored):
    page = make_page()
    look_at(page, 0)
    title = page.details.record._title
    title.setFocus()
    QTest.keyClicks(title, "exg")
    assert stored().events == ()
    assert states(records, page) == [RecordState.NEW] * 3


def test_space_shows_a_record_in_full_and_closes_it(make_page, records):
    page = make_page()
    look_at(page, 0)
    press(page, Qt.Key.Key_Space)
    sheet = sheet_of(page)
    assert sheet is not None
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    assert sheet_of(page) is None
    assert page.tray.view.hasFocus()


def test_g_begins_a_question_about_a_record(make_page, records, stored, qtbot):
    page = make_page()
    look_at(page, 0)
    press(page, Qt.Key.Key_G)
    assert page.gaps.line.text() == "14:02 “first page”: "
    page.gaps.line.setText("14:02 “first page”: who got it?")
    QTest.keyClick(page.gaps.line, Qt.Key.Key_Return)
    assert [gap.text for gap in stored().gaps] == ["14:02 “first page”: who got it?"]
    qtbot.waitUntil(lambda: page.gaps.texts() == ["14:02 “first page”: who got it?"])


def test_a_record_is_put_behind_an_event_and_taken_off(make_page, records, stored, qtbot):
    page = make_page()
    look_at(page, 0)
    press(page, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: page.feed.snapshot.events != ())
    look_at(page, 1)
    page.records.put_behind_event()
    sheet = sheet_of(page)
    QTest.keyClicks(sheet.line, "page")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert len(stored().events) == 1
    assert len(stored().event_records) == 2
    qtbot.waitUntil(page.details.record._there.isVisible)
    page.records.take_off()
    assert len(stored().event_records) == 1


def test_what_had_changed_is_asked_in_three_lanes(make_page, stored, workspace, qtbot):
    page = make_page()
    code = page.changed.lanes[ChangeLane.CODE]
    assert code.state_words() == "not looked"
    code.line.setText("New pooling settings")
    QTest.keyClick(code.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: code.texts() == ["New pooling settings"])
    assert "found" in code.state_words()
    outside = page.changed.lanes[ChangeLane.OUTSIDE]
    QTest.mouseClick(outside._nothing, Qt.MouseButton.LeftButton)
    assert [(look.subject, look.state) for look in stored().looks] == [
        ("outside", LookState.NOTHING)
    ]
    qtbot.waitUntil(lambda: "looked, nothing" in outside.state_words())
    workspace.undo()
    workspace.undo()
    qtbot.waitUntil(lambda: code.texts() == [])


def test_a_check_leads_to_the_lane_it_is_about(make_page):
    page = make_page()
    page.bring_into_view("infrastructure")
    assert page.changed.lanes[ChangeLane.INFRASTRUCTURE].line.hasFocus()
    page.bring_into_view("change_lanes")
    assert page.changed.lanes[ChangeLane.CODE].line.hasFocus()


@pytest.mark.parametrize("part", ["impact", "detection", "gaps", "sources"])
def test_a_check_leads_to_its_sheet(make_page, part):
    page = make_page()
    page.bring_into_view(part)
    assert sheet_of(page) is not None
    QTest.keyClick(sheet_of(page), Qt.Key.Key_Escape)
    assert sheet_of(page) is None


def test_a_record_is_brought_into_view_from_elsewhere(make_page, records):
    page = make_page()
    page.side.pick_filter("folded")
    page.bring_into_view(records[2])
    assert page.tray.view.chosen_ids() == (records[2],)


def test_an_empty_tray_says_how_to_begin(make_page):
    page = make_page()
    assert said_in(page) == []
    assert page.header.sentence().startswith("Everything comes in here first.")
    assert page.tray._pages.currentWidget().findChild(EmptyState).accessibleName() == (
        "No records yet. Drop or paste something."
    )


def test_a_long_tray_is_read_in_the_background(make_page, records, monkeypatch, qtbot):
    monkeypatch.setattr("views.gather.tray_source.AT_ONCE", 0)
    page = make_page()
    qtbot.waitUntil(lambda: len(said_in(page)) == 3)
    look_at(page, 0)
    press(page, Qt.Key.Key_E)
    assert said_in(page)[0].endswith("on the timeline")


def test_the_columns_lie_below_each_other_where_it_is_narrow(make_page, records, qtbot):
    page = make_page()
    assert top_of(page, page.tray) == top_of(page, page.side)
    page.window().resize(700, 900)
    qtbot.waitUntil(lambda: top_of(page, page.tray) > top_of(page, page.side))
    assert top_of(page, page.details) > top_of(page, page.tray)


def test_every_letter_has_its_command(make_page):
    page = make_page()
    keys = {command.keys for command in page.commands() if command.keys}
    assert keys == {"Ctrl+V", "Ctrl+O", "Ctrl+I", "E", "Space", "X", "G"}


def test_a_source_has_its_clock_put_right(make_page, records, source_id, stored, workspace, qtbot):
    page = make_page()
    page.side.pick_source(source_id)
    shift = page.details.source.shift
    shift.setFocus()
    shift.selectAll()
    QTest.keyClicks(shift, "+2 min")
    QTest.keyClick(shift, Qt.Key.Key_Return)
    assert said_in(page)[0] == "14:04, first page"
    workspace.undo()
    assert said_in(page)[0] == "14:02, first page"


def test_a_shift_that_cannot_be_read_is_asked_about(make_page, records, source_id, stored):
    page = make_page()
    page.side.pick_source(source_id)
    details = page.details.source
    details.shift.setFocus()
    details.shift.selectAll()
    QTest.keyClicks(details.shift, "a bit")
    QTest.keyClick(details.shift, Qt.Key.Key_Return)
    assert details._shift_field.question() == "Write it like +2 min 30 s, -1 h, or 0."
    assert stored().sources[0].shift_seconds == 0


def test_a_source_is_deleted_and_brought_back(make_page, records, source_id, stored, workspace):
    page = make_page()
    page.side.pick_source(source_id)
    page.details.source_delete_asked.emit()
    assert stored().sources == ()
    assert said_in(page) == []
    workspace.undo()
    page.side.pick_filter("all")
    assert len(said_in(page)) == 3


def test_a_source_says_whether_it_is_at_hand(make_page, source_id, stored):
    page = make_page()
    page.side.pick_source(source_id)
    page.details.source.state.chosen.emit("requested")
    assert stored().sources[0].state is SourceState.REQUESTED


def test_rows_can_be_added_to_the_selection_with_the_keyboard(make_page, records):
    page = make_page()
    look_at(page, 0)
    QTest.keyClick(page.tray.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.tray.view.chosen_ids() == tuple(records[:2])
    assert page.details._several.isVisible()
