from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.coverage import SIDE_OF, Side
from guides.moment import Moment, moment_of, opening
from guides.picking import FIRST_PROBES, Picked, Setting, pick, pick_for_side
from guides.question_bank import Question, questions, read_pack
from guides.scoring import points_of
from models.rows import AccountRow, AnswerRow, ParticipantRow, QuestionRow
from models.taxonomy import Category, Probe, QuestionDepth, Sensitivity
from models.values import EventKind, Mark, RoleTag, Stage
from tests.guides.factories import at, decision, event, review, row, sample, snapshot


def question(text: str, **given: object) -> Question:
    fields: dict[str, object] = {
        "id": text,
        "text": text,
        "stage": "explore",
        "events": frozenset({"*"}),
        "roles": frozenset({"*"}),
        "probe": Probe.CUE,
        "depth": QuestionDepth.OPEN,
        "sensitivity": Sensitivity.LOW,
    }
    return Question(**(fields | given))  # type: ignore[arg-type]


def score(one: Question, moment: Moment) -> float:
    return round(sum(each.points for each in points_of(one, moment, None)), 2)


def texts(picked: tuple[Picked, ...]) -> list[str]:
    return [each.text for each in picked]


RESPONDER = row(ParticipantRow, id="p", role="Engineer", role_tag=RoleTag.RESPONDER)


def test_the_event_counts_three_or_two_fifths_of_it():
    exact = question("a", events=frozenset({"decision"}), roles=frozenset())
    either = question("b", roles=frozenset())
    moment = Moment(event=decision())
    assert (score(exact, moment), score(either, moment)) == (3, 1.2)


def test_the_role_counts_two_or_half_of_it():
    exact = question("a", events=frozenset(), roles=frozenset({"responder"}))
    either = question("b", events=frozenset())
    other = question("c", events=frozenset(), roles=frozenset({"comms"}))
    moment = Moment(event=decision(), person=RESPONDER)
    assert [score(one, moment) for one in (exact, either, other)] == [2, 1, 0]


def test_what_is_unknown_counts():
    bare = {"events": frozenset(), "roles": frozenset()}
    moment = Moment(
        event=decision(),
        empty_sides=frozenset({Side.PRESSURE}),
        has_gap=True,
        accounts_differ=True,
        marked_probes=frozenset({Probe.SURPRISE}),
        not_looked=frozenset({Category.C1}),
    )
    probes = (Probe.SAFETY, Probe.GAP, Probe.MODEL, Probe.SURPRISE, Probe.CHANGE, Probe.GOAL)
    scores = [score(question("a", probe=probe, **bare), moment) for probe in probes]
    assert scores == [2, 2, 2, 1, 1, 0]


def test_what_was_asked_before_counts_against():
    asked = question("What did you see there?", events=frozenset(), roles=frozenset())
    again = Moment(asked_ids=frozenset({asked.id}))
    alike = Moment(openings=frozenset({opening(asked.text)}))
    assert (score(asked, again), score(asked, alike)) == (-4, -2)


def test_a_decision_of_the_sample_gets_questions_with_a_reason():
    given = sample()
    moment = next(each for each in given.events if each.is_decision)
    person = next(each for each in given.participants if each.id == moment.participant_id)
    shown = pick(questions(), moment_of(given, moment, person))
    assert 3 <= len(shown) <= 5
    assert len({each.question.probe for each in shown}) >= 3
    assert shown[0].reason == "Nothing known yet about expectation; fits this moment: decision"


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_gets_at_least_three_questions(kind: EventKind):
    one = event(kind=kind, source_id="s")
    shown = pick(questions(), moment_of(snapshot(events=(one,)), one, RESPONDER))
    assert 3 <= len(shown) <= 5
    assert len({opening(each.text) for each in shown}) == len(shown)
    depths = [each.question.depth for each in shown]
    assert depths.count(QuestionDepth.CONDITION) <= 1
    assert set(FIRST_PROBES) == set(EventKind)


def test_conditions_open_up_after_two_open_answers():
    bank = [
        question(f"{n} what shapes this", depth=QuestionDepth.CONDITION, probe=probe)
        for n, probe in enumerate((Probe.LOAD, Probe.GOAL, Probe.TOOLS))
    ]
    moment = Moment(event=decision())
    assert len(pick(bank, moment)) == 1
    assert len(pick(bank, replace(moment, open_answered=2))) == 3


def test_nothing_is_asked_twice_of_the_same_person():
    one = decision()
    bank = questions()
    first = pick(bank, moment_of(snapshot(events=(one,)), one, RESPONDER))[0]
    asked = row(QuestionRow, bank_id=first.question.id, participant_id="p", text=first.text)
    given = snapshot(events=(one,), questions=(asked,))
    assert first.text not in texts(pick(bank, moment_of(given, one, RESPONDER)))


