from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest

from models.review_file import LISTS, rows_of
from models.row_references import references, with_ids
from models.rows import (
    AccountRow,
    ActionFactorRow,
    ActionItemRow,
    AnswerRow,
    ChangeFindingRow,
    CheckReasonRow,
    DecisionFactorRow,
    DecisionRow,
    EventRecordRow,
    EventRow,
    EvidenceRow,
    FactorLinkRow,
    FactorRow,
    FeedbackRow,
    GapRow,
    ImpactRow,
    LookRow,
    NoteRow,
    ParkedIdeaRow,
    ParticipantRow,
    ProcessChangeRow,
    QuestionRow,
    RecordRow,
    ReviewRow,
    Row,
    ShareRow,
    SourceRow,
    SummaryBlockRow,
    SummaryRow,
)
from models.values import (
    ActionState,
    AnswerForm,
    ChangeLane,
    DecisionKind,
    Duty,
    EventKind,
    Extent,
    FactorRole,
    GapState,
    IdeaState,
    LinkKind,
    Mark,
    Precision,
    Privacy,
    RecordState,
    SourceState,
    Stance,
)

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
EXPORT = SAMPLE / "slack-export"

AnyRow = TypeVar("AnyRow", bound=Row)


@cache
def sample_text() -> str:
    return (SAMPLE / "review.json").read_text(encoding="utf-8")


@cache
def sample() -> tuple[Row, ...]:
    return tuple(rows_of(json.loads(sample_text())))


def every(row_type: type[AnyRow]) -> list[AnyRow]:
    return [row for row in sample() if isinstance(row, row_type)]


def the_review() -> ReviewRow:
    (review,) = every(ReviewRow)
    return review


def chat_messages() -> list[tuple[str, dict[str, object]]]:
    channels = json.loads((EXPORT / "channels.json").read_text(encoding="utf-8"))
    ids = {channel["name"]: channel["id"] for channel in channels}
    return [
        (ids[day.parent.name], message)
        for day in sorted(EXPORT.glob("*/*.json"))
        for message in json.loads(day.read_text(encoding="utf-8"))
    ]


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


def test_a_how_chain_branches_and_goes_three_deep():
    question_of = {answer.id: answer.question_id for answer in every(AnswerRow)}
    questions = {question.id: question for question in every(QuestionRow)}

    def depth(question: QuestionRow) -> int:
        parent = question.parent_answer_id
        return 0 if parent is None else 1 + depth(questions[question_of[parent]])

    assert max(depth(question) for question in questions.values()) == 3
    siblings = Counter(q.parent_answer_id for q in questions.values() if q.parent_answer_id)
    assert max(siblings.values()) == 2
    for question in questions.values():
        assert (question.rung > 0) == (question.parent_answer_id is not None)


def test_answers_take_every_form_and_three_became_factors():
    answers = every(AnswerRow)
    assert {answer.form for answer in answers} == set(AnswerForm)
    assert len([answer for answer in answers if answer.factor_id]) == 3
    assert any(answer.privacy is Privacy.OFF_RECORD for answer in answers)


def test_an_open_question_replaced_a_closed_one_and_one_still_waits():
    assert any(question.typed_text for question in every(QuestionRow))
    answered = {answer.question_id for answer in every(AnswerRow)}
    assert [q.id for q in every(QuestionRow) if q.id not in answered] == ["question-prompt"]


def test_one_decision_is_left_to_ask_about():
    asked = {question.event_id for question in every(QuestionRow)}
    silent = [e.id for e in every(EventRow) if e.is_decision and e.id not in asked]
    assert silent == ["event-chosen"]


def test_factors_count_from_one_and_none_stands_without_evidence():
    factors = every(FactorRow)
    codes = [factor.code for factor in factors]
    assert codes == [f"F{n}" for n in range(1, 10)] + ["R1", "R2", "R3"]
    shown = {e.factor_id for e in every(EvidenceRow) if e.stance is Stance.SUPPORTS}
    assert shown == {factor.id for factor in factors}


