from __future__ import annotations

from datetime import date

import pytest

from app.operations.actions import (
    accept_action,
    add_action,
    check_action,
    cut_slice,
    decline_action,
    delete_action,
    finish_action,
    link_action,
    take_up_again,
)
from app.operations.decisions import (
    add_decision,
    delete_decision,
    link_decision,
    look_at_earlier_promises,
    settle_factor,
)
from app.operations.factors import add_factor
from app.operations.fields import set_value
from app.operations.ideas import leave_idea, park_again, park_idea, take_up_idea
from app.operations.reflection import (
    ChangePlace,
    count_answers,
    delete_change,
    judge_change,
    write_change,
)
from app.operations.reviews import NewReview, add_review
from guides.looks import promises_looked_at
from guides.network import FactorEnd, endings
from models.queries.process_changes import other_process_changes
from models.queries.snapshots import snapshot
from models.rows import ActionItemRow
from models.taxonomy import Category
from models.values import (
    ActionState,
    DecisionKind,
    Effect,
    Fate,
    IdeaState,
    Privacy,
    TrialOutcome,
)

DAY = date(2026, 3, 2)


def seen(ledger, review_id):
    return ledger.read(snapshot, review_id, Privacy.PRIVATE)


def only(rows):
    (row,) = rows
    return row


@pytest.fixture
def silent(ledger, review_id):
    return ledger.run(add_factor(review_id, Category.C6, "The tool is silent")).result


@pytest.fixture
def restore(ledger, review_id, silent):
    """A new action that works on one factor."""
    new = add_action(review_id, "Restore every night", DAY, (silent,), owner="Infra")
    return ledger.run(new).result


def test_a_new_action_rests_first_and_works_on_the_factor_it_was_made_for(
    ledger, review_id, restore, silent
):
    action = only(seen(ledger, review_id).actions)
    assert (action.state, action.soak_from) == (ActionState.SOAKING, DAY)
    assert only(seen(ledger, review_id).action_factors).factor_id == silent


def test_linking_keeps_what_stays_and_takes_away_what_goes(ledger, review_id, restore, silent):
    late = ledger.run(add_factor(review_id, Category.C11, "Late")).result
    ledger.run(link_action(restore, (silent, late)))
    assert len(seen(ledger, review_id).action_factors) == 2
    ledger.run(link_action(restore, (late,)))
    assert only(seen(ledger, review_id).action_factors).factor_id == late


def test_a_yes_without_waiting_keeps_its_reason_once(ledger, review_id, restore):
    ledger.run(accept_action(restore, DAY, "the page is broken now"))
    ledger.run(take_up_again(restore))
    ledger.run(accept_action(restore, DAY, "still broken"))
    found = seen(ledger, review_id)
    assert (found.actions[0].state, found.actions[0].accepted_on) == (ActionState.ACCEPTED, DAY)
    assert only(found.check_reasons).reason == "still broken"


def test_a_declined_action_stays_with_its_reason_and_can_be_taken_up_again(
    ledger, review_id, restore
):
    ledger.run(decline_action(restore, "closes one road only"))
    action = only(seen(ledger, review_id).actions)
    assert (action.state, action.declined_reason) == (ActionState.DECLINED, "closes one road only")
    ledger.run(take_up_again(restore))
    assert seen(ledger, review_id).actions[0].state is ActionState.CANDIDATE


def test_a_slice_takes_over_owner_and_factors_and_the_rest_stays(
    ledger, review_id, restore, silent
):
    part = ledger.run(cut_slice(restore, "Restore once a week", DAY)).result
    found = {action.id: action for action in seen(ledger, review_id).actions}
    assert (found[part].parent_id, found[part].owner) == (restore, "Infra")
    assert found[restore].text == "Restore every night"
    links = seen(ledger, review_id).action_factors
    assert {(link.action_id, link.factor_id) for link in links} == {
        (restore, silent),
        (part, silent),
    }


def test_done_and_effective_are_kept_apart(ledger, review_id, restore):
    ledger.run(finish_action(restore, DAY))
    action = only(seen(ledger, review_id).actions)
    assert (action.state, action.check_on, action.effect) == (
        ActionState.DONE,
        date(2026, 4, 1),
        None,
    )
    ledger.run(check_action(restore, Effect.MOVED, "two restores since"))
    assert seen(ledger, review_id).actions[0].effect is Effect.MOVED


def test_a_day_for_the_check_that_was_set_is_kept(ledger, review_id, restore):
    ledger.run(set_value(ActionItemRow, restore, "check_on", date(2026, 9, 1)))
    ledger.run(finish_action(restore, DAY))
    assert seen(ledger, review_id).actions[0].check_on == date(2026, 9, 1)


