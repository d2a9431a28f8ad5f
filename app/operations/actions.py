"""What can be done with action items: write, accept, decline, slice, follow through."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.inquiry import ParkedIdea
from models.learning import CheckReason
from models.outcome import ActionFactor, ActionItem
from models.values import ActionState, Effect, IdeaState, Stage

SOAK_REASON = "actions.soak."
"""Before the id of an action: the key under which a reason for not waiting is kept (A14)."""
_CHECK_AFTER_DAYS = 30


@operation("Add action")
def add_action(
    session: Session,
    review_id: str,
    text: str,
    day: date,
    factor_ids: Collection[str] = (),
    *,
    owner: str = "",
) -> str:
    """Put down an action; it rests from `day` on, before it can be accepted (A14)."""
    action = ActionItem(
        review_id=review_id,
        text=text,
        owner=owner,
        state=ActionState.SOAKING,
        soak_from=day,
        rank=next_rank(session, ActionItem, review_id),
    )
    session.add(action)
    session.flush()
    _link(session, action, factor_ids)
    return action.id


@operation("Link action to factors")
def link_action(session: Session, action_id: str, factor_ids: Collection[str]) -> None:
    """Say which factors an action works on, in place of those before (A02)."""
    action = session.get_one(ActionItem, action_id)
    linked = session.scalars(select(ActionFactor).where(ActionFactor.action_id == action_id)).all()
    for link in linked:
        if link.factor_id not in factor_ids:
            session.delete(link)
    known = {link.factor_id for link in linked}
    _link(session, action, [each for each in factor_ids if each not in known])


@operation("Edit action")
def set_effort(session: Session, action_id: str, low: float | None, high: float | None) -> None:
    """Say how many working days an action takes, at least and at most."""
    action = session.get_one(ActionItem, action_id)
    action.effort_low, action.effort_high = low, high


@operation("Accept action")
def accept_action(session: Session, action_id: str, day: date, not_waited: str = "") -> None:
    """Say yes to an action; `not_waited` is why it did not rest first, and is kept (A14)."""
    action = session.get_one(ActionItem, action_id)
    action.state, action.accepted_on = ActionState.ACCEPTED, day
    if not_waited:
        key = SOAK_REASON + action_id
        found = session.scalar(
            select(CheckReason).where(
                CheckReason.review_id == action.review_id, CheckReason.check_key == key
            )
        )
        if found is None:
            found = CheckReason(
                review_id=action.review_id, stage=Stage.ACTIONS, check_key=key, given_on=day
            )
            session.add(found)
        found.reason, found.given_on = not_waited, day


@operation("Decline action")
def decline_action(session: Session, action_id: str, reason: str) -> None:
    """Say no to an action; it stays in sight with its reason (A16)."""
    action = session.get_one(ActionItem, action_id)
    action.state, action.declined_reason = ActionState.DECLINED, reason


@operation("Drop action")
def drop_action(session: Session, action_id: str, reason: str) -> None:
    """Let go of a promise; it stays in sight with its reason (A16)."""
    action = session.get_one(ActionItem, action_id)
    action.state, action.declined_reason = ActionState.DROPPED, reason


@operation("Take action up again")
def take_up_again(session: Session, action_id: str) -> None:
    """Bring back an action that was declined, dropped or accepted; its reason is kept."""
    action = session.get_one(ActionItem, action_id)
    action.state, action.accepted_on = ActionState.CANDIDATE, None


@operation("Begin action")
def begin_action(session: Session, action_id: str) -> None:
    """Say that work on an action goes on."""
    session.get_one(ActionItem, action_id).state = ActionState.DOING


@operation("Finish action")
def finish_action(session: Session, action_id: str, day: date) -> None:
    """Say that an action is done; a month later it is asked about, if no other day is set (A10)."""
    action = session.get_one(ActionItem, action_id)
    action.state = ActionState.DONE
    if action.check_on is None:
        action.check_on = day + timedelta(days=_CHECK_AFTER_DAYS)


@operation("Say whether it helped")
def check_action(session: Session, action_id: str, effect: Effect, evidence: str) -> None:
    """Say what came of an action that was done, and how one can tell (A10)."""
    action = session.get_one(ActionItem, action_id)
    action.state, action.effect, action.effect_evidence = ActionState.CHECKED, effect, evidence


@operation("Cut a first slice")
def cut_slice(session: Session, action_id: str, text: str, day: date) -> str:
    """Cut a first slice from an action; the rest stays as it is, as an initiative (A17).

    The slice takes over kind, owner and factors, and has rested as long as the whole.
    """
    whole = session.get_one(ActionItem, action_id)
    resting = whole.state in (ActionState.IDEA, ActionState.SOAKING)
    part = ActionItem(
        review_id=whole.review_id,
        text=text,
        kind=whole.kind,
        owner=whole.owner,
        reach=whole.reach,
        state=ActionState.SOAKING if resting else ActionState.CANDIDATE,
        soak_from=whole.soak_from or day,
        parent_id=whole.id,
        privacy=whole.privacy,
        rank=next_rank(session, ActionItem, whole.review_id),
    )
    session.add(part)
    session.flush()
    linked = select(ActionFactor.factor_id).where(ActionFactor.action_id == action_id)
    _link(session, part, session.scalars(linked).all())
    return part.id


@operation("Delete action")
def delete_action(session: Session, action_id: str) -> None:
    """Delete an action; the idea it was made from is parked again, slices stand alone."""
    ideas = select(ParkedIdea).where(ParkedIdea.action_id == action_id)
    for idea in session.scalars(ideas):
        idea.state = IdeaState.PARKED
    reasons = select(CheckReason).where(CheckReason.check_key == SOAK_REASON + action_id)
    for reason in session.scalars(reasons):
        session.delete(reason)
    remove(session, ActionItem, action_id)


def _link(session: Session, action: ActionItem, factor_ids: Collection[str]) -> None:
    for factor_id in factor_ids:
        link = ActionFactor(review_id=action.review_id, action_id=action.id, factor_id=factor_id)
        session.add(link)
    session.flush()
