from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.figures.lanes import (
    EventNotes,
    LanesPicture,
    LanesStyle,
    Scene,
    describe,
    lanes,
)
from exporters.figures.metrics import arial_width
from exporters.figures.strip import strip
from models.values import Extent, Precision
from tests.exporters.factories import at, decision, event, impact

UTC_ZONE = ZoneInfo("UTC")
WIDTH = arial_width(12)


def picture(*events, impacts=(), width=900.0, **given) -> LanesPicture:
    return lanes(Scene(events=events, zone=UTC_ZONE, impacts=impacts, **given), width, WIDTH)


def boxes(shown: LanesPicture):
    for mark in shown.marks:
        yield (mark.x - mark.radius, mark.x + mark.radius, mark.y, mark.event_ids[0])
    for label in shown.labels:
        if label.shown:
            yield (label.x, label.x + label.width, label.y, label.event_id)


def touching(shown: LanesPicture) -> list[tuple[str, str]]:
    found = []
    placed = sorted(boxes(shown))
    for number, (_, end, y, who) in enumerate(placed):
        for other_start, _, other_y, other in placed[number + 1 :]:
            if who != other and y == other_y and other_start < end:
                found.append((who, other))
    return found


def test_each_lane_stands_below_the_one_whose_first_event_came_earlier() -> None:
    shown = picture(
        event("Writes lock up", 0, lane="Systems"),
        event("Looks at the graph", 5, lane="On-call"),
        event("Replica falls behind", 60, lane="Systems"),
    )
    assert [lane.name for lane in shown.lanes] == ["Systems", "On-call"]
    assert shown.lanes[1].top == shown.lanes[0].top + shown.lanes[0].height


def test_labels_that_would_touch_take_a_further_row() -> None:
    shown = picture(
        event("A long statement about what the database did", 0),
        event("Another long statement about the database", 4),
        event("Much later", 300),
    )
    assert shown.marks[0].y < shown.marks[1].y
    assert touching(shown) == []


def test_a_label_that_would_leave_the_view_stands_left_of_its_mark() -> None:
    shown = picture(event("Start", 0), event("A statement at the very end of the evening", 300))
    last = shown.labels[-1]
    assert last.on_left
    assert last.x + last.width < shown.marks[-1].x


def test_marks_never_move_in_time() -> None:
    shown = picture(*(event(f"Event number {number}", number * 3) for number in range(30)))
    for mark in shown.marks:
        first = int(mark.event_ids[0][-12:])
        minutes = first - int(shown.marks[0].event_ids[0][-12:])
        assert mark.x == shown.axis.x(at(minutes * 3))


def test_a_crowd_becomes_a_pill_that_counts_every_event() -> None:
    crowd = [event(f"Line {number}", number / 60) for number in range(50)]
    shown = picture(*crowd, event("Quiet again", 600))
    assert sum(len(mark.event_ids) for mark in shown.marks) == 51
    assert any(mark.is_cluster for mark in shown.marks)


def test_a_decision_keeps_its_words_where_another_label_gives_way() -> None:
    style = LanesStyle(max_rows=1)
    scene = Scene(
        events=(
            event("A statement that is rather long for its place", 0),
            decision("Stays on past the end of the shift", 20),
            event("End", 200),
        ),
        zone=UTC_ZONE,
    )
    shown = lanes(scene, 900, WIDTH, style=style)
    assert [label.shown for label in shown.labels][:2] == [False, True]


def test_no_crowd_swallows_a_decision() -> None:
    crowd = [event(f"Line {number}", number / 2) for number in range(60)]
    shown = picture(*crowd, decision("Stays on", 15.2), event("Quiet again", 600))
    (diamond,) = [mark for mark in shown.marks if mark.is_decision]
    assert len(diamond.event_ids) == 1
    assert [label.shown for label in shown.labels if label.event_id == diamond.event_ids[0]] == [
        True
    ]


def test_decisions_in_one_place_are_one_filled_pill() -> None:
    shown = picture(*(decision(f"Decision {number}", 0) for number in range(9)), event("x", 90))
    assert any(mark.is_cluster and mark.is_decision for mark in shown.marks)