def test_factors_reach_beyond_technology():
    categories = {factor.category.value for factor in every(FactorRow)}
    assert categories >= {"C7", "C11", "C12"}
    assert {factor.level.value for factor in every(FactorRow) if factor.level} == {
        "technical",
        "work",
        "company",
        "outside",
    }
    assert {factor.role for factor in every(FactorRow)} == set(FactorRole)


def test_each_piece_of_evidence_is_one_thing():
    for evidence in every(EvidenceRow):
        targets = [
            evidence.event_id,
            evidence.answer_id,
            evidence.account_id,
            evidence.record_id,
            evidence.text,
        ]
        assert len([target for target in targets if target]) == 1, evidence.id


def test_a_disputed_factor_keeps_its_dissent_and_what_speaks_against_it():
    (disputed,) = {e.factor_id for e in every(EvidenceRow) if e.stance is Stance.DISPUTES}
    (factor,) = (factor for factor in every(FactorRow) if factor.id == disputed)
    assert factor.dissent


def test_a_factor_statement_stays_short():
    for factor in every(FactorRow):
        assert len(f"{factor.condition} {factor.effect}".split()) <= 30, factor.code


def test_links_show_every_kind_and_have_one_end():
    links = every(FactorLinkRow)
    assert {link.kind for link in links} == set(LinkKind)
    for link in links:
        assert (link.to_factor_id is None) != (link.to_event_id is None), link.id


def test_no_two_factors_lie_on_the_same_place_of_the_picture():
    places = {(factor.x, factor.y) for factor in every(FactorRow)}
    assert len(places) == len(every(FactorRow))


def test_some_categories_hold_nothing_and_some_were_not_looked_at():
    looked = {look.subject for look in every(LookRow)}
    filled = {factor.category.value for factor in every(FactorRow)}
    assert not looked & filled
    everywhere = {f"C{n}" for n in range(1, 13)} | {f"R{n}" for n in range(1, 6)}
    assert everywhere - looked - filled == {"C10", "R4"}


def test_actions_are_in_every_state_that_a_reader_should_see():
    states = {action.state for action in every(ActionItemRow)}
    assert states == set(ActionState) - {ActionState.DOING, ActionState.DONE, ActionState.DROPPED}


def test_accepted_actions_are_ready_and_declined_ones_say_why():
    with_factor = {link.action_id for link in every(ActionFactorRow)}
    for action in every(ActionItemRow):
        if action.state is ActionState.DECLINED:
            assert action.declined_reason
        if action.state in {ActionState.ACCEPTED, ActionState.CHECKED}:
            assert action.owner
            assert action.due
            assert action.done_when
            assert action.side_effects
            assert action.id in with_factor


def test_a_slice_was_cut_from_an_action_that_is_too_big():
    (cut,) = (action for action in every(ActionItemRow) if action.parent_id)
    (big,) = (action for action in every(ActionItemRow) if action.id == cut.parent_id)
    assert big.teams_involved > 3
    assert not big.owner_can_decide


def test_no_action_is_a_decision_with_a_reason_and_a_day_to_look_again():
    (decision,) = (d for d in every(DecisionRow) if d.kind is DecisionKind.NO_ACTION)
    assert all([decision.reason, decision.accepted_by, decision.look_again_on])
    assert [link.factor_id for link in every(DecisionFactorRow)] == ["factor-load"]


def test_the_rest_of_the_review_is_there_too():
    assert len(every(ShareRow)) == 2
    assert len(every(ProcessChangeRow)) == 1
    assert len(every(CheckReasonRow)) == 1
    assert len(every(SummaryRow)) == 5
    assert {idea.state for idea in every(ParkedIdeaRow)} == set(IdeaState)
    assert {note.privacy for note in every(NoteRow)} == {Privacy.PRIVATE, Privacy.OFF_RECORD}
    assert {source.state for source in every(SourceRow)} == set(SourceState)
    assert sum(row.count for row in every(FeedbackRow)) == 3 * 6


def test_every_summary_says_what_is_made_up():
    told = {b.summary_id for b in every(SummaryBlockRow) if "made up for illustration" in b.text}
    assert told == {summary.id for summary in every(SummaryRow)}


