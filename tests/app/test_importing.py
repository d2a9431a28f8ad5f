from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import fields, replace
from itertools import pairwise

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from app.earlier_imports import ImportPlan
from app.importing import Arrival, import_all, plan_import
from app.library import open_library
from app.operations import operation
from app.operations.records import promote_all
from app.operations.reviews import NewReview, add_review
from app.operations.sources import NewSource, add_source
from importers import Answers, ImportedRecord, Skipped, Source, importer_for
from models.arriving import COMPARED, WRITTEN, _insert, stored_time
from models.base import UtcDateTime, checksum_of
from models.evidence import Record
from models.queries.load import row, rows
from models.queries.records import record_page
from models.queries.snapshots import snapshot
from models.rows import ImportBatchRow, RecordRow, ReviewRow, SourceRow
from models.values import BatchState, Precision, Privacy, RecordKind, RecordState
from tests.app.factories import at
from tests.source_code import ROOT

NOTES = """# 31 January 2017

- 14:02 first page
- 14:05 somebody looks
- 14:20-14:40 the cache is cleared
"""


def plan(review_id, **changed):
    kind = RecordKind.CHAT
    base = ImportPlan(review_id=review_id, importer="slack", kind=kind, name="export.zip")
    return replace(base, **changed)


def messages(*texts, **columns):
    return [
        ImportedRecord(
            identity=f"C1:{text.split()[0]}",
            position=position,
            text=text,
            at=at("14:00"),
            kind=RecordKind.CHAT,
            **columns,
        )
        for position, text in enumerate(texts)
    ]


def bring_notes(ledger, review_id, text, **answers):
    source = Source.of(text)
    importer = importer_for(source)
    given = Answers(**answers)
    wanted = plan_import(review_id, source, importer, given)
    return import_all(ledger, wanted, importer.records(source, given))


def tray(ledger, review_id):
    return [record.text for record in ledger.read(record_page, review_id)]


def sources(ledger, review_id):
    return [each.name for each in ledger.read(snapshot, review_id, Privacy.PRIVATE).sources]


def stored(ledger, kind):
    return ledger.read(rows, kind)


def test_notes_come_into_the_tray_with_their_times_zone_and_words(ledger, review_id):
    arrived = bring_notes(ledger, review_id, NOTES, zone="UTC").result
    assert arrived.sentence == "3 records came in."
    first, _, last = ledger.read(record_page, review_id)
    assert (first.text, first.at, first.zone) == ("first page", at("14:02"), "UTC")
    assert (last.at, last.at_end) == (at("14:20"), at("14:40"))
    assert first.state is RecordState.NEW
    assert sources(ledger, review_id) == ["Pasted text"]
    (batch,) = stored(ledger, ImportBatchRow)
    assert (batch.state, batch.kept) == (BatchState.COMPLETE, 3)


def test_the_same_import_twice_adds_nothing(ledger, review_id):
    bring_notes(ledger, review_id, NOTES)
    again = bring_notes(ledger, review_id, NOTES)
    assert again.result.sentence == "Nothing new: 3 were there already."
    assert again.step is None
    assert len(tray(ledger, review_id)) == 3
    assert len(stored(ledger, ImportBatchRow)) == 1


def test_notes_that_have_grown_bring_only_the_new_lines(ledger, review_id):
    bring_notes(ledger, review_id, NOTES)
    grown = bring_notes(ledger, review_id, NOTES + "- 15:00 all is well\n").result
    assert grown.sentence == "1 record came in; 3 were there already."
    assert sources(ledger, review_id) == ["Pasted text"]


def test_the_same_words_in_other_notes_are_other_records(ledger, review_id):
    bring_notes(ledger, review_id, NOTES)
    other = "# 2 February 2017\n- 14:02 first page\n- 16:00 a\n- 16:01 b\n- 16:02 c\n"
    assert bring_notes(ledger, review_id, other).result.added == 4
    assert sources(ledger, review_id) == ["Pasted text", "Pasted text 2"]


def test_notes_can_be_added_to_a_source_that_was_asked_for(ledger, review_id):
    source_id = ledger.run(add_source(review_id, NewSource(name="Diary of the on-call"))).result
    wanted = plan(review_id, source_id=source_id, importer="notes", kind=RecordKind.NOTES)
    outcome = import_all(ledger, wanted, messages("one", "two"))
    assert outcome.result.source_id == source_id
    assert sources(ledger, review_id) == ["Diary of the on-call"]


def test_a_later_export_knows_the_messages_of_an_earlier_one(ledger, review_id):
    import_all(ledger, plan(review_id), messages("one", "two", "three"))
    later = plan(review_id, name="export of February.zip")
    outcome = import_all(ledger, later, messages("zero", "two", "three", "four"))
    assert (outcome.result.added, outcome.result.known) == (2, 2)
    assert sorted(tray(ledger, review_id)) == ["four", "one", "three", "two", "zero"]


