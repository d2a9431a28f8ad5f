"""Fix ideas and side topics, set aside until the action stage (M05)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.operations.base import operation
from app.operations.privacy import privacy_from
from app.operations.ranks import next_rank
from models.inquiry import ParkedIdea
from models.outcome import ActionItem
from models.story import Event
from models.values import ActionState, IdeaState, Privacy


@operation("Park idea")
def park_idea(
    session: Session, review_id: str, text: str, parked_on: date, event_id: str | None = None
) -> str:
    """Set an idea aside, beside the event it came up at; return its id."""
    beside = session.get_one(Event, event_id).privacy if event_id else None
    idea = ParkedIdea(
        review_id=review_id,
        text=text,
        parked_on=parked_on,
        event_id=event_id,
        privacy=privacy_from(beside, usual=Privacy.PARTICIPANTS),
        rank=next_rank(session, ParkedIdea, review_id),
    )
    session.add(idea)
    session.flush()
    return idea.id


@operation("Take up idea")
def take_up_idea(session: Session, idea_id: str) -> str:
    """Make an action of a parked idea; it has rested since it was parked (A14). Return its id."""
    idea = session.get_one(ParkedIdea, idea_id)
    action = ActionItem(
        review_id=idea.review_id,
        text=idea.text,
        state=ActionState.SOAKING,
        soak_from=idea.parked_on,
        privacy=privacy_from(idea.privacy, usual=Privacy.INTERNAL),
        rank=next_rank(session, ActionItem, idea.review_id),
    )
    session.add(action)
    session.flush()
    idea.state, idea.action_id = IdeaState.TAKEN_UP, action.id
    return action.id


@operation("Leave idea")
def leave_idea(session: Session, idea_id: str) -> None:
    """Leave an idea aside; it is kept."""
    session.get_one(ParkedIdea, idea_id).state = IdeaState.LEFT


@operation("Park idea again")
def park_again(session: Session, idea_id: str) -> None:
    """Bring back an idea that was left aside."""
    session.get_one(ParkedIdea, idea_id).state = IdeaState.PARKED
