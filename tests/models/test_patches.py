from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.importing import import_all, plan_import
from app.library import open_library
from app.operations.factors import add_factor, delete_factor
from app.operations.fields import set_value
from app.operations.gaps import add_gap, delete_gap
from app.operations.people import add_participant, name_team, remove_participant
from app.operations.reviews import delete_review, name_services
from app.operations.sample import add_sample
from app.operations.sharing import ShareNote, delete_share, record_share
from app.operations.sources import NewSource, add_source, delete_source
from importers import Answers, Source, importer_for
from models.queries.patches import MOST, patched
from models.queries.snapshots import snapshot
from models.rows import EventRow, ReviewRow
from models.taxonomy import Category
from models.values import Audience, Privacy


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    ledger = open_library(tmp_path_factory.mktemp("lib") / "a.secondstory", create=True)
    review_id = ledger.run(add_sample()).result
    yield ledger, review_id
    ledger.close()


def steps(review_id, whole):
    event, person = whole.events[3].id, whole.participants[0].id
    yield set_value(EventRow, event, "title", "Told anew")
    yield set_value(EventRow, event, "at", datetime(2017, 2, 1, 9, tzinfo=UTC))
    yield set_value(EventRow, event, "at", None)
    yield set_value(ReviewRow, review_id, "top_insight", "Nobody owned it")
    yield add_source(review_id, NewSource(name="The on-call phone"))
    yield delete_source(whole.sources[0].id)
    yield add_gap(review_id, "When was it?")
    yield delete_gap(whole.gaps[0].id)
    yield add_factor(review_id, Category.C3, "Too few connections")
    yield delete_factor(whole.factors[1].id)
    yield add_participant(review_id, "Product lead")
    yield name_team(person, "A new team")
    yield name_services(review_id, ("One", "Two"))
    yield record_share(review_id, ShareNote(audience=Audience.LEADERSHIP, to_whom="All"))
    yield delete_share(whole.shares[0].id)
    yield remove_participant(whole.participants[2].id)


def test_a_patched_snapshot_is_the_one_that_is_read_anew(library):
    ledger, review_id = library
    kept = ledger.read(snapshot, review_id, Privacy.PRIVATE)
    for operation in steps(review_id, kept):
        outcome = ledger.run(operation)
        kept = ledger.read(patched, kept, outcome.change.keys)
        assert kept == ledger.read(snapshot, review_id, Privacy.PRIVATE), operation.text
        undone = ledger.undo(outcome.step)
        kept = ledger.read(patched, kept, undone.keys)
        assert kept == ledger.read(snapshot, review_id, Privacy.PRIVATE), operation.text


def test_an_import_brings_its_source_into_a_patched_snapshot_and_undo_takes_it_out(library):
    ledger, review_id = library
    kept = ledger.read(snapshot, review_id, Privacy.PRIVATE)
    source = Source.of("# 31 January 2017 (UTC)\n\n- 14:02 first page\n")
    importer = importer_for(source)
    plan = plan_import(review_id, source, importer, Answers())
    outcome = import_all(ledger, plan, importer.records(source, Answers()))
    came = ledger.read(patched, kept, outcome.change.keys)
    assert came == ledger.read(snapshot, review_id, Privacy.PRIVATE)
    assert len(came.sources) == len(kept.sources) + 1
    undone = ledger.undo(outcome.step)
    assert ledger.read(patched, came, undone.keys) == kept


def test_a_review_that_is_gone_has_no_snapshot(library):
    ledger, review_id = library
    kept = ledger.read(snapshot, review_id, Privacy.PRIVATE)
    outcome = ledger.run(delete_review(review_id))
    assert ledger.read(patched, kept, list(outcome.change.keys)[:MOST]) is None
    ledger.undo(outcome.step)


def test_a_large_change_is_read_as_a_whole(library):
    ledger, review_id = library
    kept = ledger.read(snapshot, review_id, Privacy.PRIVATE)
    assert ledger.read(patched, kept, [("event", str(n)) for n in range(MOST + 1)]) is None
