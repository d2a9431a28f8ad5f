from __future__ import annotations

from guides.perspectives import (
    Asked,
    missing_perspectives,
    not_yet_invited,
    perspectives,
    talk_first,
)
from models.rows import ParticipantRow
from models.values import Duty, Invitation, RoleTag
from tests.guides.factories import decision, row, sample, snapshot


def person(**given) -> ParticipantRow:
    return row(ParticipantRow, **given)


def test_every_seat_outside_engineering_is_missing_at_first():
    titles = [seat.title for seat in missing_perspectives(snapshot())]
    assert titles == ["Support", "Product", "Communications", "Leadership"]


def test_a_seat_is_waived_only_with_a_reason():
    bare = person(role_tag=RoleTag.SUPPORT, invitation=Invitation.WAIVED)
    said = person(role_tag=RoleTag.PRODUCT, invitation=Invitation.WAIVED, waived_reason="No users")
    declined = person(role_tag=RoleTag.COMMS, invitation=Invitation.DECLINED)
    found = perspectives(snapshot(participants=(bare, said, declined)))
    assert [seat.asked for seat in found] == [
        Asked.MISSING,
        Asked.WAIVED,
        Asked.DECLINED,
        Asked.MISSING,
    ]


def test_those_who_run_the_review_need_no_invitation():
    lead = person(duty=Duty.FACILITATOR)
    guest = person()
    found = not_yet_invited(snapshot(participants=(lead, guest)))
    assert found == (guest,)


def test_those_closest_to_the_trigger_are_talked_to_first():
    author = person(role_tag=RoleTag.CHANGE_AUTHOR)
    decider = person(id="d")
    other = person()
    given = snapshot(participants=(author, decider, other), events=(decision(participant_id="d"),))
    assert talk_first(given) == (author, decider)


def test_only_product_is_missing_in_the_sample():
    assert [seat.title for seat in missing_perspectives(sample())] == ["Product"]
