from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from guides.checks.result import CheckState, Surroundings
from guides.learning import suggest_depth
from guides.stages import STAGES, stage_checks
from models.review_file import LISTS
from models.row_references import references, with_ids
from models.rows import (
    AccountRow,
    ChangeFindingRow,
    CheckReasonRow,
    EventRow,
    FeedbackRow,
    GapRow,
    ImpactRow,
    NoteRow,
    ParkedIdeaRow,
    ParticipantRow,
    ProcessChangeRow,
    ShareRow,
    SourceRow,
    SummaryRow,
)
from models.values import (
    ChangeLane,
    Duty,
    EventKind,
    Extent,
    GapState,
    IdeaState,
    Mark,
    Precision,
    Privacy,
    SourceState,
)
from tests.sample_rows import every, sample, sample_snapshot, sample_text, the_review


def test_every_reference_leads_to_a_row():
    known = Counter(row.id for row in sample())
    assert max(known.values()) == 1
    for row in sample():
        for field, target in references(row):
            assert target in known, f"{row.id}: {field} {target}"


def test_a_row_comes_after_what_it_points_at_except_in_a_how_chain():
    seen: set[str] = set()
    for row in sample():
        for field, target in references(row):
            assert target in seen or field == "parent_answer_id", f"{row.id}: {field}"
        seen.add(row.id)


def test_the_sample_can_move_into_a_library_under_new_ids():
    ids = {row.id: f"new-{row.id}" for row in sample()}
    moved = [with_ids(row, ids) for row in sample()]
    assert all(row.id.startswith("new-") for row in moved)


def test_the_sample_fills_every_list_but_attachments():
    filled = {type(row) for row in sample()}
    assert [name for name, kind in LISTS.items() if kind not in filled] == ["attachments"]


def test_no_field_repeats_what_is_the_default_anyway():
    assert '"review_id"' not in sample_text()
    assert "null" not in sample_text()


def test_every_event_has_a_source_or_a_gap():
    with_gap = {gap.event_id for gap in every(GapRow)}
    for event in every(EventRow):
        assert event.source_id or event.id in with_gap, event.title


def test_some_event_shows_what_a_gap_looks_like():
    without_source = [event for event in every(EventRow) if not event.source_id]
    assert [event.told_by_id for event in without_source] == ["person-lead"]


def test_the_story_begins_before_the_first_alert():
    events = [event for event in every(EventRow) if event.at]
    first_alert = min(event.at for event in events if event.kind is EventKind.ALERT)
    assert len([event for event in events if event.at < first_alert]) >= 4
    assert min(events, key=lambda event: event.at).kind is EventKind.NORMAL


def test_events_are_written_in_the_order_of_the_timeline():
    ranks = [event.rank for event in every(EventRow)]
    assert ranks == sorted(ranks)
    times = [event.at for event in every(EventRow) if event.at]
    assert times == sorted(times)


def test_the_time_as_written_says_the_same_as_the_instant():
    for event in every(EventRow):
        written = re.search(r"\d\d:\d\d", event.time_text)
        assert (written.group() if written else None) == (event.at and f"{event.at:%H:%M}")


def test_events_show_every_precision_every_mark_and_most_kinds():
    events = every(EventRow)
    assert {event.precision for event in events} == set(Precision)
    assert {mark for event in events for mark in event.marks} == set(Mark)
    left_out = set(EventKind) - {event.kind for event in events}
    assert left_out == {EventKind.DEPLOY, EventKind.ROLLBACK, EventKind.VENDOR}


def test_each_decision_is_told_from_inside():
    decisions = [event for event in every(EventRow) if event.is_decision]
    assert [event.id for event in decisions] == ["event-stays", "event-removed", "event-chosen"]
    for event in decisions:
        assert all([event.known_then, event.expected_next, event.unclear_then, event.pressing]), (
            event.title
        )