def test_a_message_edited_at_its_source_is_brought_up_to_date_and_undo_brings_it_back(
    ledger, review_id
):
    import_all(ledger, plan(review_id), messages("one", "two"))
    outcome = import_all(ledger, plan(review_id), messages("one", "two, edited".replace(",", " ,")))
    assert outcome.result.sentence == "1 record changed; 1 was there already."
    assert sorted(tray(ledger, review_id)) == ["one", "two , edited"]
    ledger.undo(outcome.step)
    assert sorted(tray(ledger, review_id)) == ["one", "two"]
    ledger.redo(outcome.step)
    assert sorted(tray(ledger, review_id)) == ["one", "two , edited"]


def test_undo_hides_an_import_with_its_source_and_redo_shows_it(ledger, review_id):
    outcome = bring_notes(ledger, review_id, NOTES)
    change = ledger.undo(outcome.step)
    assert (tray(ledger, review_id), sources(ledger, review_id)) == ([], [])
    assert change.touches(RecordRow)
    assert change.touches(SourceRow)
    assert stored(ledger, ImportBatchRow)[0].state is BatchState.WITHDRAWN
    ledger.redo(outcome.step)
    assert len(tray(ledger, review_id)) == 3
    assert sources(ledger, review_id) == ["Pasted text"]


def test_a_withdrawn_import_can_be_made_again(ledger, review_id):
    ledger.undo(bring_notes(ledger, review_id, NOTES).step)
    assert bring_notes(ledger, review_id, NOTES).result.added == 3
    assert len(tray(ledger, review_id)) == 3


def test_a_withdrawn_import_is_gone_after_opening_again(tmp_path):
    ledger = open_library(tmp_path / "a.secondstory", create=True)
    review_id = ledger.run(add_review(NewReview("Checkout down"))).result
    ledger.undo(bring_notes(ledger, review_id, NOTES).step)
    ledger.close()
    ledger = open_library(tmp_path / "a.secondstory")
    assert [stored(ledger, kind) for kind in (RecordRow, ImportBatchRow, SourceRow)] == [()] * 3
    ledger.close()


def test_everything_can_be_undone_back_to_an_empty_library_and_redone(ledger):
    begun = ledger.run(add_review(NewReview("Checkout down")))
    imported = bring_notes(ledger, begun.result, NOTES)
    promoted = ledger.run(promote_all(begun.result))
    for step in (promoted.step, imported.step, begun.step):
        ledger.undo(step)
    assert [stored(ledger, kind) for kind in (ReviewRow, RecordRow, SourceRow)] == [()] * 3
    for step in (begun.step, imported.step, promoted.step):
        ledger.redo(step)
    assert len(ledger.read(snapshot, begun.result, Privacy.PRIVATE).events) == 3
    for step in (promoted.step, imported.step, begun.step):
        ledger.undo(step)
    assert stored(ledger, ReviewRow) == ()


def test_undoing_a_new_review_takes_what_was_put_in_it_since_and_redo_brings_it_back(ledger):
    begun = ledger.run(add_review(NewReview("Checkout down")))
    bring_notes(ledger, begun.result, NOTES)
    ledger.undo(begun.step)
    assert stored(ledger, RecordRow) == ()
    ledger.redo(begun.step)
    assert len(tray(ledger, begun.result)) == 3


def test_nothing_shows_while_an_import_is_on_its_way(ledger, review_id):
    arrival = Arrival(ledger, plan(review_id))
    arrival.take(messages("one", "two"))
    assert (tray(ledger, review_id), sources(ledger, review_id)) == ([], [])
    arrival.take(messages("three"))
    assert arrival.complete().result.added == 3
    assert len(tray(ledger, review_id)) == 3


def test_a_cancelled_import_leaves_nothing(ledger, review_id):
    arrival = Arrival(ledger, plan(review_id))
    arrival.take(messages(*(f"m{number}" for number in range(1500))))
    arrival.cancel()
    assert [stored(ledger, kind) for kind in (RecordRow, ImportBatchRow, SourceRow)] == [()] * 3


def test_a_source_that_breaks_off_half_way_leaves_nothing(ledger, review_id):
    def broken():
        yield from messages(*(f"m{number}" for number in range(300)))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        import_all(ledger, plan(review_id), broken())
    assert stored(ledger, RecordRow) == ()


def test_an_import_cut_off_by_a_crash_is_removed_at_the_next_opening(tmp_path):
    ledger = open_library(tmp_path / "a.secondstory", create=True)
    review_id = ledger.run(add_review(NewReview("Checkout down"))).result
    Arrival(ledger, plan(review_id)).take(messages("one", "two"))
    assert len(stored(ledger, RecordRow)) == 2
    ledger.close()
    ledger = open_library(tmp_path / "a.secondstory")
    assert [stored(ledger, kind) for kind in (RecordRow, ImportBatchRow, SourceRow)] == [()] * 3
    assert ledger.read(row, ReviewRow, review_id).title == "Checkout down"
    ledger.close()


