from __future__ import annotations

from guides.source_checklist import CHECKLIST, checklist
from models.rows import SourceRow
from models.values import RecordKind, SourceState


def source(name="Something", **columns):
    return SourceRow(id=name, review_id="r", name=name, **columns)


def state_of(key, *sources):
    return next(each for each in checklist(sources) if each.line.key == key)


def test_the_checklist_asks_for_every_place_of_the_method():
    assert [line.title for line in CHECKLIST] == [
        "Chat",
        "Calls",
        "Dashboards",
        "Logs",
        "Monitoring",
        "Deploy record",
        "Tickets",
        "Support contacts",
        "Status page",
        "Vendor status",
        "Calendar",
    ]


def test_nothing_was_said_of_a_line_without_a_source():
    assert all(each.state is None for each in checklist([]))


def test_an_import_answers_its_line_by_what_it_holds():
    assert state_of("chat", source(kind=RecordKind.CHAT)).state is SourceState.HAVE


def test_a_source_with_a_key_answers_that_line_alone():
    log = source(kind=RecordKind.LOG, checklist_key="deploys")
    assert state_of("deploys", log).state is SourceState.HAVE
    assert state_of("logs", log).state is None


def test_what_is_at_hand_counts_before_what_is_asked_for():
    asked = source("asked", checklist_key="logs", state=SourceState.REQUESTED)
    at_hand = source("here", kind=RecordKind.LOG)
    assert state_of("logs", asked).state is SourceState.REQUESTED
    assert state_of("logs", asked, at_hand).state is SourceState.HAVE
    assert state_of("logs", asked, at_hand).placeholder is asked


def test_that_something_does_not_exist_is_an_answer():
    none = source(checklist_key="vendor_status", state=SourceState.DOES_NOT_EXIST)
    assert state_of("vendor_status", none).state is SourceState.DOES_NOT_EXIST
