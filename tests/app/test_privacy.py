"""What only some may see stays with them, in every file and in what a script is shown."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import Enum, String, select

from app.exporting import prepare
from app.library import open_library
from app.operations import operation
from app.operations.accounts import NewAccount, add_account
from app.operations.answers import AnswerPlace, promote_answer, write_answer
from app.operations.decisions import add_decision
from app.operations.fields import set_value
from app.operations.gaps import add_gap
from app.operations.ideas import park_idea, take_up_idea
from app.operations.notes import NotePlace, write_note
from app.operations.privacy import OffRecordError, set_privacy
from app.operations.questions import NewQuestion, ask_question
from app.operations.sample import add_sample
from app.operations.timeline import add_event
from exporters import exporter
from models.ids import new_id
from models.queries.snapshots import snapshot
from models.rows import AccountRow, AnswerRow, EvidenceRow, FactorLinkRow, QuestionRow
from models.rows.base import Row
from models.schema import entities
from models.taxonomy import Category
from models.values import Audience, DecisionKind, ExportFormat, Privacy, Stage
from tests.app.factories import quick

DAY = date(2017, 2, 10)
LEVELS = (Privacy.PRIVATE, Privacy.OFF_RECORD, Privacy.PARTICIPANTS, Privacy.INTERNAL)
OWN_EYES = (Privacy.PRIVATE, Privacy.OFF_RECORD)
READ_BY_MACHINES = {"id", "checksum", "zone", "how_spoke", "bank_id"}
ROW_KINDS = {kind.table: kind for kind in Row.__subclasses__()}
QUOTED = (AccountRow.table, AnswerRow.table)


def marker(level, number):
    return f"Zq{level.value.replace('_', '')}x{number:04}"


def mark_of(level):
    return f"Zq{level.value.replace('_', '')}x"


def text_columns(entity):
    return [
        column.key
        for column in entity.__table__.columns
        if isinstance(column.type, String)
        and not isinstance(column.type, Enum)
        and not column.foreign_keys
        and column.key not in READ_BY_MACHINES
    ]


class Marking:
    """Puts a word of its own into every text, and every level into every table."""

    def __init__(self, session, review_id):
        self.session, self.review_id = session, review_id
        self.number = 0
        self.levels = {}
        self.marked = Counter()

    def words(self, row, level, columns=()):
        for column in columns or text_columns(type(row)):
            self.number += 1
            kind = ROW_KINDS[row.__tablename__]
            set_value(kind, row.id, column, marker(level, self.number)).run(self.session)
            self.marked[level, row.__tablename__] += 1

    def rows(self, entity):
        return self.session.scalars(select(entity).where(entity.review_id == self.review_id))

    def guarded_rows(self):
        for table, entity in sorted(entities().items()):
            if "privacy" not in entity.__table__.c:
                continue
            for place, row in enumerate(self.rows(entity)):
                level = LEVELS[place % len(LEVELS)]
                if table in QUOTED:
                    set_value(ROW_KINDS[table], row.id, "quote_approved", True).run(self.session)
                    set_value(ROW_KINDS[table], row.id, "verbatim", True).run(self.session)
                self.words(row, level)
                reason = "A test"
                set_privacy(table, row.id, level, reason).run(self.session)
                self.levels[row.id] = level

    def rows_between(self):
        """Mark what has no level of its own: it is as narrow as what it hangs on."""
        for kind in (EvidenceRow, FactorLinkRow):
            for row in self.rows(entities()[kind.table]):
                ends = (getattr(row, c.key) for c in row.__table__.columns if c.foreign_keys)
                bound = [self.levels[end] for end in ends if end in self.levels]
                self.words(row, min(bound, key=LEVELS.index))
        for question in self.rows(entities()[QuestionRow.table]):
            self.words(question, Privacy.PRIVATE, ["typed_text"])
            event = self.levels.get(question.event_id)
            if event in OWN_EYES:
                self.words(question, event, ["text"])


@operation("Mark every text")
def mark_everything(session, review_id):
    marking = Marking(session, review_id)
    marking.guarded_rows()
    session.flush()
    marking.rows_between()
    return marking.marked


@pytest.fixture
def marked(command_line):
    ledger = open_library(command_line.library, create=True)
    review_id = ledger.run(add_sample()).result
    for _level in LEVELS:
        ledger.run(add_decision(review_id, DecisionKind.NO_ACTION, "It stays", DAY))
        ledger.run(write_note(NotePlace(new_id(), review_id, Stage.EXPLORE), "Tired"))
    counted = ledger.run(mark_everything(review_id)).result
    yield ledger, review_id, counted
    ledger.close()


def summaries(ledger, review_id):
    for audience in (Audience.LEADERSHIP, Audience.ENGINEERING):
        document = prepare(ledger, review_id, audience, DAY).composed.document
        yield exporter(ExportFormat.MD).write(document).decode()
        word = zipfile.ZipFile(io.BytesIO(exporter(ExportFormat.DOCX).write(document)))
        yield "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist())


def test_the_sample_is_marked_in_every_table_at_every_level(marked):
    _ledger, _review_id, counted = marked
    tables = {table for table, entity in entities().items() if "privacy" in entity.__table__.c}
    for level in (*OWN_EYES, Privacy.PARTICIPANTS):
        assert {table for found, table in counted if found is level} >= tables


def test_no_summary_tells_what_is_for_fewer_people(marked):
    ledger, review_id, _counted = marked
    for text in summaries(ledger, review_id):
        for level in (*OWN_EYES, Privacy.PARTICIPANTS):
            assert mark_of(level) not in text
        assert mark_of(Privacy.INTERNAL) in text


def test_a_script_is_shown_what_participants_see_and_no_more(marked, command_line):
    ledger, review_id, _counted = marked
    ledger.close()
    shown = command_line.done("show", review_id, "--json").said
    for level in OWN_EYES:
        assert mark_of(level) not in shown
    assert mark_of(Privacy.PARTICIPANTS) in shown
    assert mark_of(Privacy.INTERNAL) in shown
    assert "talk_first" not in shown
    assert "authority_over" not in shown


def test_a_quote_leaves_only_with_its_approval(marked):
    ledger, review_id, _counted = marked
    quoted = next(
        row
        for row in ledger.read(snapshot, review_id, Privacy.PRIVATE).accounts
        if mark_of(Privacy.INTERNAL) in row.text
    )
    event = (AccountRow, quoted.id, "quote_approved")
    told = any(quoted.text in text for text in summaries(ledger, review_id))
    ledger.run(set_value(*event, value=False))
    assert not any(quoted.text in text for text in summaries(ledger, review_id))
    ledger.run(set_value(*event, value=True))
    assert any(quoted.text in text for text in summaries(ledger, review_id)) is told


@pytest.fixture
def event_id(ledger, review_id):
    return ledger.run(add_event(review_id, quick("14:05 the page fires"))).result


def whole(ledger, review_id):
    return ledger.read(snapshot, review_id, Privacy.PRIVATE)


@pytest.mark.parametrize("level", [Privacy.PRIVATE, Privacy.INTERNAL, Privacy.PUBLIC])
def test_a_plain_edit_never_takes_anything_off_the_record_away(ledger, review_id, event_id, level):
    account_id = ledger.run(add_account(event_id, NewAccount(text="I was asleep"))).result
    ledger.run(set_value(AccountRow, account_id, "privacy", Privacy.OFF_RECORD))
    with pytest.raises(OffRecordError, match="the reason is kept"):
        ledger.run(set_value(AccountRow, account_id, "privacy", level))
    with pytest.raises(OffRecordError):
        ledger.run(set_privacy("account", account_id, level, "  "))
    ledger.run(set_value(AccountRow, account_id, "privacy", Privacy.OFF_RECORD))
    ledger.run(set_privacy("account", account_id, level, "She agreed on Friday"))
    (account,), (note,) = whole(ledger, review_id).accounts, whole(ledger, review_id).notes
    assert account.privacy is level
    assert note.text == "No longer off the record (account): She agreed on Friday"
    assert (note.event_id, note.privacy) == (event_id, Privacy.PRIVATE)


def test_what_is_for_your_eyes_again_is_no_longer_approved_for_print(ledger, review_id, event_id):
    account_id = ledger.run(add_account(event_id, NewAccount(text="I was asleep"))).result
    ledger.run(set_value(AccountRow, account_id, "quote_approved", True))
    ledger.run(set_privacy("account", account_id, Privacy.PRIVATE))
    assert not whole(ledger, review_id).accounts[0].quote_approved


def test_what_is_made_from_something_off_the_record_stays_off_it(ledger, review_id, event_id):
    ledger.run(set_privacy("event", event_id, Privacy.OFF_RECORD))
    ledger.run(add_gap(review_id, "Who was paged?", event_id))
    idea_id = ledger.run(park_idea(review_id, "A second pager", DAY, event_id)).result
    ledger.run(take_up_idea(idea_id))
    question_id = ledger.run(ask_question(review_id, NewQuestion(text="What did you see?"))).result
    place = AnswerPlace(new_id(), question_id, None, DAY)
    ledger.run(write_answer(place, "Nothing, I was asleep."))
    ledger.run(set_privacy("answer", place.answer_id, Privacy.OFF_RECORD))
    ledger.run(promote_answer(place.answer_id, Category.C6))
    found = whole(ledger, review_id)
    made = (*found.gaps, *found.parked_ideas, *found.actions, *found.factors)
    assert [row.privacy for row in made] == [Privacy.OFF_RECORD] * 4


def test_a_gap_between_two_moments_is_as_private_as_the_later_one(ledger, review_id, event_id):
    later = ledger.run(add_event(review_id, quick("14:50 somebody looks"))).result
    ledger.run(set_privacy("event", later, Privacy.PRIVATE))
    ledger.run(add_gap(review_id, "What happened in between?", event_id, later))
    assert whole(ledger, review_id).gaps[0].privacy is Privacy.PRIVATE
