"""Differing tellings of one event, side by side (T03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.history import remove
from app.operations.base import operation
from app.operations.ranks import next_rank
from models.story import Account, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What one person told of an event."""

    text: str = ""
    participant_id: str | None = None
    told_how: str = ""
    told_on: date | None = None
    verbatim: bool = True


@operation("Add account")
def add_account(session: Session, event_id: str, new: NewAccount) -> str:
    """Put an account beside the others of an event; return its id."""
    event = session.get_one(Event, event_id)
    account = Account(
        review_id=event.review_id,
        event_id=event_id,
        participant_id=new.participant_id,
        text=new.text,
        told_how=new.told_how,
        told_on=new.told_on,
        verbatim=new.verbatim,
        rank=next_rank(session, Account, event.review_id),
    )
    session.add(account)
    session.flush()
    return account.id


@operation("Delete account")
def delete_account(session: Session, account_id: str) -> None:
    """Delete an account; the trash keeps it for 30 days."""
    remove(session, Account, account_id)
