from __future__ import annotations

from datetime import date

import pytest

from guides.action_set import has_soaked, is_overdue, loaded_owners, soaks_until
from guides.settings import MethodSettings
from guides.strength import guess_strength
from models.rows import ActionItemRow
from models.values import ActionState, Strength
from tests.guides.factories import row

SETTINGS = MethodSettings()


def test_an_idea_rests_for_two_working_days():
    idea = row(ActionItemRow, state=ActionState.SOAKING, soak_from=date(2026, 3, 6))
    assert soaks_until(idea, SETTINGS) == date(2026, 3, 10)
    assert not has_soaked(idea, date(2026, 3, 9), SETTINGS)
    assert has_soaked(idea, date(2026, 3, 10), SETTINGS)


def test_what_does_not_soak_can_be_accepted():
    assert has_soaked(row(ActionItemRow), date(2026, 3, 9), SETTINGS)


def test_a_promise_is_overdue_the_day_after_its_date():
    promise = row(ActionItemRow, state=ActionState.DOING, due=date(2026, 3, 9))
    assert not is_overdue(promise, date(2026, 3, 9))
    assert is_overdue(promise, date(2026, 3, 10))
    done = row(ActionItemRow, state=ActionState.DONE, due=date(2026, 3, 9))
    assert not is_overdue(done, date(2026, 3, 10))


def test_an_owner_with_more_than_three_open_actions_is_loaded():
    four = [row(ActionItemRow, owner="Platform", state=ActionState.ACCEPTED) for _ in range(4)]
    three = [row(ActionItemRow, owner="Database", state=ActionState.ACCEPTED) for _ in range(3)]
    assert loaded_owners([*four, *three], SETTINGS) == {"Platform": 4}


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Refuse to delete a data directory while the server runs", Strength.STRONG),
        ("Remove the shared queue", Strength.STRONG),
        ("Make dry-run run by default", Strength.STRONG),
        (
            "Restore the newest dump every night, page when it does not come up",
            Strength.INTERMEDIATE,
        ),
        ("Add a canary to the release", Strength.INTERMEDIATE),
        ("Write a page in the wiki", Strength.WEAK),
        ("Train the new people on the tested runbook", Strength.WEAK),
        ("Look at it again", Strength.WEAK),
    ],
)
def test_strength_is_guessed_from_words(text: str, strength: Strength):
    assert guess_strength(text) is strength
