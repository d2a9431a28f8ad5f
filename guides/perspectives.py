"""Whose view of the incident is still missing, and whom to invite (P03, P04)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.rows import ParticipantRow
from models.snapshot import Snapshot
from models.values import Invitation, RoleTag

BEYOND_ENGINEERING: dict[RoleTag, str] = {
    RoleTag.SUPPORT: "Support",
    RoleTag.PRODUCT: "Product",
    RoleTag.COMMS: "Communications",
    RoleTag.LEADERSHIP: "Leadership",
}
"""The seats outside engineering that see what engineering cannot."""


class Asked(StrEnum):
    """How far a perspective has come."""

    INVITED = "invited"
    WAIVED = "waived"
    DECLINED = "declined"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Perspective:
    """One seat outside engineering, and who could speak from it."""

    tag: RoleTag
    title: str
    asked: Asked
    people: tuple[ParticipantRow, ...]


def perspectives(snapshot: Snapshot) -> tuple[Perspective, ...]:
    """Return each seat outside engineering with how far it has come."""
    return tuple(_perspective(tag, title, snapshot) for tag, title in BEYOND_ENGINEERING.items())


def missing_perspectives(snapshot: Snapshot) -> tuple[Perspective, ...]:
    """Return the seats that nobody was asked from and that were not waived."""
    return tuple(found for found in perspectives(snapshot) if found.asked is Asked.MISSING)


def outside_view_settled(snapshot: Snapshot) -> bool:
    """Tell whether one view from outside engineering is invited, or waived with a reason."""
    settled = (Asked.INVITED, Asked.WAIVED)
    return any(found.asked in settled for found in perspectives(snapshot))


def not_yet_invited(snapshot: Snapshot) -> tuple[ParticipantRow, ...]:
    """Return those in the timeline, else in the incident, whom nobody has invited (P04)."""
    acting = {event.participant_id for event in snapshot.events}
    told = {event.told_by_id for event in snapshot.events}
    return tuple(
        person
        for person in snapshot.participants
        if (person.in_incident or person.id in acting | told)
        and person.duty is None
        and person.invitation is Invitation.NOT_ASKED
    )


def talk_first(snapshot: Snapshot) -> tuple[ParticipantRow, ...]:
    """Suggest whom to talk to in private before the meeting: those closest to the trigger (P10).

    Never part of an export.
    """
    deciding = {event.participant_id for event in snapshot.events if event.is_decision}
    return tuple(
        person
        for person in snapshot.participants
        if person.in_incident
        and (person.talk_first or person.role_tag is RoleTag.CHANGE_AUTHOR or person.id in deciding)
    )


def _perspective(tag: RoleTag, title: str, snapshot: Snapshot) -> Perspective:
    people = tuple(person for person in snapshot.participants if person.role_tag is tag)
    states = {person.invitation for person in people}
    waived = any(
        person.invitation is Invitation.WAIVED and person.waived_reason.strip() for person in people
    )
    if Invitation.INVITED in states:
        asked = Asked.INVITED
    elif waived:
        asked = Asked.WAIVED
    elif Invitation.DECLINED in states:
        asked = Asked.DECLINED
    else:
        asked = Asked.MISSING
    return Perspective(tag, title, asked, people)