def test_an_idea_that_is_taken_up_has_rested_since_it_was_parked(ledger, review_id):
    idea = ledger.run(park_idea(review_id, "Say no in the server", date(2026, 2, 20))).result
    action_id = ledger.run(take_up_idea(idea)).result
    found = seen(ledger, review_id)
    assert found.actions[0].soak_from == date(2026, 2, 20)
    assert (found.parked_ideas[0].state, found.parked_ideas[0].action_id) == (
        IdeaState.TAKEN_UP,
        action_id,
    )


def test_deleting_an_action_parks_its_idea_again_and_undo_brings_both_back(ledger, review_id):
    idea = ledger.run(park_idea(review_id, "Say no in the server", DAY)).result
    action_id = ledger.run(take_up_idea(idea)).result
    ledger.run(accept_action(action_id, DAY, "why not"))
    outcome = ledger.run(delete_action(action_id))
    found = seen(ledger, review_id)
    assert (found.actions, found.check_reasons) == ((), ())
    assert found.parked_ideas[0].state is IdeaState.PARKED
    ledger.undo(outcome.step)
    found = seen(ledger, review_id)
    assert found.parked_ideas[0].action_id == found.actions[0].id == action_id


def test_an_idea_is_left_and_parked_again(ledger, review_id):
    idea = ledger.run(park_idea(review_id, "Faster disks", DAY)).result
    ledger.run(leave_idea(idea))
    assert seen(ledger, review_id).parked_ideas[0].state is IdeaState.LEFT
    ledger.run(park_again(idea))
    assert seen(ledger, review_id).parked_ideas[0].state is IdeaState.PARKED


def test_a_decision_settles_a_factor_until_it_is_deleted(ledger, review_id, silent):
    new = add_decision(review_id, DecisionKind.NO_ACTION, "It stays silent", DAY)
    decision = ledger.run(new).result
    ledger.run(link_decision(decision, (silent,)))
    assert only(endings(seen(ledger, review_id))).end is FactorEnd.ACCEPTED
    ledger.run(link_decision(decision, ()))
    assert only(endings(seen(ledger, review_id))).end is FactorEnd.OPEN
    ledger.run(link_decision(decision, (silent,)))
    ledger.run(delete_decision(decision))
    assert only(endings(seen(ledger, review_id))).end is FactorEnd.OPEN


def test_a_factor_is_settled_with_a_reason(ledger, review_id, silent):
    ledger.run(settle_factor(silent, Fate.ACCEPTED, "we know it now"))
    assert only(endings(seen(ledger, review_id))).end is FactorEnd.ACCEPTED
    ledger.run(settle_factor(silent, Fate.OPEN, "ask the makers first"))
    assert only(endings(seen(ledger, review_id))).end is FactorEnd.LEFT_OPEN


def test_looking_at_earlier_promises_is_kept_once(ledger, review_id):
    ledger.run(look_at_earlier_promises(review_id))
    ledger.run(look_at_earlier_promises(review_id))
    found = seen(ledger, review_id)
    assert promises_looked_at(found)
    assert len(found.looks) == 1


def test_answers_are_counted_and_corrected(ledger, review_id):
    ledger.run(count_answers(review_id, "again", "yes", 4))
    ledger.run(count_answers(review_id, "again", "yes", 5))
    ledger.run(count_answers(review_id, "again", "no", 0))
    assert [(row.answer, row.count) for row in seen(ledger, review_id).feedback] == [("yes", 5)]


def test_the_first_words_make_a_change_and_the_next_review_judges_it(ledger, review_id):
    place = ChangePlace("01920000-0000-7000-8000-000000000001", review_id, DAY)
    ledger.run(write_change(place, " "))
    assert seen(ledger, review_id).process_changes == ()
    ledger.run(write_change(place, "Hear support"))
    ledger.run(write_change(place, "Hear support first"))
    assert only(seen(ledger, review_id).process_changes).text == "Hear support first"
    after = ledger.run(add_review(NewReview("Next one"))).result
    found = only(ledger.read(other_process_changes, after))
    assert (found.change.text, found.review.id) == ("Hear support first", review_id)
    ledger.run(judge_change(place.change_id, TrialOutcome.KEPT, "we heard the hour"))
    assert seen(ledger, review_id).process_changes[0].outcome is TrialOutcome.KEPT
    ledger.run(delete_change(place.change_id))
    assert ledger.read(other_process_changes, after) == ()
