"""The checks of Prepare: who leads, whom to hear, and when."""

from __future__ import annotations

from guides.agenda import read_agenda
from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from guides.neutrality import stakes
from guides.people import on_duty, shown_as
from guides.perspectives import missing_perspectives, not_yet_invited, outside_view_settled
from guides.readiness import Readiness, readiness_window
from models.phrases import counted, listed, number
from models.snapshot import Snapshot
from models.values import Duty, Invitation, ReviewMode, Stage


def facilitator_is_neutral(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """P01, P02: the facilitator has no stake in the answers."""
    key = "facilitator_neutral"
    person = on_duty(snapshot, Duty.FACILITATOR)
    if person is None:
        way = Target(Stage.PREPARE, "facilitator")
        return still_open(key, "Nobody facilitates yet", "Choose a facilitator", way)
    ties = stakes(person, snapshot)
    if not ties:
        return met(key, "Facilitator is neutral")
    target = Target(Stage.PREPARE, "facilitator", person.id)
    return still_open(
        key, f"Facilitator {listed(ties)}", "Choose someone else, or say why it is fine", target
    )


def co_facilitator_is_neutral(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """P01: the same for the co-facilitator, where there is one."""
    key = "co_facilitator_neutral"
    person = on_duty(snapshot, Duty.CO_FACILITATOR)
    if person is None:
        return None
    ties = stakes(person, snapshot)
    if not ties:
        return met(key, "Co-facilitator is neutral")
    target = Target(Stage.PREPARE, "co_facilitator", person.id)
    return still_open(
        key, f"Co-facilitator {listed(ties)}", "Choose someone else, or say why it is fine", target
    )


def somebody_else_takes_notes(snapshot: Snapshot, around: Surroundings) -> CheckResult | None:
    """P13: in a larger meeting the facilitator does not take the notes alone."""
    key = "note_taker"
    people = sum(
        person.invitation is Invitation.INVITED or person.duty is not None
        for person in snapshot.participants
    )
    too_many = people > around.settings.people_for_a_note_taker
    if snapshot.review.mode is ReviewMode.WRITTEN or not too_many:
        return None
    if on_duty(snapshot, Duty.NOTE_TAKER) is not None:
        return met(key, "Someone other than the facilitator takes notes")
    target = Target(Stage.PREPARE, "note_taker")
    statement = f"With {number(people)} people, the facilitator would listen and write at once"
    return still_open(key, statement, "Ask someone to take notes", target)


def date_is_in_the_window(snapshot: Snapshot, around: Surroundings) -> CheckResult:
    """P06: people are rested and still remember."""
    key, target = "date_in_window", Target(Stage.PREPARE, "meeting")
    if snapshot.review.mode is ReviewMode.WRITTEN:
        return met(key, "In writing, no date is needed")
    meeting = snapshot.review.meeting_at
    if meeting is None:
        return still_open(key, "No date yet", "Choose a date", target)
    window = readiness_window(snapshot, around.settings)
    if window is None:
        incident = Target(Stage.PREPARE, "incident")
        return still_open(
            key, "It is not recorded when the impact ended", "Say when it ended", incident
        )
    place = window.place(meeting)
    if place is Readiness.INSIDE:
        return met(key, "Date is inside the window")
    if place is Readiness.TOO_EARLY:
        statement = f"The date is less than {around.settings.rest_hours} hours after the impact"
        return still_open(key, statement, "Let people rest first, or say why now", target)
    days = counted(around.settings.latest_working_days, "working day")
    statement = f"The date is more than {days} after the impact"
    return still_open(key, statement, "Choose an earlier date, or say why then", target)


def a_view_from_outside_engineering(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """P03: at least one view from outside engineering is invited or waived with a reason."""
    key = "outside_view"
    if outside_view_settled(snapshot):
        return met(key, "A view from outside engineering")
    return still_open(
        key,
        "No view from outside engineering yet",
        "Invite someone, or say why not",
        Target(Stage.PREPARE, "people"),
    )


def every_seat_was_asked(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """P03: support, product, communications and leadership were each asked."""
    key, missing = "perspectives", missing_perspectives(snapshot)
    if not missing:
        return met(key, "Every seat outside engineering was asked")
    verb = "has" if len(missing) == 1 else "have"
    statement = f"{listed(seat.title for seat in missing)} {verb} not been asked"
    return still_open(
        key, statement, "Invite, or say why not", Target(Stage.PREPARE, "people", missing[0].tag)
    )


def everyone_in_the_timeline_is_invited(
    snapshot: Snapshot, _around: Surroundings
) -> CheckResult | None:
    """P04: nobody who was in it is forgotten."""
    key, waiting = "everyone_invited", not_yet_invited(snapshot)
    if not any(person.in_incident for person in snapshot.participants):
        return None
    if not waiting:
        return met(key, "Everyone in the timeline is invited")
    verb = "is" if len(waiting) == 1 else "are"
    return still_open(
        key,
        f"{listed(shown_as(person) for person in waiting[:3])}{_more(len(waiting))} {verb}"
        " not invited yet",
        "Invite, or say why not",
        Target(Stage.PREPARE, "people", waiting[0].id),
    )


def leadership_has_spoken(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """P12: a leadership statement that nobody is reprimanded for having been involved."""
    key = "leadership_statement"
    if snapshot.review.leadership_statement.strip():
        return met(key, "Leadership has said that nobody is reprimanded")
    return still_open(
        key,
        "Leadership has not said yet that nobody is reprimanded",
        "Use the suggested statement",
        Target(Stage.PREPARE, "leadership_statement"),
    )


def the_walk_gets_half(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """P14: the walk through the timeline gets at least half of the meeting."""
    key, target = "walk_gets_half", Target(Stage.PREPARE, "agenda")
    if snapshot.review.mode is ReviewMode.WRITTEN:
        return None
    agenda = read_agenda(snapshot.review.agenda)
    if not agenda.chapters:
        return still_open(key, "No agenda yet", "Use the suggested agenda", target)
    if agenda.walk_gets_half:
        return met(key, "The walk gets at least half")
    statement = f"The walk gets {agenda.walk_minutes} of {agenda.minutes} minutes"
    return still_open(key, statement, "Give it at least half", target)


def _more(n: int) -> str:
    return f" and {number(n - 3)} more" if n > 3 else ""


CHECKS: tuple[Check, ...] = (
    facilitator_is_neutral,
    co_facilitator_is_neutral,
    somebody_else_takes_notes,
    date_is_in_the_window,
    a_view_from_outside_engineering,
    everyone_in_the_timeline_is_invited,
    every_seat_was_asked,
    leadership_has_spoken,
    the_walk_gets_half,
)
