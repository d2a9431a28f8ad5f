from __future__ import annotations

from app.operations.sample import add_sample
from models.queries.load import rows
from models.queries.records import RecordFilter, record_counts_by_source, record_page
from models.queries.search import search
from models.queries.snapshots import snapshot
from models.rows import RecordRow, ReviewRow, ServiceRow, TeamRow
from models.values import Privacy, RecordState
from tests.app.factories import at


def test_the_sample_comes_in_whole_with_ids_of_its_own(ledger):
    review_id = ledger.run(add_sample()).result
    whole = ledger.read(snapshot, review_id, Privacy.PRIVATE)
    assert whole.review.is_sample
    assert len(review_id) == 36
    assert len(whole.events) > 20
    assert all(event.review_id == review_id for event in whole.events)
    assert {answer.question_id for answer in whole.answers} <= {q.id for q in whole.questions}
    assert any(question.parent_answer_id for question in whole.questions)


def test_the_tray_of_the_sample_holds_its_notes_ready_to_promote(ledger):
    review_id = ledger.run(add_sample()).result
    names = {s.id: s.name for s in ledger.read(snapshot, review_id, Privacy.PRIVATE).sources}
    counts = {names[key]: n for key, n in ledger.read(record_counts_by_source, review_id).items()}
    assert counts["Notes of the facilitator (facts; minutes made up)"] > 20
    new = RecordFilter(states=frozenset({RecordState.NEW}))
    first = ledger.read(record_page, review_id, new)[0]
    assert first.at == at("17:20")


def test_two_samples_share_teams_and_services_but_nothing_else(ledger):
    one, two = (ledger.run(add_sample()).result for _ in range(2))
    assert one != two
    for kind in (TeamRow, ServiceRow):
        names = [each.name for each in ledger.read(rows, kind)]
        assert len(names) == len(set(names))
    assert len(ledger.read(rows, ReviewRow)) == 2


def test_the_sample_is_one_step_and_can_be_searched(ledger):
    step = ledger.run(add_sample()).step
    assert ledger.read(search, "replica")
    ledger.undo(step)
    assert ledger.read(rows, ReviewRow) == ()
    assert ledger.read(rows, RecordRow) == ()
    assert ledger.read(search, "replica") == ()
    ledger.redo(step)
    assert len(ledger.read(rows, ReviewRow)) == 1
