from __future__ import annotations

from datetime import date

from guides.checks.result import CheckResult, CheckState, Surroundings
from guides.closing import before_closing
from guides.looks import EARLIER_PROMISES
from guides.stages import stage_checks
from models.rows import (
    ActionFactorRow,
    ActionItemRow,
    CheckReasonRow,
    DecisionFactorRow,
    DecisionRow,
    EvidenceRow,
    LookRow,
    ShareRow,
    SummaryRow,
)
from models.snapshot import Snapshot
from models.taxonomy import Category
from models.values import ActionKind, ActionState, Audience, Fate, Stage, Stance, Strength
from tests.guides.factories import DAY, factor, review, row, snapshot


def check(key: str, given: Snapshot, around: Surroundings | None = None) -> CheckResult | None:
    stage = Stage(key.partition(".")[0])
    found = stage_checks(stage, given, around)
    return next((result for result in found if result.key == key), None)


def statement(key: str, given: Snapshot, around: Surroundings | None = None) -> str:
    found = check(key, given, around)
    assert found is not None
    return ("✓ " if not found.is_open else "") + found.statement


def test_one_factor_asks_what_else_had_to_be_true():
    found = check("factors.several_factors", snapshot(factors=(factor(), factor("R1"))))
    assert found is not None
    assert (found.statement, found.way_on) == ("One factor so far", "What else had to be true?")
    two = snapshot(factors=(factor(), factor("C2", 2)))
    assert statement("factors.several_factors", two) == "✓ Two factors side by side"


def test_factors_reach_people_and_what_held():
    technical = snapshot(factors=(factor("C1"), factor("C6")))
    assert statement("factors.about_work", technical).startswith("No factor is about how people")
    assert statement("factors.something_held", technical).startswith("Nothing that held")
    both = snapshot(factors=(factor("C7"), factor("R5")))
    assert statement("factors.about_work", both) == "✓ One factor is about how people work"
    assert statement("factors.something_held", both) == "✓ What held is in the picture"


def test_evidence_that_disputes_does_not_show_a_factor():
    one, two = factor("C1", 1), factor("C2", 2)
    shown = row(EvidenceRow, factor_id=one.id)
    disputed = row(EvidenceRow, factor_id=two.id, stance=Stance.DISPUTES)
    found = check(
        "factors.factor_evidence", snapshot(factors=(one, two), evidence=(shown, disputed))
    )
    assert found is not None
    assert (found.statement, found.detail) == ("One factor is not shown by anything yet", "F2")


def test_a_category_not_looked_at_brings_its_own_question():
    looks = tuple(row(LookRow, subject=c) for c in Category if c is not Category.C10)
    found = check("factors.categories", snapshot(looks=looks))
    assert found is not None
    assert (found.statement, found.detail, found.way_on) == (
        "One category not looked at yet",
        "Practice",
        "How does this usually get done?",
    )


def test_earlier_promises_are_looked_at_first():
    earlier = (
        row(ActionItemRow, state=ActionState.ACCEPTED),
        row(ActionItemRow, state=ActionState.CHECKED),
        row(ActionItemRow, state=ActionState.DECLINED),
    )
    around = Surroundings(earlier_actions=earlier)
    assert check("actions.earlier_promises", snapshot()) is None
    found = check("actions.earlier_promises", snapshot(), around)
    assert found is not None
    assert (found.statement, found.way_on) == (
        "Two earlier promises for the same services",
        "Look at the one open",
    )
    looked = snapshot(looks=(row(LookRow, subject=EARLIER_PROMISES),))
    assert statement("actions.earlier_promises", looked, around).startswith("✓")


def test_more_than_a_third_overdue_asks_to_finish_first():
    late = row(ActionItemRow, state=ActionState.ACCEPTED, due=date(2026, 3, 1))
    done = row(ActionItemRow, state=ActionState.DONE, due=date(2026, 3, 1))
    two_of_five = Surroundings(today=DAY, earlier_actions=(late, late, done, done, done))
    one_of_three = Surroundings(today=DAY, earlier_actions=(late, done, done))
    assert check("actions.finish_first", snapshot(), two_of_five) is not None
    assert check("actions.finish_first", snapshot(), one_of_three) is None


