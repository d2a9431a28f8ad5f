from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from exporters.figures.lanes import whole_range
from tests.guides.factories import at, event
from views.timeline.time_window import TimeWindow, opening_range

NO_KEY = Qt.KeyboardModifier.NoModifier


def place_of(page, event_id):
    mark = next(mark for mark in page.lanes.picture().marks if event_id in mark.event_ids)
    return QPoint(round(mark.x), round(mark.y))


def test_a_click_on_a_mark_selects_its_event_everywhere(page, story, selection):
    place = place_of(page, story[2])
    QTest.mouseClick(page.lanes.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
    assert selection.event_id == story[2]
    assert page.list.table.currentIndex() == page.list.model.index_of(story[2])
    assert page.details.sheet.title.field.text() == "Rolls the index back"


def test_the_arrow_keys_walk_through_the_events_in_time(page, story, selection):
    page.lanes.setFocus()
    for expected in (story[0], story[1], story[2]):
        QTest.keyClick(page.lanes, Qt.Key.Key_Right)
        assert selection.event_id == expected
    QTest.keyClick(page.lanes, Qt.Key.Key_Left)
    assert selection.event_id == story[1]


def test_the_letters_of_the_list_work_in_the_lanes_too(page, story, selection):
    selection.choose_event(story[1])
    page.lanes.setFocus()
    QTest.keyClick(page.lanes, Qt.Key.Key_K)
    assert page.doing.selected.is_decision


def test_plus_and_minus_zoom_and_zero_shows_all(page):
    page.lanes.setFocus()
    QTest.keyClick(page.lanes, Qt.Key.Key_Plus)
    length = page.time.shown[1] - page.time.shown[0]
    assert length < page.time.whole[1] - page.time.whole[0]
    QTest.keyClick(page.lanes, Qt.Key.Key_0)
    assert page.time.shown == page.time.whole


def test_the_strip_moves_the_window_of_the_lanes(page):
    page.time.zoom(4)
    before = page.time.shown
    page.strip.setFocus()
    QTest.keyClick(page.strip, Qt.Key.Key_Right)
    assert page.time.shown[0] > before[0]
    assert page.time.shown[1] - page.time.shown[0] == before[1] - before[0]


def test_the_window_is_dragged_by_its_end(page):
    page.time.zoom(4)
    box = page.strip.window_box()
    start, end = page.time.shown
    grip = QPoint(round(box.right()), round(box.center().y()))
    QTest.mousePress(page.strip, Qt.MouseButton.LeftButton, NO_KEY, grip)
    QTest.mouseMove(page.strip, grip + QPoint(40, 0))
    QTest.mouseRelease(page.strip, Qt.MouseButton.LeftButton, NO_KEY, grip + QPoint(40, 0))
    assert page.time.shown[0] == start
    assert page.time.shown[1] > end


def test_an_event_outside_the_window_is_brought_into_it(page, story, selection):
    page.time.show(
        (datetime(2026, 3, 3, 13, 50, tzinfo=UTC), datetime(2026, 3, 3, 14, 15, tzinfo=UTC))
    )
    selection.choose_event(story[3])
    start, end = page.time.shown
    assert start < datetime(2026, 3, 3, 16, 20, tzinfo=UTC) < end


def test_lanes_say_in_a_sentence_what_they_show(page, story, selection):
    selection.choose_event(story[2])
    said = page.lanes.accessibleDescription()
    assert said == "4 events, 1 decision, from 13:55 to 16:20. Selected: Rolls the index back"


def test_the_views_show_list_lanes_or_both(page):
    page.show_view("list")
    assert (page.list.isVisible(), page.lanes.isVisible()) == (True, False)
    page.show_view("lanes")
    assert (page.list.isVisible(), page.lanes.isVisible()) == (False, True)
    page.add_event()
    assert (page.list.isVisible(), page.lanes.isVisible()) == (True, True)


def test_a_place_without_a_mark_selects_nothing(page, selection):
    assert page.lanes.mark_at(QPointF(5, 5)) is None
    QTest.mouseClick(page.lanes.viewport(), Qt.MouseButton.LeftButton, NO_KEY, QPoint(5, 5))
    assert selection.event_id is None


def test_the_lanes_open_where_most_of_it_happened():
    busy = [event(minutes=500 + minute) for minute in range(20)]
    events = [event(minutes=0), *busy, event(minutes=1500)]
    whole = whole_range(events, ())
    start, end = opening_range(events, whole)
    assert at(495) < start < at(512)
    assert end - start < timedelta(minutes=30)


def test_a_short_story_opens_whole():
    events = [event(minutes=0), event(minutes=5), event(minutes=600)]
    whole = whole_range(events, ())
    assert opening_range(events, whole) == whole


def test_the_window_never_leaves_the_incident(qapp):
    whole = (at(0), at(100))
    window = TimeWindow(whole, (at(10), at(20)))
    window.pan(-50)
    assert window.shown == (at(0), at(10))
    window.zoom(0.001)
    assert window.shown == whole
    window.zoom(100_000)
    assert window.shown[1] - window.shown[0] == timedelta(minutes=2)
