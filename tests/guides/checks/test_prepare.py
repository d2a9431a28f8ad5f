from __future__ import annotations

from datetime import UTC, datetime

import pytest

from guides.checks.result import CheckResult
from guides.stages import stage_checks
from models.rows import ActionItemRow, ParticipantRow
from models.snapshot import Snapshot
from models.values import Duty, Invitation, ReviewMode, RoleTag, Stage
from tests.guides.factories import event, review, row, snapshot


def check(key: str, given: Snapshot) -> CheckResult | None:
    found = stage_checks(Stage.PREPARE, given)
    return next((result for result in found if result.key == f"prepare.{key}"), None)


def statement(key: str, given: Snapshot) -> str:
    found = check(key, given)
    assert found is not None
    return ("✓ " if not found.is_open else "") + found.statement


def person(**given) -> ParticipantRow:
    return row(ParticipantRow, **({"in_incident": True} | given))


def facilitator(**given) -> ParticipantRow:
    return person(duty=Duty.FACILITATOR, **({"in_incident": False} | given))


def test_nobody_facilitates_at_first():
    found = check("facilitator_neutral", snapshot())
    assert found is not None
    assert (found.statement, found.way_on) == ("Nobody facilitates yet", "Choose a facilitator")


def test_someone_without_a_stake_is_neutral():
    given = snapshot(participants=(facilitator(), person()))
    assert statement("facilitator_neutral", given) == "✓ Facilitator is neutral"


def test_every_tie_of_the_facilitator_is_named():
    lead = facilitator(
        id="p", name="Ada", role_tag=RoleTag.CHANGE_AUTHOR, team_id="t", authority_over="q"
    )
    given = snapshot(
        participants=(lead, person(id="q", team_id="t"), person(team_id="t")),
        events=(event(participant_id="p"), event(participant_id="p")),
        actions=(row(ActionItemRow, owner="ada"),),
    )
    assert statement("facilitator_neutral", given) == (
        "Facilitator appears in two events, wrote a change that was part of it, owns one action,"
        " is on the same team as two participants and has authority over one participant"
    )


def test_a_facilitator_from_the_incident_is_not_neutral():
    given = snapshot(participants=(facilitator(in_incident=True),))
    assert statement("facilitator_neutral", given) == "Facilitator was part of the incident"


def test_the_co_facilitator_is_looked_at_only_where_there_is_one():
    assert check("co_facilitator_neutral", snapshot()) is None


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        (None, "No date yet"),
        (
            datetime(2026, 3, 4, 17, 0, tzinfo=UTC),
            "The date is less than 24 hours after the impact",
        ),
        (datetime(2026, 3, 5, 9, 0, tzinfo=UTC), "✓ Date is inside the window"),
        (datetime(2026, 3, 10, 18, 0, tzinfo=UTC), "✓ Date is inside the window"),
        (
            datetime(2026, 3, 11, 9, 0, tzinfo=UTC),
            "The date is more than five working days after the impact",
        ),
    ],
)
def test_the_date_lies_between_rest_and_forgetting(meeting: datetime | None, said: str):
    ended = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
    given = snapshot(review=review(ended_at=ended, meeting_at=meeting))
    assert statement("date_in_window", given) == said


def test_a_date_needs_to_know_when_the_impact_ended():
    given = snapshot(review=review(meeting_at=datetime(2026, 3, 5, tzinfo=UTC)))
    assert statement("date_in_window", given) == "It is not recorded when the impact ended"


def test_a_written_review_needs_neither_date_nor_agenda_nor_note_taker():
    given = snapshot(review=review(mode=ReviewMode.WRITTEN))
    assert statement("date_in_window", given) == "✓ In writing, no date is needed"
    assert check("walk_gets_half", given) is None
    assert check("note_taker", given) is None


def test_a_view_from_outside_engineering_is_invited_or_waived_with_a_reason():
    support = person(role_tag=RoleTag.SUPPORT)
    assert statement("outside_view", snapshot(participants=(support,))) == (
        "No view from outside engineering yet"
    )
    waived = person(
        role_tag=RoleTag.SUPPORT, invitation=Invitation.WAIVED, waived_reason="No calls"
    )
    invited = person(role_tag=RoleTag.PRODUCT, invitation=Invitation.INVITED)
    for one in (waived, invited):
        said = statement("outside_view", snapshot(participants=(one,)))
        assert said == "✓ A view from outside engineering"


def test_seats_nobody_asked_are_named():
    invited = [
        person(role_tag=tag, invitation=Invitation.INVITED)
        for tag in (RoleTag.SUPPORT, RoleTag.COMMS, RoleTag.LEADERSHIP)
    ]
    found = check("perspectives", snapshot(participants=tuple(invited)))
    assert found is not None
    assert (found.statement, found.way_on) == (
        "Product has not been asked",
        "Invite, or say why not",
    )


def test_those_who_are_not_invited_yet_are_named_by_role():
    given = snapshot(
        participants=(
            person(role="Database engineer"),
            person(role="Incident lead"),
            person(role="Support", invitation=Invitation.DECLINED),
        )
    )
    assert statement("everyone_invited", given) == (
        "Database engineer and Incident lead are not invited yet"
    )


def test_a_large_meeting_needs_a_note_taker():
    guests = [person(invitation=Invitation.INVITED) for _ in range(4)]
    given = snapshot(participants=(facilitator(), *guests))
    assert statement("note_taker", given) == (
        "With five people, the facilitator would listen and write at once"
    )
    helped = snapshot(participants=(*given.participants, person(duty=Duty.NOTE_TAKER)))
    assert statement("note_taker", helped) == "✓ Someone other than the facilitator takes notes"
    assert check("note_taker", snapshot(participants=(facilitator(), *guests[:3]))) is None


def test_the_walk_gets_at_least_half_of_the_time():
    assert statement("walk_gets_half", snapshot()) == "No agenda yet"
    short = snapshot(review=review(agenda="5|Open\n25|Walk the timeline\n30|Fixes"))
    assert statement("walk_gets_half", short) == "The walk gets 25 of 60 minutes"
    half = snapshot(review=review(agenda="5|Open\n30|Walk the timeline\n10|- One\n25|Themes"))
    assert statement("walk_gets_half", half) == "✓ The walk gets at least half"


def test_leadership_is_asked_for_its_statement():
    assert statement("leadership_statement", snapshot()).startswith("Leadership has not said yet")
    said = snapshot(review=review(leadership_statement="Nobody is reprimanded."))
    assert statement("leadership_statement", said).startswith("✓")
