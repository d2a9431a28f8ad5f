from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guides.agenda import Agenda, Chapter, read_agenda, suggested_agenda
from tests.guides.factories import decision, event, sample


def test_an_hour_gives_the_walk_36_minutes():
    agenda = suggested_agenda(60)
    assert [(chapter.minutes, chapter.title) for chapter in agenda.chapters] == [
        (5, "Open"),
        (36, "Walk the timeline"),
        (12, "Themes"),
        (7, "Close"),
    ]


def test_an_agenda_is_kept_as_lines_and_read_back():
    agenda = Agenda((Chapter(36, "Walk the timeline"), Chapter(8, "The copy waits", part=True)))
    assert agenda.text == "36|Walk the timeline\n8|- The copy waits"
    assert read_agenda(agenda.text) == agenda


def test_parts_of_the_walk_do_not_count_twice():
    agenda = read_agenda(sample().review.agenda)
    assert (agenda.minutes, agenda.walk_minutes, agenda.walk_gets_half) == (60, 36, True)


def test_a_line_without_minutes_is_kept():
    assert read_agenda("Open\n\n5|Close").chapters == (Chapter(0, "Open"), Chapter(5, "Close"))


def test_the_walk_is_cut_into_chapters_named_after_their_decisions():
    story = [
        event("Load rises", 0),
        event("Page", 5),
        event("Lag grows", 8),
        event("Copy waits", 60),
        decision("Directory removed", 62),
        event("Stopped", 63),
    ]
    walk = suggested_agenda(60, story).chapters[2:4]
    assert [chapter.title for chapter in walk] == ["Load rises", "Directory removed"]
    assert sum(chapter.minutes for chapter in walk) == 36
    assert walk[1].minutes > walk[0].minutes


@given(st.integers(min_value=10, max_value=240), st.integers(min_value=0, max_value=40))
def test_any_length_gives_the_walk_at_least_half(minutes: int, events: int):
    agenda = suggested_agenda(minutes, [event(f"Event {n}", n * n) for n in range(events)])
    assert agenda.minutes == minutes
    assert agenda.walk_gets_half
    parts = [chapter.minutes for chapter in agenda.chapters if chapter.part]
    assert sum(parts) in (0, agenda.walk_minutes)
    assert read_agenda(agenda.text) == agenda
