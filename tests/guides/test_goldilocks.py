from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.action_facts import facts_of
from guides.goldilocks import (
    ActionFacts,
    Needle,
    Size,
    VerdictKind,
    horizon_of,
    needle_of,
    no_action_verdict,
    size_of,
    verdict,
)
from guides.settings import MethodSettings
from models.rows import ActionFactorRow, ActionItemRow, DecisionRow, FactorLinkRow
from models.values import FactorRole, Horizon, Reach, Strength
from tests.guides.factories import factor, row, sample, snapshot

TODAY = date(2026, 3, 10)
SETTINGS = MethodSettings()
FACTORS = (factor("C1", 1), factor("C6", 2))


def action(days: int | None = 30, **given) -> ActionItemRow:
    fields = {
        "text": "Remove the second path",
        "owner": "Platform",
        "due": None if days is None else TODAY + timedelta(days=days),
        "done_when": "No request takes it",
        "strength": Strength.STRONG,
        "reach": Reach.CLASS,
    }
    return row(ActionItemRow, **(fields | given))


def facts(**given) -> ActionFacts:
    return ActionFacts(**({"today": TODAY, "factors": FACTORS} | given))


SMALL = {"days": 1, "effort_high": 1.0}
BIG = {"days": 30, "teams_involved": 4}
STILL = {"strength": Strength.WEAK, "reach": Reach.SPOT}
NUDGES = {"strength": Strength.INTERMEDIATE, "reach": Reach.CLASS}
MOVES = {"strength": Strength.STRONG, "reach": Reach.CLASS}


@pytest.mark.parametrize(
    ("given_fields", "title", "size", "needle"),
    [
        (MOVES, "Just right", Size.FITS, Needle.MOVES),
        (NUDGES, "Right size, small effect", Size.FITS, Needle.NUDGES),
        (STILL, "Right size, small effect", Size.FITS, Needle.STILL),
        (SMALL | STILL, "Too small as an answer", Size.SMALL, Needle.STILL),
        (SMALL | NUDGES, "Too small as an answer", Size.SMALL, Needle.NUDGES),
        (SMALL | MOVES, "Small and mighty", Size.SMALL, Needle.MOVES),
        (BIG | MOVES, "Too big for one action", Size.BIG, Needle.MOVES),
        (BIG | NUDGES, "Too big for one action", Size.BIG, Needle.NUDGES),
        (BIG | STILL, "Too big, unclear effect", Size.BIG, Needle.STILL),
    ],
)
def test_size_and_needle_give_the_verdict(given_fields, title, size, needle):
    found = verdict(action(**given_fields), facts())
    assert (found.title, found.size, found.needle) == (title, size, needle)


def test_just_right_names_the_day_and_the_factors():
    assert verdict(action(), facts()).words == (
        "Just right: fits into planned work by 9 Apr, has one owner, acts on F1 and F2."
    )


def test_a_small_effect_says_what_it_rests_on():
    assert verdict(action(**STILL), facts()).words == (
        "Fits the plan, but the needle barely moves: it touches only this spot and relies on"
        " people remembering. What would reach the whole class?"
    )


def test_what_is_missing_is_named():
    bare = action(None, owner="", done_when="", text="Dashboard")
    found = verdict(bare, facts(factors=()))
    assert found.kind is VerdictKind.NOT_READY
    assert found.words == "Almost. Missing: a verb, owner, date, done when and a factor."
    assert found.missing == ("a verb", "owner", "date", "done when", "a factor")


def test_one_owner_means_one():
    for several in ("Platform and Database", "Ada, Ben", "Ada/Ben"):
        assert verdict(action(owner=several), facts()).missing == ("one owner, not several",)
    for nobody in ("everyone", "TBD"):
        assert verdict(action(owner=nobody), facts()).missing == ("one owner, not several",)
    known = facts(owners=("Search and Ads",))
    assert verdict(action(owner="Search and Ads"), known).kind is VerdictKind.JUST_RIGHT


@pytest.mark.parametrize(
    ("too_much", "reason"),
    [
        ({"effort_high": 41.0}, "more than 40 days of work"),
        ({"teams_involved": 4}, "four teams"),
        ({"owner_can_decide": False}, "not the owner's to decide"),
    ],
)
def test_big_is_said_even_where_only_the_date_is_missing(too_much, reason):
    found = verdict(action(None, **too_much), facts())
    assert found.kind is VerdictKind.TOO_BIG
    assert f"too big for one action: {reason}. Cut a first slice" in found.words


def test_a_date_too_far_away_is_big():
    assert size_of(action(60), TODAY, SETTINGS) is Size.FITS
    assert size_of(action(61), TODAY, SETTINGS) is Size.BIG


def test_small_needs_a_near_date_and_a_day_of_work_at_most():
    assert size_of(action(2, effort_high=1.0), TODAY, SETTINGS) is Size.SMALL
    assert size_of(action(3, effort_high=1.0), TODAY, SETTINGS) is Size.FITS
    assert size_of(action(2, effort_high=1.5), TODAY, SETTINGS) is Size.FITS
    assert size_of(action(2), TODAY, SETTINGS) is Size.FITS


