from __future__ import annotations

from guides.phases import phases
from models.rows import ReviewRow
from models.values import EventKind, Precision
from tests.guides.factories import at, event, row


def told(*events, **review):
    given = {"started_at": at(0), **review}
    return [phase.words for phase in phases(row(ReviewRow, **given), events)]


def test_phases_run_between_the_events_that_are_marked_so() -> None:
    assert told(
        event("Page", 10, kind=EventKind.ALERT),
        event("Second page", 12, kind=EventKind.ALERT),
        event("Back out", 40, kind=EventKind.ROLLBACK),
        event("Fine again", 100, kind=EventKind.RECOVERY),
    ) == [
        "Start to noticed: about 10 min",
        "Noticed to first step against it: 30 min",
        "First step against it to recovered: 1 h",
    ]


def test_a_doubtful_time_makes_a_phase_doubtful() -> None:
    events = (
        event("Page", 10, kind=EventKind.ALERT),
        event("Back out", 40, kind=EventKind.ROLLBACK, precision=Precision.ABOUT),
    )
    assert told(*events)[1] == "Noticed to first step against it: about 30 min"


def test_what_is_not_on_the_timeline_gives_no_phase() -> None:
    assert told(event("Nothing special", 10)) == []
    assert told(event("Page", 10, kind=EventKind.ALERT), started_at=None) == []


def test_a_turn_before_the_one_it_should_follow_is_not_counted_backwards() -> None:
    events = (
        event("Tried early", 5, kind=EventKind.MITIGATION),
        event("Page", 10, kind=EventKind.ALERT),
    )
    assert told(*events) == ["Start to noticed: about 10 min"]