def test_a_source_somebody_made_stays_when_an_import_into_it_is_cancelled(ledger, review_id):
    source_id = ledger.run(add_source(review_id, NewSource(name="Diary"))).result
    arrival = Arrival(ledger, plan(review_id, source_id=source_id))
    arrival.take(messages("one"))
    arrival.cancel()
    assert sources(ledger, review_id) == ["Diary"]


def test_what_is_left_out_is_counted_with_its_reason(ledger, review_id):
    left_out = [Skipped(place="line 3", reason="no text")] * 2
    twice = messages("one", "one")
    outcome = import_all(ledger, plan(review_id), [*left_out, *twice])
    assert outcome.result.skipped == (("no text", 2), ("stands twice in the source", 1))
    assert stored(ledger, ImportBatchRow)[0].skipped == 3


def test_noise_comes_in_folded(ledger, review_id):
    outcome = import_all(ledger, plan(review_id), messages("joined", noise=True))
    assert outcome.result.sentence == "1 record came in, 1 of them folded."
    assert ledger.read(record_page, review_id)[0].state is RecordState.FOLDED


def test_every_value_of_a_record_comes_back_as_the_importer_gave_it(ledger, review_id):
    given = ImportedRecord(
        identity="C1:1",
        position=7,
        text="CPU high",
        at=at("14:00"),
        at_end=at("14:10"),
        time_text="1485871200.0001",
        zone="+01:00",
        precision=Precision.ABOUT,
        author="ada",
        channel="#ops",
        kind=RecordKind.ALERT,
        thread_of="C1:0",
        link="https://chat.example/1",
    )
    import_all(ledger, plan(review_id), [given])
    (record,) = ledger.read(record_page, review_id)
    names = [each.name for each in fields(RecordRow) if each.name in COMPARED]
    names += ["identity", "position", "kind"]
    assert [getattr(record, n) for n in names] == [getattr(given, n) for n in names]

    def sums(session: Session):
        return session.scalar(select(Record.checksum))

    assert ledger.read(sums) == checksum_of(["CPU high"])


def test_no_slice_of_a_large_import_is_written_in_one_go(ledger, review_id):
    arrival = Arrival(ledger, plan(review_id))
    texts = (f"m{number} the queue is growing" for number in range(8000))
    seen = list(arrival.slices(messages(*texts)))
    assert seen[-1] == 8000
    assert len(seen) >= 4
    assert all(later - earlier <= 5000 for earlier, later in pairwise(seen))


def test_records_are_written_in_the_order_of_their_columns_and_times_as_sqlalchemy_does():
    compiled = _insert(sqlite.dialect())
    assert compiled.partition("(")[2].partition(")")[0].split(", ") == list(WRITTEN)
    processor = UtcDateTime()._cached_bind_processor(sqlite.dialect())
    for moment in (at("14:02"), at("14:02").replace(microsecond=123)):
        assert stored_time(moment) == processor(moment)
    assert stored_time(None) is None


def test_a_library_read_by_another_window_shows_no_half_import(ledger, review_id):
    Arrival(ledger, plan(review_id)).take(messages("one"))
    other = open_library(ledger.path, read_only=True)
    assert other.read(record_page, review_id) == ()
    other.close()


def test_a_cancelled_import_is_taken_away_in_small_steps(ledger, review_id):
    arrival = Arrival(ledger, plan(review_id))
    arrival.take(messages(*(f"{n} said" for n in range(2500))))
    steps = sum(1 for _ in arrival.cancelling())
    assert steps > 1
    assert ledger.read(record_page, review_id) == ()
    assert ledger.read(snapshot, review_id, Privacy.PRIVATE).sources == ()


def test_only_the_slices_of_an_import_return_before_the_disk_has_them(ledger, review_id):
    def waits(connection):
        return connection.exec_driver_sql("PRAGMA synchronous").scalar()

    @operation("Ask")
    def ask(session):
        return waits(session.connection())

    def broken(connection):
        raise RuntimeError

    normal, full = 1, 2
    assert ledger.arrive(waits) == normal
    assert ledger.run(ask()).result == full
    with pytest.raises(RuntimeError):
        ledger.arrive(broken)
    assert ledger.run(ask()).result == full


@pytest.mark.slow
def test_an_import_killed_half_way_is_removed_at_the_next_opening(tmp_path):
    library = tmp_path / "a.secondstory"
    ledger = open_library(library, create=True)
    review_id = ledger.run(add_review(NewReview("Checkout down"))).result
    bring_notes(ledger, review_id, NOTES)
    ledger.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, library, review_id],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    ledger = open_library(library)
    assert len(stored(ledger, RecordRow)) == len(tray(ledger, review_id)) == 3
    assert [batch.state for batch in stored(ledger, ImportBatchRow)] == [BatchState.COMPLETE]
    assert sources(ledger, review_id) == ["Pasted text"]
    ledger.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from app.importing import Arrival
from app.library import open_library
from tests.app.test_importing import messages, plan

ledger = open_library(Path(sys.argv[1]))
arrival = Arrival(ledger, plan(sys.argv[2]))
arrival.take(messages(*(f"m{number}" for number in range(3000))))
os.kill(os.getpid(), signal.SIGKILL)
"""