def test_the_span_runs_from_acceptance_once_there_is_one():
    early = action(30, accepted_on=TODAY - timedelta(days=40))
    assert size_of(early, TODAY, SETTINGS) is Size.BIG


def test_the_needle_counts_reach_strength_weight_and_recurrence():
    weak = action(strength=Strength.WEAK, reach=Reach.CLASS)
    assert needle_of(weak, facts()) is Needle.STILL
    assert needle_of(weak, facts(links=3)) is Needle.NUDGES
    assert needle_of(weak, facts(links=2)) is Needle.STILL
    assert needle_of(weak, facts(links=3, recurs=True)) is Needle.MOVES
    trigger = (factor(role=FactorRole.TRIGGER),)
    assert needle_of(weak, facts(factors=trigger)) is Needle.NUDGES


def test_strength_is_guessed_where_nobody_has_set_it():
    guessed = action(strength=None, text="Refuse to delete while the server runs")
    assert verdict(guessed, facts()).kind is VerdictKind.JUST_RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "Be more careful when editing routes.",
        "Remind everyone to use dry-run.",
        "Ensure that engineers follow the runbook.",
        "Retrain the on-call rotation.",
        "Double-check the target before deploying.",
        "Pay more attention to disk alerts.",
        "Raise awareness of the freeze calendar.",
        "Make sure people read release notes.",
    ],
)
def test_an_exhortation_is_a_wish(text: str):
    found = verdict(action(text=text), facts())
    assert found.title == "A wish"
    assert found.words.startswith("This asks people to be better.")


@pytest.mark.parametrize(
    "text",
    [
        "Add a confirmation that shows the host count before a delete above 50 hosts.",
        "Ensure the queue rejects messages older than one hour (config change).",
        "Run the failover game day on 12 June with both rotations.",
        "Send automatic reminders 30 days before certificate expiry.",
    ],
)
def test_a_change_of_conditions_is_no_wish(text: str):
    assert verdict(action(text=text), facts()).kind is not VerdictKind.WISH


def test_only_two_verdicts_take_the_accent():
    accents = {
        kind.title
        for kind in (
            verdict(action(), facts()),
            verdict(action(**(SMALL | MOVES)), facts()),
            verdict(action(**BIG), facts()),
            verdict(action(**STILL), facts()),
        )
        if kind.in_accent
    }
    assert accents == {"Just right", "Small and mighty"}


def test_no_action_is_said_in_full():
    decision = row(
        DecisionRow,
        reason="Blocking took ten minutes.",
        accepted_by="Product",
        look_again_if="It takes more than thirty.",
    )
    assert no_action_verdict(decision).words == (
        "Decided: no action. We can handle this twice because blocking took ten minutes."
        " Accepted by Product. We look again if it takes more than thirty."
    )


def test_no_action_leaves_out_what_nobody_said():
    later = row(DecisionRow, look_again_on=date(2026, 8, 9))
    assert no_action_verdict(later).words == "Decided: no action. We look again on 9 Aug."
    said = row(DecisionRow, reason="We can handle it twice: DNS came back by itself")
    assert no_action_verdict(said).words == (
        "Decided: no action. We can handle this twice because DNS came back by itself."
    )


def test_the_horizon_follows_the_date_unless_overruled():
    found = [horizon_of(action(days), TODAY) for days in (14, 15, 90, 91, None)]
    assert found == [Horizon.SHORT, Horizon.MEDIUM, Horizon.MEDIUM, Horizon.LONG, None]
    assert horizon_of(action(5, horizon=Horizon.LONG), TODAY) is Horizon.LONG


def test_facts_are_read_from_the_review():
    heavy = factor(number=3, seen_before="March")
    one = action()
    links = tuple(row(FactorLinkRow, from_factor_id=heavy.id, to_event_id=event) for event in "abc")
    given = snapshot(
        factors=(heavy,),
        factor_links=links,
        actions=(one,),
        action_factors=(row(ActionFactorRow, action_id=one.id, factor_id=heavy.id),),
    )
    found = facts_of(one, given, TODAY)
    assert (found.factors, found.links, found.recurs) == ((heavy,), 3, True)


def test_the_sample_shows_the_verdicts_of_its_cards():
    given = sample()
    titles = {
        verdict(each, facts_of(each, given, date(2017, 2, 9))).title for each in given.actions
    }
    assert {"Just right", "Small and mighty", "Too big for one action", "A wish"} <= titles


@given(
    st.builds(
        action,
        st.none() | st.integers(min_value=-30, max_value=400),
        text=st.text(max_size=40),
        owner=st.text(max_size=10),
        effort_low=st.none() | st.floats(min_value=0, max_value=500),
        teams_involved=st.integers(min_value=1, max_value=9),
        strength=st.none() | st.sampled_from(Strength),
        reach=st.sampled_from(Reach),
    )
)
def test_every_action_gets_words_without_a_number_for_its_axes(one: ActionItemRow):
    found = verdict(one, facts())
    assert found.title
    assert "{" not in found.words or "{" in one.text
    assert found.size in Size
    assert found.needle in Needle
