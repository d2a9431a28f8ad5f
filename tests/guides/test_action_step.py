from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guides.action_step import NextStep, Step, day_words, next_step
from guides.effort import effort_words, read_effort
from guides.goldilocks import Verdict, VerdictKind
from guides.review_day import SAMPLE_DAY, review_day
from guides.settings import MethodSettings
from models.rows import ActionItemRow
from models.values import ActionState, Effect
from tests.guides.factories import review

MONDAY = date(2026, 3, 2)
RIGHT = Verdict(kind=VerdictKind.JUST_RIGHT, title="Just right", words="")


def action(**fields):
    given = {"id": "a", "review_id": "r", "text": "Restore every night"}
    return ActionItemRow(**(given | fields))


def step(found=RIGHT, *, has_slices=False, **fields):
    settings = MethodSettings()
    return next_step(action(**fields), found, MONDAY, settings, has_slices=has_slices)


def kind(verdict_kind):
    return replace(RIGHT, kind=verdict_kind)


def test_an_idea_soaks_for_two_working_days_and_says_until_when():
    soaking = {"state": ActionState.SOAKING, "soak_from": MONDAY}
    assert step(**soaking) == NextStep(Step.REST, state="soaks until Wed")
    rested = soaking | {"soak_from": date(2026, 2, 26)}
    assert step(**rested).verb == "Accept"


def test_a_verdict_decides_which_verb_comes_before_the_answer():
    candidate = {"state": ActionState.CANDIDATE}
    assert step(kind(VerdictKind.WISH), **candidate).verb == "Ask on"
    assert step(kind(VerdictKind.NOT_READY), **candidate).verb == "Ask on"
    assert step(kind(VerdictKind.TOO_BIG), **candidate).verb == "Cut a slice"
    assert step(kind(VerdictKind.TOO_SMALL), **candidate).verb == "Accept"


def test_what_a_slice_was_cut_from_is_an_initiative():
    found = step(kind(VerdictKind.TOO_BIG), has_slices=True, state=ActionState.CANDIDATE)
    assert (found.verb, found.state, found.reached) == ("", "initiative", False)


def test_an_overruled_verdict_leaves_the_yes_or_no():
    overruled = {"state": ActionState.CANDIDATE, "verdict_reason": "we have the people for it"}
    assert step(kind(VerdictKind.TOO_BIG), **overruled).verb == "Accept"


@pytest.mark.parametrize(
    ("fields", "verb", "state"),
    [
        ({"state": ActionState.ACCEPTED}, "", "accepted"),
        ({"state": ActionState.ACCEPTED, "due": date(2026, 3, 1)}, "Still wanted?", ""),
        ({"state": ActionState.DOING}, "", "under way"),
        ({"state": ActionState.DONE, "check_on": date(2026, 4, 1)}, "", "done"),
        ({"state": ActionState.DONE, "check_on": MONDAY}, "Did it help?", ""),
        ({"state": ActionState.CHECKED, "effect": Effect.PARTLY}, "", "helped in part"),
        ({"state": ActionState.DECLINED}, "Take up again", ""),
        ({"state": ActionState.DROPPED}, "Take up again", ""),
    ],
)
def test_after_the_answer_the_card_says_how_it_stands_or_asks(fields, verb, state):
    found = step(**fields)
    assert (found.verb, found.state) == (verb, state)


def test_days_are_written_shortly():
    assert day_words(date(2026, 3, 5), MONDAY) == "Thu"
    assert day_words(date(2026, 3, 20), MONDAY) == "20 Mar"
    assert day_words(date(2027, 3, 20), MONDAY) == "20 Mar 2027"


def test_the_sample_is_read_on_the_day_on_which_it_was_told():
    assert review_day(review(), MONDAY) == MONDAY
    assert review_day(replace(review(), is_sample=True), MONDAY) == SAMPLE_DAY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2-5", (2, 5)),
        ("5 to 2 days", (2, 5)),
        ("half a day", (0.5, 0.5)),
        ("1 week", (5, 5)),
        ("0,5", (0.5, 0.5)),
        ("4 h", (0.5, 0.5)),
        ("", (None, None)),
        ("a while", None),
    ],
)
def test_effort_is_read_as_people_write_it(text, found):
    assert read_effort(text) == found


def test_effort_is_written_so_that_it_is_read_back():
    assert effort_words(2, 5) == "2 to 5 days"
    assert effort_words(1, 1) == "1 day"
    assert effort_words(None, None) == ""
    assert read_effort(effort_words(0.5, 1)) == (0.5, 1)