def test_sources_tell_facts_from_what_is_made_up():
    for source in every(SourceRow):
        assert source.name.endswith("(facts)") or "made up" in source.name.casefold()
    facts = {source.id for source in every(SourceRow) if source.name.endswith("(facts)")}
    for event in every(EventRow):
        assert event.source_id in facts or "made up" in event.detail.casefold(), event.title


def test_every_account_says_that_it_is_made_up():
    assert all("made up" in account.told_how for account in every(AccountRow))


def test_only_approved_quotes_are_open_to_internal_readers():
    for said in [*every(AccountRow), *every(AnswerRow)]:
        assert said.quote_approved == (said.privacy is Privacy.INTERNAL), said.id


def test_what_shows_a_factor_can_be_followed_by_internal_readers():
    closed = {s.id for s in [*every(AccountRow), *every(AnswerRow)] if not s.quote_approved}
    for evidence in every(EvidenceRow):
        assert not {evidence.answer_id, evidence.account_id} & closed, evidence.id


NEVER = [
    r"root[- ]cause",
    r"culprit",
    r"human error",
    r"\bfault\b",
    r"mistake",
    r"post-?mortem",
    r"\bblamed?\b(?<!slip into blame)",
    r"\bguilty\b",
    r"careless",
    r"negligen",
    r"failed",
    r"\bunacceptable\b",
]


@pytest.mark.parametrize("pattern", NEVER)
@pytest.mark.parametrize("name", ["review.json", "notes.md"])
def test_the_sample_keeps_to_the_words_of_the_product(pattern, name):
    text = (SAMPLE / name).read_text(encoding="utf-8")
    without_addresses = re.sub(r"https?://\S+", "", text)
    assert re.search(pattern, without_addresses, re.IGNORECASE) is None


def test_handles_in_the_chat_name_roles_and_people_are_said_to_be_made_up():
    users = json.loads((EXPORT / "users.json").read_text(encoding="utf-8"))
    aliases = " ".join(person.aliases for person in every(ParticipantRow))
    roles = {person.role for person in every(ParticipantRow)}
    for user in users:
        assert user["name"] in aliases
        assert user["id"] in aliases
        assert user["real_name"].removesuffix(" (made up)") in roles
        assert user["real_name"].endswith("(made up)")


def test_every_channel_says_that_it_is_an_illustration():
    for channel in json.loads((EXPORT / "channels.json").read_text(encoding="utf-8")):
        assert channel["purpose"]["value"].startswith("Made up for illustration.")
        assert (EXPORT / channel["name"]).is_dir()


def test_chat_messages_lie_in_the_file_of_their_day():
    for day in sorted(EXPORT.glob("*/*.json")):
        for message in json.loads(day.read_text(encoding="utf-8")):
            sent = datetime.fromtimestamp(float(message["ts"]), UTC)
            assert f"{sent:%Y-%m-%d}" == day.stem


def test_records_are_the_messages_of_the_chat_export():
    messages = {f"{channel}:{message['ts']}" for channel, message in chat_messages()}
    records = every(RecordRow)
    assert {record.identity for record in records} == messages
    assert len(records) == len(messages)
    for record in records:
        seconds = Decimal(record.identity.partition(":")[2])
        assert record.at == datetime.fromtimestamp(0, UTC) + timedelta(seconds=1) * int(
            seconds
        ) + timedelta(microseconds=int(seconds % 1 * 1_000_000))


def test_records_on_the_timeline_stand_behind_an_event():
    behind = {link.record_id for link in every(EventRecordRow)}
    on_timeline = {r.id for r in every(RecordRow) if r.state is RecordState.ON_TIMELINE}
    assert behind == on_timeline
    assert {record.state for record in every(RecordRow)} == set(RecordState)


def test_the_plain_notes_hold_a_line_for_nearly_every_minute_of_the_story():
    notes = (SAMPLE / "notes.md").read_text(encoding="utf-8")
    lines = re.findall(r"^- ~?\d\d:\d\d ", notes, re.MULTILINE)
    assert len(lines) == 27
    assert re.findall(r"^## (.+)$", notes, re.MULTILINE) == ["2017-01-31", "2017-02-01"]
