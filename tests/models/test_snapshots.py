from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from models.queries.cut import cut
from models.queries.snapshots import PARTS
from models.rows import (
    AccountRow,
    AnswerRow,
    EventRow,
    EvidenceRow,
    FactorRow,
    GapRow,
    NoteRow,
    ParticipantRow,
    QuestionRow,
    ReviewRow,
)
from models.snapshot import Snapshot
from models.taxonomy import Category, Sensitivity
from models.values import Privacy, Stage

R = {"review_id": "r"}


@pytest.fixture
def whole() -> Snapshot:
    return Snapshot(
        level=Privacy.PRIVATE,
        review=ReviewRow(id="r", title="Down", created_at=datetime(2026, 1, 5, tzinfo=UTC)),
        participants=(ParticipantRow(id="p", **R, talk_first=True, authority_over="q"),),
        events=(
            EventRow(id="e", **R, title="Seen by all"),
            EventRow(id="hidden", **R, title="Off", privacy=Privacy.OFF_RECORD),
        ),
        accounts=(AccountRow(id="a", **R, event_id="e", text="I saw it"),),
        gaps=(GapRow(id="g", **R, text="When?", event_id="hidden"),),
        questions=(QuestionRow(id="q", **R, text="What did you see?"),),
        answers=(AnswerRow(id="w", **R, question_id="q", text="A spike"),),
        notes=(NoteRow(id="n", **R, stage=Stage.EXPLORE, text="tired"),),
        factors=(FactorRow(id="f", **R, number=1, category=Category.C6, condition="Silent tool"),),
        evidence=(
            EvidenceRow(id="v", **R, factor_id="f", event_id="e"),
            EvidenceRow(id="v2", **R, factor_id="f", answer_id="w"),
        ),
    )


def test_the_facilitators_own_screens_see_all(whole):
    assert len(whole.events) == 2


def test_participants_see_accounts_and_answers_but_no_private_note(whole):
    seen = cut(whole, Privacy.PARTICIPANTS)
    assert [a.id for a in seen.accounts] == ["a"]
    assert [q.id for q in seen.questions] == ["q"]
    assert seen.notes == ()


def test_an_internal_reader_sees_neither_accounts_nor_what_was_only_asked(whole):
    seen = cut(whole, Privacy.INTERNAL)
    assert [e.id for e in seen.events] == ["e"]
    assert (seen.accounts, seen.answers, seen.questions) == ((), (), ())
    assert [v.id for v in seen.evidence] == ["v"]


def test_a_row_that_points_at_something_hidden_lets_go_of_it(whole):
    assert cut(whole, Privacy.INTERNAL).gaps[0].event_id is None


def test_nobody_but_the_facilitator_learns_whom_to_talk_to_first(whole):
    person = cut(whole, Privacy.PARTICIPANTS).participants[0]
    assert (person.talk_first, person.authority_over) == (False, "")


def test_customers_see_only_what_was_made_public(whole):
    public = replace(whole.events[0], privacy=Privacy.PUBLIC)
    seen = cut(replace(whole, events=(public,)), Privacy.PUBLIC)
    assert [e.id for e in seen.events] == ["e"]
    assert (seen.factors, seen.evidence) == ((), ())


def test_every_list_of_a_snapshot_is_filled():
    built = {"level", "review", "services", "teams", "sources", "events", "record_count"}
    assert {name for name, _, _ in PARTS} | built == {f.name for f in fields(Snapshot)}


def test_a_question_that_was_answered_in_private_only_stays_private(whole):
    secret = replace(whole.answers[0], privacy=Privacy.OFF_RECORD)
    assert cut(replace(whole, answers=(secret,)), Privacy.PARTICIPANTS).questions == ()


def test_a_question_for_a_private_talk_stays_private(whole):
    careful = replace(whole.questions[0], sensitivity=Sensitivity.HIGH)
    seen = cut(replace(whole, questions=(careful,)), Privacy.PARTICIPANTS)
    assert (seen.questions, seen.answers) == ((), ())


def test_a_question_about_a_hidden_moment_stays_hidden_with_all_it_led_to(whole):
    about = replace(whole.questions[0], event_id="hidden")
    seen = cut(replace(whole, questions=(about,)), Privacy.PARTICIPANTS)
    assert (seen.questions, seen.answers) == ((), ())
    assert [row.id for row in seen.evidence] == ["v"]


def test_a_chain_goes_with_the_answer_it_hangs_under(whole):
    below = QuestionRow(id="q2", **R, text="And then?", parent_answer_id="w", rung=1)
    deeper = AnswerRow(id="w2", **R, question_id="q2", text="We waited")
    chained = replace(whole, questions=(*whole.questions, below), answers=(*whole.answers, deeper))
    assert [row.id for row in cut(chained, Privacy.PARTICIPANTS).answers] == ["w", "w2"]
    careful = replace(whole.questions[0], sensitivity=Sensitivity.HIGH)
    hidden = cut(replace(chained, questions=(careful, below)), Privacy.PARTICIPANTS)
    assert (hidden.questions, hidden.answers) == ((), ())


def test_what_was_typed_before_a_question_was_opened_up_is_the_facilitators_alone(whole):
    typed = replace(whole.questions[0], typed_text="Why did you not look?")
    seen = cut(replace(whole, questions=(typed,)), Privacy.PARTICIPANTS)
    assert [row.typed_text for row in seen.questions] == [""]


def test_an_answer_lets_go_of_a_factor_that_is_hidden(whole):
    became = replace(whole.answers[0], factor_id="f")
    secret = replace(whole.factors[0], privacy=Privacy.PRIVATE)
    seen = cut(replace(whole, answers=(became,), factors=(secret,)), Privacy.PARTICIPANTS)
    assert [row.factor_id for row in seen.answers] == [None]
