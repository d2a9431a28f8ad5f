from __future__ import annotations

import pytest

from app.operations.factor_links import (
    NoSuchLinkError,
    link_factors,
    link_to_event,
    set_link_kind,
    turn_link_round,
    unlink,
)
from app.operations.factors import (
    add_evidence,
    add_factor,
    change_category,
    delete_factor,
    move_factors,
    remove_evidence,
    set_stance,
)
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.operations.timeline import add_event
from models.queries.earlier_factors import earlier_factors
from models.queries.load import row
from models.queries.snapshots import snapshot
from models.rows import FactorRow
from models.taxonomy import Category
from models.values import LinkKind, Privacy, Stance
from tests.app.factories import quick


def seen(ledger, review_id):
    return ledger.read(snapshot, review_id, Privacy.PRIVATE)


def codes(ledger, review_id):
    return [factor.code for factor in seen(ledger, review_id).factors]


@pytest.fixture
def silent(ledger, review_id):
    """A condition about tools, F1."""
    return ledger.run(add_factor(review_id, Category.C6, "The tool is silent")).result


@pytest.fixture
def late(ledger, review_id, silent):
    """A condition about pressure, F2."""
    return ledger.run(add_factor(review_id, Category.C11, "Late and alone")).result


def test_conditions_and_what_held_are_counted_each_for_themselves(ledger, review_id, silent, late):
    ledger.run(add_factor(review_id, Category.R5, "A copy by luck"))
    assert sorted(codes(ledger, review_id)) == ["F1", "F2", "R1"]


def test_codes_stay_when_a_factor_is_deleted_and_undo_brings_its_links_back(
    ledger, review_id, silent, late
):
    ledger.run(link_factors(late, silent, LinkKind.AMPLIFIES))
    ledger.run(add_evidence(silent, "text", "A screenshot"))
    gone = ledger.run(delete_factor(silent))
    left = seen(ledger, review_id)
    assert [factor.code for factor in left.factors] == ["F2"]
    assert left.factor_links == left.evidence == ()
    ledger.undo(gone.step)
    back = seen(ledger, review_id)
    assert len(back.factors) == 2
    assert [link.to_factor_id for link in back.factor_links] == [silent]
    assert [shown.text for shown in back.evidence] == ["A screenshot"]


def test_a_factor_that_turns_out_to_have_held_takes_a_number_on_that_side(
    ledger, review_id, silent, late
):
    ledger.run(change_category(silent, Category.R3))
    assert ledger.read(row, FactorRow, silent).code == "R1"
    ledger.run(change_category(silent, Category.C6))
    assert ledger.read(row, FactorRow, silent).code == "F3"
    ledger.run(change_category(silent, Category.C5))
    assert ledger.read(row, FactorRow, silent).code == "F3"


def test_moving_several_factors_is_one_step_back(ledger, silent, late):
    moved = ledger.run(move_factors({silent: (10.0, 20.0), late: (300.0, 20.0)}))
    assert ledger.read(row, FactorRow, late).x == 300.0
    ledger.undo(moved.step)
    assert (ledger.read(row, FactorRow, silent).y, ledger.read(row, FactorRow, late).x) == (0, 0)


def test_a_new_factor_stands_where_none_of_the_placed_ones_does(ledger, review_id, silent, late):
    ledger.run(move_factors({silent: (0.0, 0.0), late: (252.0, 108.0)}))
    third = ledger.read(row, FactorRow, ledger.run(add_factor(review_id, Category.C1)).result)
    assert (third.x, third.y) == (0.0, 216.0)


def test_the_same_evidence_is_linked_once(ledger, review_id, silent):
    event = ledger.run(add_event(review_id, quick("14:05 nothing on the screen"))).result
    ledger.run(add_evidence(silent, "event_id", event))
    again = ledger.run(add_evidence(silent, "event_id", event))
    assert again.step is None
    (shown,) = seen(ledger, review_id).evidence
    ledger.run(set_stance(shown.id, Stance.DISPUTES))
    assert seen(ledger, review_id).evidence[0].stance is Stance.DISPUTES
    ledger.run(remove_evidence(shown.id))
    after = seen(ledger, review_id)
    assert after.evidence == ()
    assert len(after.events) == 1


def test_a_second_link_between_two_factors_changes_the_first(ledger, review_id, silent, late):
    first = ledger.run(link_factors(silent, late, LinkKind.ENABLES)).result
    ledger.run(link_factors(silent, late, LinkKind.DELAYS))
    ledger.run(link_factors(late, silent, LinkKind.INTERACTS))
    (link,) = seen(ledger, review_id).factor_links
    assert (link.id, link.kind) == (first, LinkKind.INTERACTS)
    ledger.run(set_link_kind(first, LinkKind.MASKS))
    ledger.run(turn_link_round(first))
    (link,) = seen(ledger, review_id).factor_links
    assert (link.from_factor_id, link.kind) == (late, LinkKind.MASKS)
    ledger.run(unlink(first))
    assert seen(ledger, review_id).factor_links == ()


def test_a_factor_acts_at_an_event_and_not_on_itself(ledger, review_id, silent, late):
    event = ledger.run(add_event(review_id, quick("14:05 directory removed"))).result
    first = ledger.run(link_to_event(silent, event, LinkKind.ACTS_AT)).result
    assert ledger.run(link_to_event(silent, event, LinkKind.ENABLES)).result == first
    with pytest.raises(NoSuchLinkError, match="Choose the other end"):
        ledger.run(link_factors(silent, silent, LinkKind.ENABLES))
    with pytest.raises(NoSuchLinkError, match="Choose an event"):
        ledger.run(link_factors(silent, late, LinkKind.ACTS_AT))


def test_factors_of_other_reviews_are_found_by_category_and_not_from_the_sample(
    ledger, review_id, silent
):
    other = ledger.run(add_review(NewReview("Last year"))).result
    ledger.run(add_factor(other, Category.C6, "No preview of a delete"))
    ledger.run(add_factor(other, Category.C6))
    ledger.run(add_factor(other, Category.C1, "Dormant flag"))
    found = ledger.read(earlier_factors, review_id, {Category.C6})
    assert [(each.factor.condition, each.review.title) for each in found] == [
        ("No preview of a delete", "Last year")
    ]
    ledger.run(set_value(type(found[0].review), other, "is_sample", True))
    assert ledger.read(earlier_factors, review_id, {Category.C6}) == ()
