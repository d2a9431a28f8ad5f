from __future__ import annotations

from guides.learning import suggest_depth
from models.rows import ParticipantRow
from models.values import EventKind, Mark, ReviewDepth
from tests.guides.factories import event, review, row, sample, snapshot


def test_without_a_sign_a_light_review_is_enough():
    found = suggest_depth(snapshot())
    assert found.depth is ReviewDepth.LIGHT
    assert found.reason == "Nothing marks it as unusual so far. Severity alone does not decide."


def test_severity_alone_never_decides():
    low, high = (suggest_depth(snapshot(review=review(severity=s))) for s in ("4", "1"))
    assert low == high


def test_what_the_review_already_shows_counts():
    people = tuple(row(ParticipantRow, team_id=team) for team in ("a", "b", "c"))
    given = snapshot(
        participants=people,
        events=(event(kind=EventKind.SURPRISE), event(marks=frozenset({Mark.CONFUSION}))),
    )
    found = suggest_depth(given)
    assert found.depth is ReviewDepth.DEEP
    assert found.reason == (
        "More than two teams, a surprise and confusion. Severity alone does not decide."
    )


def test_ticked_signs_count_and_unknown_ones_do_not():
    given = snapshot(review=review(learning_signs="near_miss, whatever"))
    found = suggest_depth(given)
    assert (found.depth, found.signs) == (ReviewDepth.STANDARD, ("near_miss",))


def test_the_sample_deserves_a_deep_review():
    assert suggest_depth(sample()).depth is ReviewDepth.DEEP
