from __future__ import annotations

from app.operations.records import EventWording, promote_record, promote_record_as
from app.operations.sources import set_checklist_state
from guides.source_checklist import CHECKLIST, checklist
from models.queries.load import row
from models.queries.records import tray_lines
from models.queries.snapshots import snapshot
from models.rows import EventRow
from models.values import EventKind, Privacy, RecordState, SourceState
from tests.app.factories import at, put_person, put_record, put_source

LOGS = next(line for line in CHECKLIST if line.key == "logs")


def state_of_logs(ledger, review_id):
    sources = ledger.read(snapshot, review_id, Privacy.PRIVATE).sources
    return next(each.state for each in checklist(sources) if each.line is LOGS)


def test_what_is_said_of_a_line_of_the_checklist_stays_until_it_is_taken_back(ledger, review_id):
    ledger.run(set_checklist_state(review_id, LOGS, SourceState.REQUESTED))
    assert state_of_logs(ledger, review_id) is SourceState.REQUESTED
    said = ledger.run(set_checklist_state(review_id, LOGS, SourceState.DOES_NOT_EXIST))
    assert state_of_logs(ledger, review_id) is SourceState.DOES_NOT_EXIST
    ledger.undo(said.step)
    assert state_of_logs(ledger, review_id) is SourceState.REQUESTED
    ledger.run(set_checklist_state(review_id, LOGS, None))
    assert state_of_logs(ledger, review_id) is None
    assert ledger.run(set_checklist_state(review_id, LOGS, None)).step is None


def test_a_record_goes_on_the_timeline_in_the_words_that_were_chosen(ledger, review_id):
    person = put_person(ledger, review_id, role="On call")
    record = put_record(ledger, review_id, put_source(ledger, review_id), "FATAL: no space")
    wording = EventWording(title="Disk is full", kind=EventKind.SURPRISE, lane="On call")
    event = ledger.read(row, EventRow, ledger.run(promote_record_as(record, wording)).result)
    assert (event.title, event.kind, event.lane) == ("Disk is full", EventKind.SURPRISE, "On call")
    assert event.participant_id == person


def test_a_record_on_the_timeline_keeps_the_words_it_has_there(ledger, review_id):
    record = put_record(ledger, review_id, put_source(ledger, review_id), "FATAL: no space")
    event_id = ledger.run(promote_record(record)).result
    again = ledger.run(promote_record_as(record, EventWording(title="Other words")))
    assert again.result == event_id
    assert ledger.read(row, EventRow, event_id).title == "FATAL: no space"


def test_a_long_list_is_built_on_ids_states_and_sources(ledger, review_id):
    source = put_source(ledger, review_id)
    late = put_record(ledger, review_id, source, "late", at=at("15:00"))
    early = put_record(ledger, review_id, source, "early", at=at("14:00"), state=RecordState.FOLDED)
    every = ledger.read(tray_lines, review_id)
    assert every == ((early, RecordState.FOLDED, source), (late, RecordState.NEW, source))
