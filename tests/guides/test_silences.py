from __future__ import annotations

from datetime import timedelta

from guides.settings import MethodSettings
from guides.silences import silences
from tests.guides.factories import at, event, review, snapshot

HALF = MethodSettings(silence_share=0.5, silence_minutes=1)


def test_a_stretch_longer_than_its_share_is_silent():
    story = (event(minutes=0), event(minutes=10), event(minutes=61), event(minutes=100))
    found = silences(snapshot(events=story), HALF)
    assert [(s.before, s.after, s.length) for s in found] == [
        (story[1], story[2], timedelta(minutes=51))
    ]
    assert found[0].words == "51 min with nothing on record"


def test_the_share_is_of_the_whole_incident():
    story = (event(minutes=0), event(minutes=60))
    given = snapshot(review=review(started_at=at(0), ended_at=at(600)), events=story)
    assert silences(given, HALF) == ()


def test_an_event_that_lasts_fills_the_silence():
    story = (event(minutes=0, at_end=at(95)), event(minutes=5), event(minutes=100))
    assert silences(snapshot(events=story), HALF) == ()


def test_events_without_a_time_do_not_break_a_silence():
    story = (event(minutes=0), event(minutes=None), event(minutes=100))
    assert len(silences(snapshot(events=story), HALF)) == 1
