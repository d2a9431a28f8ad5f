"""People and teams, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from models.rows.base import Row, Words
from models.values import Duty, Invitation, RoleTag


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow(Row):
    """A team, known to the whole library."""

    table: ClassVar[str] = "team"

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow(Row):
    """A person's involvement in one review; exports show the role, not the name (S09)."""

    table: ClassVar[str] = "participant"

    review_id: str
    name: str = ""
    role: str = ""
    """As readers see it: "Database engineer". Unique within a review by convention."""
    role_tag: RoleTag | None = None
    aliases: str = ""
    """Handles, nicknames and addresses, comma-separated."""
    team_id: str | None = None
    zone: str = ""
    """IANA name of the person's own zone, empty where not known."""
    place: str = ""
    channel: str = ""
    duty: Duty | None = None
    duty_note: Words = ""
    authority_over: str = ""
    """Comma-separated ids of participants this person has authority over (P02)."""
    invitation: Invitation = Invitation.NOT_ASKED
    waived_reason: Words = ""
    talk_first: bool = False
    """Private: never in any export (P10)."""
    in_incident: bool = True
    """False for people who only help to run the review."""
    agreement: Words = ""
    """Agreement or dissent with the timeline at its end (T06)."""
    rank: int = 0
