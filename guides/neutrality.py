"""What could make someone who runs the review less than neutral (P01, P02)."""

from __future__ import annotations

from collections.abc import Iterator

from guides.people import authority_over, in_the_incident, names_of
from models.phrases import counted
from models.rows import ParticipantRow
from models.snapshot import Snapshot
from models.values import ActionState, RoleTag

_SET_ASIDE = (ActionState.DECLINED, ActionState.DROPPED)


def stakes(person: ParticipantRow, snapshot: Snapshot) -> tuple[str, ...]:
    """Return what ties a person to the incident, each to follow "The facilitator ..."."""
    return tuple(_stakes(person, snapshot))


def _stakes(person: ParticipantRow, snapshot: Snapshot) -> Iterator[str]:
    events = sum(event.participant_id == person.id for event in snapshot.events)
    if events:
        yield f"appears in {counted(events, 'event')}"
    if person.role_tag is RoleTag.CHANGE_AUTHOR:
        yield "wrote a change that was part of it"
    elif person.in_incident and not events:
        yield "was part of the incident"
    owned = sum(
        action.owner.strip().lower() in names_of(person)
        for action in snapshot.actions
        if action.state not in _SET_ASIDE
    )
    if owned:
        yield f"owns {counted(owned, 'action')}"
    others = [other for other in in_the_incident(snapshot) if other.id != person.id]
    mates = sum(other.team_id == person.team_id for other in others if person.team_id)
    if mates:
        yield f"is on the same team as {counted(mates, 'participant')}"
    below = sum(other.id in authority_over(person) for other in snapshot.participants)
    if below:
        yield f"has authority over {counted(below, 'participant')}"
