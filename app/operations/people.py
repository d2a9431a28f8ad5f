"""The people of a review: who was there, who runs it, which team they are on."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.people import Participant, Team
from models.values import Duty, Invitation, RoleTag


@operation("Add person")
def add_participant(
    session: Session,
    review_id: str,
    role: str,
    *,
    name: str = "",
    role_tag: RoleTag | None = None,
    in_incident: bool = True,
) -> str:
    """Add someone to a review at the end of the list; return the id."""
    person = Participant(
        review_id=review_id,
        role=role,
        name=name,
        role_tag=role_tag,
        in_incident=in_incident,
        rank=next_rank(session, Participant, review_id),
    )
    session.add(person)
    session.flush()
    return person.id


@operation("Take person out")
def remove_participant(session: Session, participant_id: str) -> None:
    """Take someone out; what they told stays, without a teller."""
    remove(session, Participant, participant_id)


@operation("Choose who leads")
def give_duty(session: Session, review_id: str, duty: Duty, participant_id: str | None) -> None:
    """Give a duty to one person and take it from whoever had it; None leaves it open."""
    held = select(Participant).where(Participant.review_id == review_id, Participant.duty == duty)
    for person in session.scalars(held):
        if person.id != participant_id:
            person.duty = None
    if participant_id is not None:
        session.get_one(Participant, participant_id).duty = duty


@operation("Name team")
def name_team(session: Session, participant_id: str, name: str) -> None:
    """Put someone on a team, known to the library or new; an empty name takes them off."""
    person = session.get_one(Participant, participant_id)
    name = name.strip()
    if not name:
        person.team_id = None
        return
    team = session.scalar(select(Team).where(Team.name == name))
    if team is None:
        team = Team(name=name)
        session.add(team)
        session.flush()
    person.team_id = team.id


@operation("Invite")
def invite(session: Session, participant_id: str) -> None:
    """Note that someone is invited."""
    session.get_one(Participant, participant_id).invitation = Invitation.INVITED


@operation("Waive a view")
def waive(session: Session, review_id: str, role: str, tag: RoleTag, reason: str) -> str:
    """Note why nobody is asked from a seat this time; return the id of its line."""
    seat = session.scalar(
        select(Participant).where(
            Participant.review_id == review_id,
            Participant.role_tag == tag,
            Participant.invitation != Invitation.INVITED,
        )
    )
    if seat is None:
        rank = next_rank(session, Participant, review_id)
        seat = Participant(review_id=review_id, role=role, role_tag=tag, rank=rank)
        seat.in_incident = False
        session.add(seat)
    seat.invitation = Invitation.WAIVED
    seat.waived_reason = reason
    session.flush()
    return seat.id
