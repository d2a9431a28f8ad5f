from __future__ import annotations

import pytest

from app.operations import operation
from app.operations.accounts import NewAccount, add_account
from app.operations.privacy import OffRecordError, approve_quote, set_privacy
from models.queries.load import row
from models.rows import AccountRow
from models.story import Event
from models.values import Privacy


@operation("Add event")
def put_event(session, review_id):
    event = Event(review_id=review_id, title="Index rolled back")
    session.add(event)
    session.flush()
    return event.id


@pytest.fixture
def account_id(ledger, review_id):
    event_id = ledger.run(put_event(review_id)).result
    return ledger.run(add_account(event_id, NewAccount(text="I saw it drop"))).result


def test_an_approved_quote_is_opened_to_internal_readers_and_undo_takes_both_back(
    ledger, account_id
):
    step = ledger.run(approve_quote("account", account_id, True)).step
    told = ledger.read(row, AccountRow, account_id)
    assert (told.quote_approved, told.privacy) == (True, Privacy.INTERNAL)
    ledger.undo(step)
    told = ledger.read(row, AccountRow, account_id)
    assert (told.quote_approved, told.privacy) == (False, Privacy.PARTICIPANTS)


def test_what_was_said_off_the_record_cannot_be_approved(ledger, account_id):
    ledger.run(set_privacy("account", account_id, Privacy.OFF_RECORD))
    with pytest.raises(OffRecordError):
        ledger.run(approve_quote("account", account_id, True))


def test_taking_an_approval_back_leaves_who_may_see_it(ledger, account_id):
    ledger.run(set_privacy("account", account_id, Privacy.PUBLIC))
    ledger.run(approve_quote("account", account_id, True))
    ledger.run(approve_quote("account", account_id, False))
    told = ledger.read(row, AccountRow, account_id)
    assert (told.quote_approved, told.privacy) == (False, Privacy.PUBLIC)