def test_only_decisions_are_diamonds_and_doubtful_times_are_marked() -> None:
    shown = picture(
        decision("Directory removed", 0), event("Page fires", 30, precision=Precision.ABOUT)
    )
    assert [mark.is_decision for mark in shown.marks] == [True, False]
    assert [mark.is_about for mark in shown.marks] == [False, True]


def test_an_event_without_source_is_dashed_and_two_accounts_are_counted() -> None:
    told = event("Told from memory", 0)
    notes = {told.id: EventNotes(accounts=2, has_source=False)}
    shown = picture(told, event("Later", 30), notes=notes)
    assert shown.marks[0].dashed
    assert shown.marks[0].accounts == 2


def test_events_without_a_time_are_not_drawn() -> None:
    assert len(picture(event("Known", 0), event("Some day", None)).marks) == 1


def test_a_silent_stretch_is_drawn_up_to_the_mark_that_ends_it() -> None:
    shown = picture(event("First", 0), event("Second", 200), silent=((at(0), at(200)),))
    (silence,) = shown.silences
    assert silence.x1 < shown.marks[1].x - shown.marks[1].radius
    assert silence.x0 > shown.labels[0].x + shown.labels[0].width


def test_bands_show_partial_and_full_impact_in_time() -> None:
    shown = picture(
        event("First", 0),
        event("Last", 300),
        impacts=(impact("slow", 0, 120), impact("offline", 120, 300, extent=Extent.FULL)),
    )
    assert [(band.text, band.extent) for band in shown.bands] == [
        ("slow", Extent.PARTIAL),
        ("offline", Extent.FULL),
    ]
    assert shown.bands[0].x1 == shown.bands[1].x0


def test_a_new_day_is_written_on_the_axis() -> None:
    shown = picture(event("Before midnight", 60), event("After midnight", 300))
    assert any(tick.day and tick.text.startswith("4 Mar") for tick in shown.ticks)


def test_ticks_stay_round_where_the_clock_changes() -> None:
    before = at(0) + timedelta(days=25)
    zone = ZoneInfo("Europe/Amsterdam")
    scene = Scene(
        events=(event("Before", at=before), event("After", at=before + timedelta(hours=8))),
        zone=zone,
    )
    shown = lanes(scene, 1200, WIDTH)
    assert shown.ticks
    assert all(tick.text.endswith((":00", ":30", ":15", ":45")) for tick in shown.ticks)
    assert [tick.x for tick in shown.ticks] == sorted(tick.x for tick in shown.ticks)


def test_an_hour_that_came_twice_still_gets_its_ticks() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    scene = Scene(events=(event("Again", at=second),), zone=ZoneInfo("Europe/Amsterdam"))
    shown = lanes(scene, 1200, WIDTH)
    assert "02:30" in " ".join(tick.text for tick in shown.ticks)


def test_the_picture_says_in_one_sentence_what_it_shows() -> None:
    told = describe((event("One"), decision("Two")), "21:00", "22:00")
    assert told == "2 events, 1 decision, from 21:00 to 22:00."


def test_the_strip_shows_a_diamond_where_one_of_close_events_is_a_decision() -> None:
    scene = Scene(
        events=(event("One", 0), decision("Two", 0.01), event("Three", 300)),
        zone=UTC_ZONE,
        impacts=(impact("offline", 0, 300, extent=Extent.FULL), impact("slow", 0, 300)),
    )
    shown = strip(scene, 437, 24, arial_width(8))
    assert [stroke.is_decision for stroke in shown.strokes] == [True, False]
    assert [band.text for band in shown.bands] == ["slow", "offline"]


@given(st.lists(st.tuples(st.floats(0, 600), st.integers(1, 60)), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_mark_or_shown_label_ever_covers_another(given_events) -> None:
    events = [event("x" * length, minutes) for minutes, length in sorted(given_events)]
    shown = picture(*events)
    assert touching(shown) == []
    assert sum(len(mark.event_ids) for mark in shown.marks) == len(events)
