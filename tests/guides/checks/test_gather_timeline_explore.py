from __future__ import annotations

from dataclasses import replace

from guides.checks.result import CheckResult
from guides.stages import stage_checks
from models.rows import (
    AccountRow,
    AnswerRow,
    ChangeFindingRow,
    EventRecordRow,
    GapRow,
    ImpactRow,
    LookRow,
    QuestionRow,
    SourceRow,
)
from models.snapshot import Snapshot
from models.taxonomy import Probe
from models.values import ChangeLane, Detection, EventKind, SourceState, Stage
from tests.guides.factories import decision, event, review, row, snapshot


def check(key: str, given: Snapshot) -> CheckResult | None:
    stage = Stage(key.partition(".")[0])
    return next((result for result in stage_checks(stage, given) if result.key == key), None)


def statement(key: str, given: Snapshot) -> str:
    found = check(key, given)
    assert found is not None
    return ("✓ " if not found.is_open else "") + found.statement


def test_a_requested_source_is_not_at_hand():
    requested = row(SourceRow, state=SourceState.REQUESTED)
    assert statement("gather.sources", snapshot(sources=(requested,))) == "No source is at hand yet"
    here = snapshot(sources=(requested, row(SourceRow)))
    assert statement("gather.sources", here) == "✓ One source at hand"


def test_each_lane_of_what_had_changed_is_found_or_looked_at():
    assert statement("gather.change_lanes", snapshot()) == (
        "Code, infrastructure and outside: nobody has looked yet"
    )
    found = row(ChangeFindingRow, lane=ChangeLane.CODE, text="A new flag")
    looked = [row(LookRow, subject=lane) for lane in ("infrastructure", "outside")]
    given = snapshot(change_findings=(found,), looks=tuple(looked))
    assert statement("gather.change_lanes", given) == "✓ What had changed was asked in every lane"


def test_impact_and_detection_are_asked_for():
    assert statement("gather.impact", snapshot()) == "No impact is recorded yet"
    assert statement("gather.impact", snapshot(impacts=(row(ImpactRow),))).startswith("✓")
    seen = snapshot(review=review(detection=Detection.CUSTOMER))
    found = check("gather.detection", seen)
    assert found is not None
    assert (found.is_open, found.detail) == (False, "Customers noticed first")


def test_an_event_rests_on_a_source_a_teller_a_record_an_account_or_a_gap():
    sourced = event(source_id="s")
    told = event(told_by_id="p")
    recorded, accounted, open_gap = event(), event(), event()
    bare = event("Pool restarted")
    given = snapshot(
        events=(sourced, told, recorded, accounted, open_gap),
        event_records=(row(EventRecordRow, event_id=recorded.id, record_id="x"),),
        accounts=(row(AccountRow, event_id=accounted.id),),
        gaps=(row(GapRow, event_id=open_gap.id),),
    )
    assert statement("timeline.event_sources", given) == "✓ Every event has a source or a gap"
    found = check("timeline.event_sources", replace(given, events=(*given.events, bare)))
    assert found is not None
    assert found.statement == "One event has neither source nor gap"
    assert found.detail == "“Pool restarted”"
    assert found.target is not None
    assert found.target.row_id == bare.id


def test_the_story_starts_before_the_alert():
    alert = event("Page", 10, kind=EventKind.ALERT)
    assert statement("timeline.before_the_alert", snapshot(events=(alert,))) == (
        "The story starts with the alert"
    )
    before = snapshot(events=(event("Release day", 0), alert))
    assert statement("timeline.before_the_alert", before) == "✓ The story starts before the alert"


def test_a_silent_stretch_is_asked_about():
    first, second = event("Page", 0), event("Restart", 45)
    given = snapshot(events=(first, second, event("Over", 50)))
    found = check("timeline.silences", given)
    assert found is not None
    assert found.statement == "One silent stretch not asked about"
    assert found.detail == "45 min with nothing on record after “Page”"
    asked = row(QuestionRow, event_id=second.id, probe=Probe.GAP)
    quiet = snapshot(events=given.events, questions=(asked,))
    assert statement("timeline.silences", quiet) == "✓ Silent stretches were asked about"


def test_a_short_pause_is_no_silence():
    given = snapshot(events=(event(minutes=0), event(minutes=14)))
    assert check("timeline.silences", given) is None


def test_each_decision_needs_one_answer():
    assert statement("explore.decisions_answered", snapshot(events=(event(),))) == (
        "No decision point is marked yet"
    )
    first, second = decision("Restart"), decision("Wait")
    asked = row(QuestionRow, event_id=first.id)
    given = snapshot(
        events=(first, second),
        questions=(asked, row(QuestionRow, event_id=second.id)),
        answers=(row(AnswerRow, question_id=asked.id),),
    )
    found = check("explore.decisions_answered", given)
    assert found is not None
    assert (found.statement, found.detail) == ("One decision has no answer yet", "“Wait”")


def test_sides_that_were_never_asked_about_are_named():
    moment = decision()
    probes = (
        Probe.CUE,
        Probe.FORESIGHT,
        Probe.OPTIONS,
        Probe.HISTORY,
        Probe.TOOLS,
        Probe.LUCK,
        Probe.LOAD,
    )
    asked = tuple(row(QuestionRow, event_id=moment.id, probe=probe) for probe in probes)
    answers = tuple(row(AnswerRow, question_id=question.id) for question in asked)
    given = snapshot(events=(moment,), questions=asked, answers=answers)
    assert statement("explore.coverage", given) == "Help: not asked about yet"