def test_private_questions_never_reach_a_meeting_and_meeting_questions_stay_there():
    private = question("a", sensitivity=Sensitivity.HIGH)
    room = question("b", meeting_only=True)
    both = question("c")
    moment = Moment(event=decision())
    assert texts(pick([private, room, both], moment, Setting(in_meeting=True))) == ["b", "c"]
    assert texts(pick([private, room, both], moment)) == ["a", "c"]


def test_only_questions_of_the_stage_are_offered():
    shown = pick(questions(), Moment(), Setting(stage=Stage.ACTIONS))
    assert {each.question.stage for each in shown} == {"actions"}
    assert len(shown) == 5


def test_a_slot_is_filled_or_the_question_is_left_out():
    asked = question("What did you see at {time}?", then="And on {artefact}?")
    moment = Moment(event=decision())
    assert pick([asked], moment, Setting(slots={"time": "14:05"})) == ()
    slots = {"time": "14:05", "artefact": "the lag panel"}
    (shown,) = pick([asked], moment, Setting(slots=slots))
    assert (shown.text, shown.then) == ("What did you see at 14:05?", "And on the lag panel?")


def test_the_cue_just_heard_puts_its_probe_first():
    one = decision(source_id="s")
    given = snapshot(events=(one,))
    plain = pick(questions(), moment_of(given, one, RESPONDER))
    after = pick(
        questions(), moment_of(given, one, RESPONDER), Setting(last_answer="We had no time at all.")
    )
    assert plain[0].question.probe is not Probe.PRESSURE
    assert after[0].question.probe in (Probe.PRESSURE, Probe.TRADEOFF)
    assert after[0].reason.startswith("After “no time”")


def test_two_accounts_that_differ_bring_other_perspectives():
    one = event(source_id="s")
    accounts = tuple(
        row(AccountRow, event_id=one.id, participant_id=who, text=text)
        for who, text in (("a", "It was quiet"), ("b", "It was loud"))
    )
    moment = moment_of(snapshot(events=(one,), accounts=accounts), one)
    assert moment.accounts_differ
    same = tuple(replace(account, text="It was quiet") for account in accounts)
    assert not moment_of(snapshot(events=(one,), accounts=same), one).accounts_differ


def test_facts_about_a_moment_are_read_from_the_review():
    one = event("Silence ends", 90, marks=frozenset({Mark.CONFUSION}), source_id="s")
    first = event(minutes=0, source_id="s")
    asked = row(QuestionRow, event_id=one.id, text="What did you see then, over there?")
    given = snapshot(
        review=review(started_at=at(0), ended_at=at(100)),
        events=(first, one),
        questions=(asked,),
        answers=(row(AnswerRow, question_id=asked.id),),
    )
    moment = moment_of(given, one, RESPONDER)
    assert moment.has_gap
    assert Probe.UNCERTAINTY in moment.marked_probes
    assert moment.open_answered == 1
    assert moment.openings == {"what did you see then, over"}
    assert not moment_of(given, first, RESPONDER).has_gap


def test_other_questions_pass_over_those_already_shown():
    moment = Moment(event=decision())
    shown = pick(questions(), moment)
    ids = frozenset(each.question.id for each in shown)
    others = pick(questions(), moment, Setting(passed_over=ids))
    assert ids.isdisjoint(each.question.id for each in others)
    assert len(others) >= 3


@pytest.mark.parametrize("side", list(Side))
def test_every_empty_side_of_a_decision_has_a_question(side: Side):
    found = pick_for_side(questions(), side, Moment(event=decision()))
    assert found is not None
    assert SIDE_OF[found.question.probe] is side


BANK = questions()


@given(
    st.sampled_from(list(EventKind)),
    st.frozensets(st.sampled_from(list(Mark))),
    st.sampled_from([None, *RoleTag]),
    st.booleans(),
    st.text(max_size=30),
)
def test_a_suggestion_keeps_its_promises(kind, marks, tag, in_meeting, said):
    person = row(ParticipantRow, role_tag=tag) if tag else None
    one = event(kind=kind, marks=marks)
    moment = moment_of(snapshot(events=(one,)), one, person)
    shown = pick(BANK, moment, Setting(in_meeting=in_meeting, last_answer=said))
    assert 3 <= len(shown) <= 5
    assert len({each.question.probe for each in shown}) >= 3
    assert len({opening(each.text) for each in shown}) == len(shown)
    assert sum(each.question.depth is QuestionDepth.CONDITION for each in shown) <= 1
    assert not (in_meeting and any(e.question.sensitivity is Sensitivity.HIGH for e in shown))


def test_a_pack_with_one_question_shows_that_one():
    line = (
        '{"id":"a","text":"What now?","then":"","stage":"explore","events":["vendor"],'
        '"roles":["*"],"probe":"cue","depth":"open","sensitivity":"low","mode":"any"}'
    )
    assert texts(pick(read_pack(line, "one.jsonl"), Moment(event=decision()))) == ["What now?"]
