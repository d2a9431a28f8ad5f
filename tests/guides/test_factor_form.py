from __future__ import annotations

import pytest

from guides.categories import CATEGORIES, CATEGORIES_OF_PROBE, GUIDE_TO
from guides.factor_form import (
    evidence_share,
    look_at_factor,
    look_at_factors,
    look_at_statement,
)
from guides.looks import category_looks
from models.rows import EvidenceRow, FactorLinkRow, LookRow, ParticipantRow
from models.taxonomy import Category
from models.values import LinkKind, LookState
from tests.guides.factories import factor, row, sample, snapshot


def keys(condition: str, effect: str = "", names: tuple[str, ...] = ()) -> list[str]:
    return [finding.key for finding in look_at_statement(condition, effect, names)]


@pytest.mark.parametrize(
    "condition",
    [
        "The junior developer broke the checkout",
        "An on-call engineer did not look at the graph",
        "The team failed to test the rollback path",
        "Downtime caused by the database administrator",
        "Ada restarted the primary",
    ],
)
def test_a_person_in_place_of_a_condition_is_noticed(condition: str):
    assert keys(condition, names=("Ada",)) == ["person"]


@pytest.mark.parametrize(
    "condition",
    [
        "The console labels a host from an hourly cache",
        "The copy tool prints nothing while it waits",
        "The job failed to start because its image could not be pulled",
        "No one owns restoring from end to end",
        "The console is read by operators at night",
        "The node had insufficient memory for a second replica",
    ],
)
def test_a_condition_is_left_alone(condition: str):
    assert keys(condition, "makes it hard to tell waiting from stuck") == []


def test_a_label_asks_what_made_it_easy():
    (found,) = look_at_statement("Human error during the failover")
    assert (found.key, found.words, found.ask) == (
        "label",
        "Human error",
        "What made that step easy to take?",
    )
    (cause,) = look_at_statement("The root cause is the cache")
    assert cause.ask == "That is one. What else had to be true?"


def test_what_is_absent_asks_how_it_is_done_instead():
    (found,) = look_at_statement("Lack of documentation for the failover")
    assert (found.key, found.ask) == ("absent", "How is it done instead?")


def test_a_vague_word_asks_for_the_observation():
    (found,) = look_at_statement("Poor communication between support and engineering")
    assert (found.key, found.words, found.ask) == (
        "vague",
        "Poor",
        "What was observed that makes it so?",
    )


def test_thirty_words_are_enough():
    assert keys("one " * 30) == []
    assert keys("one " * 31) == ["long"]


def test_an_act_with_a_condition_behind_it_may_stand():
    act = factor("C6", condition="The responder restarted the primary")
    behind = factor("C6", 2, condition="Both windows look alike")
    link = row(FactorLinkRow, from_factor_id=behind.id, to_factor_id=act.id, kind=LinkKind.ENABLES)
    shown = row(EvidenceRow, factor_id=act.id)
    alone = snapshot(factors=(act, behind), evidence=(shown,))
    linked = snapshot(factors=(act, behind), evidence=(shown,), factor_links=(link,))
    assert [finding.key for finding in look_at_factor(act, alone)] == ["person"]
    assert look_at_factor(act, linked) == ()


def test_a_role_of_the_review_counts_as_a_person():
    person = row(ParticipantRow, name="Ada", role="Database captain", aliases="@ada")
    one = factor(condition="The database captain misread the host name")
    given = snapshot(
        factors=(one,), participants=(person,), evidence=(row(EvidenceRow, factor_id=one.id),)
    )
    assert [finding.key for finding in look_at_factor(one, given)] == ["person"]


def test_a_factor_without_evidence_is_asked_what_shows_it():
    one = factor()
    (found,) = look_at_factor(one, snapshot(factors=(one,)))
    assert (found.key, found.ask) == ("evidence", "Which event, answer or record shows it?")
    assert evidence_share(snapshot(factors=(one,))) == (0, 1)


def test_factors_are_looked_at_together():
    one, two, held = factor("C1", 1), factor("C1", 2), factor("R1", 1)
    link = row(FactorLinkRow, from_factor_id=one.id, to_factor_id=two.id)
    given = snapshot(factors=(one, two, held), factor_links=(link,))
    assert [finding.sentence for finding in look_at_factors(given)] == [
        "All conditions lie in one category so far.",
        "R1 stands alone. How does it act on the others?",
    ]


def test_the_factors_of_the_sample_are_worded_well():
    given = sample()
    assert [f.code for f in given.factors if look_at_factor(f, given)] == []


def test_every_category_has_a_name_a_word_and_a_probe():
    assert [guide.category for guide in CATEGORIES] == list(Category)
    assert all(" " not in guide.word and guide.probe.endswith("?") for guide in CATEGORIES)
    assert GUIDE_TO[Category.C9].word == "Language"


def test_every_condition_and_source_of_resilience_can_be_reached_by_a_question():
    reached = {category for categories in CATEGORIES_OF_PROBE.values() for category in categories}
    assert reached == set(Category)


def test_a_category_is_found_empty_or_not_looked_at():
    given = snapshot(factors=(factor("C6"), factor("C6", 2)), looks=(row(LookRow, subject="C8"),))
    found = {look.guide.code: (look.state, look.words) for look in category_looks(given)}
    assert found["C6"] == (LookState.FOUND, "2")
    assert found["C8"] == (LookState.NOTHING, "none")
    assert found["R5"] == (LookState.NOT_LOOKED, "not yet")