def test_the_removal_is_told_by_two_people_who_differ():
    tellings = [account for account in every(AccountRow) if account.event_id == "event-removed"]
    assert len({account.participant_id for account in tellings}) == len(tellings) == 2
    assert all(account.quote_approved for account in tellings)


def test_something_was_added_in_the_room_and_something_learned_later():
    assert any(event.added_in_room and event.told_by_id for event in every(EventRow))
    assert any(event.learned_later for event in every(EventRow))


def test_gaps_stand_open_answered_and_unknowable():
    assert Counter(gap.state for gap in every(GapRow)) == {
        GapState.OPEN: 5,
        GapState.ANSWERED: 2,
        GapState.CANNOT_KNOW: 1,
    }
    assert all(gap.answer for gap in every(GapRow) if gap.state is not GapState.OPEN)


def test_impact_is_partial_first_and_then_full():
    bands = [impact for impact in every(ImpactRow) if impact.started_at]
    partial = next(band for band in bands if band.extent is Extent.PARTIAL)
    full = next(band for band in bands if band.extent is Extent.FULL)
    assert partial.ended_at == full.started_at
    assert full.ended_at == the_review().ended_at
    assert full.ended_at - full.started_at == timedelta(hours=18, minutes=33)


def test_every_lane_of_what_had_changed_was_looked_at():
    assert {finding.lane for finding in every(ChangeFindingRow)} == set(ChangeLane)


def test_the_meeting_gives_the_walk_more_than_half_of_its_time_inside_the_good_window():
    review = the_review()
    chapters = [line.split("|") for line in review.agenda.splitlines()]
    minutes = {title: int(length) for length, title in chapters if title[:2] != "- "}
    parts = [int(length) for length, title in chapters if title[:2] == "- "]
    assert sum(minutes.values()) == review.meeting_minutes
    assert sum(parts) == minutes["Walk the timeline"]
    assert minutes["Walk the timeline"] * 2 >= review.meeting_minutes
    assert timedelta(days=1) < review.meeting_at - review.ended_at < timedelta(days=7)


def test_people_appear_by_role_with_their_own_clock():
    people = every(ParticipantRow)
    assert [person.name for person in people if person.name] == []
    assert len({person.role for person in people}) == len(people) == 10
    assert {person.duty for person in people if person.duty} == set(Duty)
    noon = datetime(2017, 1, 31, 12, tzinfo=UTC)
    assert len({noon.astimezone(ZoneInfo(person.zone)).hour for person in people}) >= 4


def test_the_rest_of_the_review_is_there_too():
    assert len(every(ShareRow)) == 2
    assert len(every(ProcessChangeRow)) == 1
    assert len(every(CheckReasonRow)) == 1
    assert len(every(SummaryRow)) == 5
    assert {idea.state for idea in every(ParkedIdeaRow)} == set(IdeaState)
    assert {note.privacy for note in every(NoteRow)} == {Privacy.PRIVATE, Privacy.OFF_RECORD}
    assert {source.state for source in every(SourceRow)} == set(SourceState)
    assert sum(row.count for row in every(FeedbackRow)) == 3 * 6


@cache
def checks() -> dict[str, CheckState]:
    around = Surroundings(today=date(2017, 2, 10))
    return {
        check.key: check.state
        for guide in STAGES
        for check in stage_checks(guide.stage, sample_snapshot(), around)
    }


def test_most_checks_are_met_and_one_was_overridden_with_a_reason():
    states = Counter(checks().values())
    assert states[CheckState.MET] > 2 * states[CheckState.OPEN]
    assert checks()["prepare.co_facilitator_neutral"] is CheckState.WITH_REASON


def test_a_few_things_are_left_to_do_and_none_in_gather():
    waiting = {key.partition(".")[0] for key, state in checks().items() if state is CheckState.OPEN}
    assert waiting >= {"prepare", "explore", "factors", "actions", "share"}
    assert "gather" not in waiting


def test_the_depth_is_what_the_app_would_propose():
    assert suggest_depth(sample_snapshot()).depth is the_review().depth
