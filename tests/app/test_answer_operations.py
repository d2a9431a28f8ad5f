from __future__ import annotations

from datetime import date

import pytest

from app.operations.answers import (
    AnswerPlace,
    FollowUp,
    delete_answer,
    promote_answer,
    write_answer,
    write_follow_up,
)
from app.operations.factors import delete_factor
from app.operations.notes import NotePlace, delete_note, write_note
from app.operations.privacy import set_privacy
from app.operations.questions import NewQuestion, ask_in_turn, ask_question, delete_question
from app.operations.timeline import add_event
from app.written_operation import from_line, to_line
from models.errors import ReviewError
from models.ids import new_id
from models.queries.snapshots import snapshot
from models.taxonomy import Category, Probe
from models.values import Privacy, Stage
from tests.app.factories import quick

DAY = date(2017, 2, 6)


@pytest.fixture
def seen(ledger, review_id):
    return lambda: ledger.read(snapshot, review_id, Privacy.PRIVATE)


@pytest.fixture
def event_id(ledger, review_id):
    return ledger.run(add_event(review_id, quick("23:26 #decision Directory removed"))).result


def asked(ledger, review_id, text="What options did you see?", **more):
    return ledger.run(ask_question(review_id, NewQuestion(text=text, **more))).result


def told(ledger, question_id, text="Two of them."):
    place = AnswerPlace(new_id(), question_id, None, DAY)
    ledger.run(write_answer(place, text))
    return place


def followed(ledger, review_id, above, question="How did the tool shape that?", text="Silently."):
    new = NewQuestion(text=question, parent_answer_id=above, rung=4)
    rung = FollowUp(review_id, new, AnswerPlace(new_id(), new_id(), None, DAY))
    ledger.run(write_follow_up(rung, text))
    return rung


def test_questions_keep_the_order_in_which_they_were_asked(ledger, review_id, seen):
    asked(ledger, review_id, "First?")
    asked(ledger, review_id, "Second?")
    assert [question.text for question in seen().questions] == ["First?", "Second?"]


def test_a_question_keeps_what_was_typed_before_its_rewrite(ledger, review_id, seen):
    asked(ledger, review_id, "What did you look at first?", typed_text="Did you check the logs?")
    question = seen().questions[0]
    assert question.text == "What did you look at first?"
    assert question.typed_text == "Did you check the logs?"


def test_the_second_half_of_a_stacked_question_waits_its_turn(ledger, review_id, seen):
    first, then = NewQuestion(text="What did you see?"), NewQuestion(text="What did you do next?")
    question_id = ledger.run(ask_in_turn(review_id, first, then)).result
    assert [question.text for question in seen().questions] == [first.text, then.text]
    assert question_id == seen().questions[0].id


def test_an_answer_begins_with_its_first_words(ledger, review_id, seen):
    question_id = asked(ledger, review_id)
    place = AnswerPlace(new_id(), question_id, None, DAY)
    ledger.run(write_answer(place, "  "))
    assert seen().answers == ()
    ledger.run(write_answer(place, "Two"))
    ledger.run(write_answer(place, "Two of them."))
    (answer,) = seen().answers
    assert (answer.text, answer.told_on, answer.privacy) == (
        "Two of them.",
        DAY,
        Privacy.PARTICIPANTS,
    )


def test_typing_an_answer_is_one_step_back(ledger, review_id, seen):
    place = AnswerPlace(new_id(), asked(ledger, review_id), None, DAY)
    first = ledger.run(write_answer(place, "Two"))
    second = ledger.run(write_answer(place, "Two of them."))
    assert first.step.merge(second.step)
    ledger.undo(first.step)
    assert seen().answers == ()


def test_an_answer_that_could_not_be_stored_can_be_written_down_and_run_again(
    ledger, review_id, seen
):
    above = told(ledger, asked(ledger, review_id))
    new = NewQuestion(text="How come?", parent_answer_id=above.answer_id, rung=4, probe=Probe.TOOLS)
    rung = FollowUp(review_id, new, AnswerPlace(new_id(), new_id(), None, DAY))
    line = to_line(write_follow_up(rung, "It says nothing."), "library")
    ledger.run(from_line(line))
    assert [answer.text for answer in seen().answers] == ["Two of them.", "It says nothing."]