def test_a_set_of_actions_is_looked_at_as_a_whole():
    alerts = tuple(
        row(ActionItemRow, text="Add an alert", kind=ActionKind.DETECT, state=ActionState.CANDIDATE)
        for _ in range(2)
    )
    given = snapshot(actions=alerts)
    assert statement("actions.not_only_alerts", given) == "Every action is an alert or a dashboard"
    assert statement("actions.strength", given) == "✓ One action is strong or intermediate"
    assert (
        statement("actions.side_effects", given) == "Side effects: two actions not asked about yet"
    )
    weak = (row(ActionItemRow, strength=Strength.WEAK, state=ActionState.ACCEPTED),)
    assert statement("actions.strength", snapshot(actions=weak)) == (
        "Every action relies on people remembering"
    )


def test_ideas_and_declined_actions_do_not_count():
    aside = tuple(
        row(ActionItemRow, state=state)
        for state in (ActionState.IDEA, ActionState.DECLINED, ActionState.DROPPED)
    )
    assert check("actions.strength", snapshot(actions=aside)) is None


def test_six_accepted_actions_are_asked_about():
    accepted = tuple(row(ActionItemRow, state=ActionState.ACCEPTED) for _ in range(6))
    found = check("actions.few_actions", snapshot(actions=accepted))
    assert found is not None
    assert (found.statement, found.way_on) == (
        "Six actions accepted",
        "Which five would move the most?",
    )
    assert check("actions.few_actions", snapshot(actions=accepted[:5])) is None


def test_every_factor_is_addressed_accepted_or_left_open_with_a_reason():
    addressed, decided = factor(number=1), factor(number=2)
    accepted, left = factor(number=3, fate=Fate.ACCEPTED), factor(number=4, fate_reason="Next year")
    loose = factor(number=5)
    action = row(ActionItemRow, state=ActionState.CANDIDATE)
    no_action = row(DecisionRow)
    given = snapshot(
        factors=(addressed, decided, accepted, left, loose, factor("R1")),
        actions=(action,),
        action_factors=(row(ActionFactorRow, action_id=action.id, factor_id=addressed.id),),
        decisions=(no_action,),
        decision_factors=(row(DecisionFactorRow, decision_id=no_action.id, factor_id=decided.id),),
    )
    found = check("actions.factors_end", given)
    assert found is not None
    assert (found.statement, found.detail) == ("One factor is still open", "F5")


def test_the_share_is_the_one_check_no_reason_overrides():
    reasons = tuple(
        row(CheckReasonRow, stage=Stage.SHARE, check_key=key)
        for key in ("share.shared", "share.top_insight")
    )
    given = snapshot(check_reasons=reasons)
    found = {result.key: result for result in stage_checks(Stage.SHARE, given)}
    assert found["share.shared"].state is CheckState.OPEN
    assert not found["share.shared"].overridable
    assert found["share.top_insight"].state is CheckState.WITH_REASON
    assert (found["share.top_insight"].reason, found["share.top_insight"].reason_on) == (
        "Fine this time",
        DAY,
    )


def test_the_text_for_customers_is_a_draft_until_approved():
    draft = snapshot(summaries=(row(SummaryRow, audience=Audience.CUSTOMERS),))
    assert statement("share.customers_approved", draft) == "Customer text is a draft"
    read = row(SummaryRow, audience=Audience.CUSTOMERS, approved_by="Communications")
    assert statement("share.customers_approved", snapshot(summaries=(read,))) == (
        "✓ Customer text was read by Communications"
    )


def test_a_review_closes_with_no_action_but_not_without_a_share():
    assert before_closing(snapshot()) == ("Share it with someone first, and record the share.",)
    shared = (row(ShareRow, audience=Audience.LEADERSHIP),)
    assert before_closing(snapshot(shares=shared)) == ()
    loose = snapshot(shares=shared, factors=(factor(number=1), factor(number=2)))
    assert before_closing(loose) == (
        "F1 and F2 are still open: act on, accept, or say why they stay open.",
    )


def test_an_unasked_check_of_a_met_stage_keeps_no_reason():
    reason = row(CheckReasonRow, stage=Stage.ACTIONS, check_key="actions.twice")
    given = snapshot(review=review(twice_answer="Not yet"), check_reasons=(reason,))
    found = check("actions.twice", given)
    assert found is not None
    assert (found.state, found.reason) == (CheckState.MET, "")
