"""People and teams."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, Prose, Worded
from models.values import Duty, Invitation, RoleTag


class Team(Entity):
    """A team, known to the whole library."""

    __tablename__ = "team"

    name: Mapped[str]


class Participant(Worded):
    """A person's involvement in one review; exports show the role, not the name (S09)."""

    __tablename__ = "participant"

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    role_tag: Mapped[RoleTag | None]
    aliases: Mapped[str] = mapped_column(default="")
    team_id: Mapped[str | None] = mapped_column(ForeignKey("team.id"), index=True)
    zone: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    duty: Mapped[Duty | None]
    duty_note: Mapped[Prose]
    authority_over: Mapped[str] = mapped_column(default="")
    invitation: Mapped[Invitation] = mapped_column(default=Invitation.NOT_ASKED)
    waived_reason: Mapped[Prose]
    talk_first: Mapped[bool] = mapped_column(default=False)
    in_incident: Mapped[bool] = mapped_column(default=True)
    agreement: Mapped[Prose]
    rank: Mapped[int] = mapped_column(default=0)