def test_a_rung_hangs_under_its_answer_from_the_first_words_on(ledger, review_id, seen):
    above = told(ledger, asked(ledger, review_id))
    rung = followed(ledger, review_id, above.answer_id)
    ledger.run(write_follow_up(rung, "Silently, for minutes."))
    question = seen().questions[1]
    assert (question.parent_answer_id, question.rung) == (above.answer_id, 4)
    assert seen().answers[1].text == "Silently, for minutes."


def test_deleting_a_question_takes_its_whole_chain_and_undo_brings_it_back(ledger, review_id, seen):
    question_id = asked(ledger, review_id)
    rung = followed(ledger, review_id, told(ledger, question_id).answer_id)
    deeper = followed(ledger, review_id, rung.answer.answer_id, "How usual is that?", "Very.")
    ledger.run(promote_answer(deeper.answer.answer_id, Category.C6))
    before = seen()
    outcome = ledger.run(delete_question(question_id))
    assert (seen().questions, seen().answers, seen().evidence) == ((), (), ())
    assert len(seen().factors) == 1
    ledger.undo(outcome.step)
    after = seen()
    assert [row.text for row in after.answers] == [row.text for row in before.answers]
    assert after.answers[-1].factor_id == before.factors[0].id
    assert len(after.evidence) == 1


def test_deleting_an_answer_leaves_its_question(ledger, review_id, seen):
    question_id = asked(ledger, review_id)
    above = told(ledger, question_id)
    followed(ledger, review_id, above.answer_id)
    ledger.run(delete_answer(above.answer_id))
    assert [question.id for question in seen().questions] == [question_id]
    assert seen().answers == ()


def test_an_answer_becomes_a_draft_factor_with_itself_as_evidence(ledger, review_id, seen):
    above = told(ledger, asked(ledger, review_id), "It says nothing while it waits.")
    factor_id = ledger.run(promote_answer(above.answer_id, Category.C6)).result
    assert ledger.run(promote_answer(above.answer_id, Category.C6)).result == factor_id
    (factor,) = seen().factors
    assert (factor.code, factor.condition) == ("F1", "It says nothing while it waits.")
    assert [row.answer_id for row in seen().evidence] == [above.answer_id]
    ledger.run(delete_factor(factor_id))
    assert seen().answers[0].factor_id is None


def test_what_was_said_off_the_record_widens_only_with_a_reason_that_is_kept(
    ledger, review_id, seen, event_id
):
    place = told(ledger, asked(ledger, review_id, event_id=event_id))
    ledger.run(set_privacy("answer", place.answer_id, Privacy.OFF_RECORD))
    with pytest.raises(ReviewError, match="reason is kept"):
        ledger.run(set_privacy("answer", place.answer_id, Privacy.INTERNAL))
    assert seen().answers[0].privacy is Privacy.OFF_RECORD
    ledger.run(set_privacy("answer", place.answer_id, Privacy.INTERNAL, "They asked me to."))
    assert seen().answers[0].privacy is Privacy.INTERNAL
    (note,) = seen().notes
    assert "They asked me to." in note.text
    assert (note.privacy, note.event_id, note.stage) == (Privacy.PRIVATE, event_id, Stage.EXPLORE)


def test_a_note_is_private_and_begins_with_its_first_words(ledger, review_id, seen, event_id):
    place = NotePlace(new_id(), review_id, Stage.EXPLORE, event_id)
    ledger.run(write_note(place, ""))
    assert seen().notes == ()
    ledger.run(write_note(place, "The room went quiet."))
    assert [(note.text, note.privacy) for note in seen().notes] == [
        ("The room went quiet.", Privacy.PRIVATE)
    ]
    ledger.run(delete_note(place.note_id))
    assert seen().notes == ()
