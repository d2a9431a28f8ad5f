from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.operations.timeline import add_event, delete_events
from guides.question_bank import questions
from guides.statement_cues import cues
from models.taxonomy import Probe, Sensitivity
from models.values import Stage
from tests.app.factories import quick
from tests.views.explore.conftest import press, words_of, write
from views.explore.moment_lines import MomentLine, moment_lines
from views.line_sheet import LineSheet


def opened(page):
    return page.column.body.parts[0]


def test_an_empty_review_says_what_comes_first_and_leads_there(make_page, shell):
    page = make_page()
    assert page._empty.isVisibleTo(page)
    page._empty.asked.emit()
    assert shell.gone_to == [(Stage.TIMELINE, "events")]


def test_the_first_event_opens_the_page(make_page, workspace, review_id, qtbot):
    page = make_page()
    workspace.run(add_event(review_id, quick("23:26 #decision Directory removed")))
    qtbot.waitUntil(lambda: page.moments.isVisibleTo(page))
    assert page.scene.event.title == "Directory removed"


def test_decision_points_come_first_and_say_that_nobody_asked(page, feed):
    lines = [line for line in moment_lines(feed.snapshot) if isinstance(line, MomentLine)]
    assert [line.title for line in lines] == [
        "Directory removed",
        "Replica is late",
        "The incident as a whole",
    ]
    assert lines[0].spoken == "23:26, decision, Directory removed, not asked yet"


def test_the_person_whose_moment_it_is_is_asked_first(page, engineer, selection):
    assert selection.person_id == engineer
    chips = page.head.chips()
    assert [chip.text() for chip in chips] == [
        "Database engineer",
        "Incident lead",
        "Everyone together",
    ]
    assert [chip.isChecked() for chip in chips] == [True, False, False]


def test_a_chip_turns_to_another_person(page, lead, selection):
    QTest.mouseClick(page.head.chips()[1], Qt.MouseButton.LeftButton)
    assert selection.person_id == lead


def test_three_to_five_questions_are_offered_each_with_its_reason(page):
    cards = page.column.cards()
    assert 3 <= len(cards) <= 5
    assert [card.question.number for card in cards] == list(range(1, len(cards) + 1))
    assert all(card.toolTip() for card in cards)


def test_a_key_asks_a_question_and_its_answer_is_stored_as_it_is_typed(page, feed, engineer):
    words = words_of(page)[1]
    page.moments.setFocus()
    press(page.moments, Qt.Key.Key_2)
    (question,) = feed.snapshot.questions
    assert (question.text, question.participant_id) == (words, engineer)
    write(opened(page).spoken.field, "It printed nothing.")
    (answer,) = feed.snapshot.answers
    assert (answer.text, answer.participant_id) == ("It printed nothing.", engineer)


def test_enter_right_after_the_first_words_goes_on_to_the_first_rung(page, feed, qtbot):
    page.moments.setFocus()
    press(page.moments, Qt.Key.Key_1)
    QTest.keyClicks(opened(page).spoken.field, "It printed nothing.")
    press(opened(page).spoken.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened(page).chain.isVisibleTo(page))
    assert opened(page).chain.editor.spoken.field.hasFocus()
    assert feed.snapshot.answers[0].text == "It printed nothing."


def test_typing_keeps_the_caret_and_the_questions_on_offer(page, feed, qtbot):
    press(page.moments, Qt.Key.Key_1)
    field = opened(page).spoken.field
    before = words_of(page)
    write(field, "I knew it ")
    qtbot.waitUntil(lambda: opened(page).form.isVisibleTo(page))
    QTest.keyClicks(field, "well.")
    field.flush()
    assert feed.snapshot.answers[0].text == "I knew it well."
    assert words_of(page) == before


def test_undo_takes_the_answer_and_then_the_question_back(page, workspace, feed, qtbot):
    press(page.moments, Qt.Key.Key_1)
    write(opened(page).spoken.field, "Nothing.")
    workspace.undo()
    qtbot.waitUntil(lambda: opened(page).spoken.field.text() == "")
    assert len(feed.snapshot.questions) == 1
    workspace.undo()
    qtbot.waitUntil(lambda: page.column.body is None)
    workspace.redo()
    workspace.redo()
    assert feed.snapshot.answers[0].text == "Nothing."


def test_other_questions_pass_over_what_was_shown(page):
    before = words_of(page)
    press(page.moments, Qt.Key.Key_R)
    assert not set(before) & set(words_of(page))


def test_passing_over_everything_begins_again_and_says_so(page, shell):
    for _ in range(80):
        press(page.moments, Qt.Key.Key_R)
        if shell.said:
            break
    assert shell.said == ["Those were all. Here they are from the start."]
    assert words_of(page)


def test_an_answered_question_is_ticked_and_fills_a_side(page, feed, ask, say, decision, qtbot):
    say(ask("What options did you see?", event_id=decision, probe=Probe.OPTIONS), "Two.")
    qtbot.waitUntil(lambda: page.guide.known() == "1 of 8")
    card = page.column.cards()[0]
    assert card.question.answered
    assert card.accessibleName() == "What options did you see?, answered"


def test_an_empty_side_offers_its_question_and_asks_it_with_a_key(page, feed):
    line = next(line for line in page.guide.sides.lines() if line.view.side.value == "help")
    offered = line.view.question
    press(line, Qt.Key.Key_Return)
    (question,) = feed.snapshot.questions
    assert question.text == offered
    assert page.column.body.question_id == question.id


def test_the_cue_that_was_heard_is_chosen_and_its_follow_up_asked(page, feed, qtbot):
    press(page.moments, Qt.Key.Key_1)
    write(opened(page).spoken.field, "I knew the runbook.")
    qtbot.waitUntil(lambda: page.guide.cues.chip("knew").isChecked())
    card = page.guide.cues.card
    assert card.main.text() == "How did you come to know that?"
    card.ask.click()
    assert feed.snapshot.questions[-1].text == "How did you come to know that?"
    assert page.column.body.question_id == feed.snapshot.questions[-1].id


def test_a_tapped_cue_offers_two_ways_and_pins_the_one_taken(page, feed, shell, qtbot):
    page.guide.cues.chip("last_time").click()
    card = page.guide.cues.card
    press(card.other, Qt.Key.Key_Return)
    card.pin.click()
    (question,) = feed.snapshot.questions
    assert question.text == "What was the same this time, what was different?"
    assert feed.snapshot.answers == ()
    qtbot.waitUntil(lambda: question.text in words_of(page))
    assert page.column.cards()[0].question.number == 1


def test_self_blame_is_met_with_care_before_any_question(page):
    care = next(cue for cue in cues() if cue.care)
    page.guide.cues.chip(care.key).click()
    assert page.guide.cues.card._first.isVisibleTo(page.guide.cues.card)


def test_an_own_question_is_checked_while_typing_and_both_wordings_are_kept(page, feed):
    typed = "When did you discover that the service was down?"
    page.ask_own_words()
    QTest.keyClicks(page.own.line, typed)
    assert page.own.offer() == "How did it first come to your attention that something was off?"
    press(page.own.line, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    press(page.own.line, Qt.Key.Key_Return)
    (question,) = feed.snapshot.questions
    assert question.text.startswith("How did it first come")
    assert question.typed_text == typed
    assert page.own.line.text() == ""


def test_a_question_that_was_two_leaves_its_second_half_waiting(page, feed):
    page.ask_own_words()
    QTest.keyClicks(page.own.line, "What did you see and what did you do?")
    page.use_open_wording()
    press(page.own.line, Qt.Key.Key_Return)
    texts = [question.text for question in feed.snapshot.questions]
    assert texts == ["What did you see?", "What did you do?"]


def test_a_question_may_be_asked_as_it_was_typed(page, feed):
    page.ask_own_words()
    QTest.keyClicks(page.own.line, "Did you check the logs?")
    press(page.own.line, Qt.Key.Key_Return)
    assert [question.text for question in feed.snapshot.questions] == ["Did you check the logs?"]


def test_high_questions_carry_a_lock_and_are_not_offered_to_everyone(page, ask, decision, qtbot):
    ask("How are you doing?", event_id=decision, sensitivity=Sensitivity.HIGH)
    qtbot.waitUntil(lambda: "How are you doing?" in words_of(page))
    assert page.column.cards()[0].accessibleName().endswith("one to one only")
    page.selection.choose_person(None)
    high = {q.text for q in questions() if q.sensitivity is Sensitivity.HIGH}
    assert not high & set(words_of(page)[1:])


def test_questions_to_others_stay_in_sight_with_their_role(page, ask, decision, lead, qtbot):
    ask("What did you hear?", event_id=decision, participant_id=lead)
    qtbot.waitUntil(lambda: "What did you hear?" in words_of(page))
    assert page.column.cards()[0].question.note == "Incident lead"


def test_a_private_note_is_stored_as_it_is_typed_and_deleted_with_undo(
    page, feed, decision, shell, workspace, qtbot
):
    press(page.moments, Qt.Key.Key_N)
    write(page.notes.fields()[-1], "The room went quiet.")
    (note,) = feed.snapshot.notes
    assert (note.text, note.event_id, note.stage) == (
        "The room went quiet.",
        decision,
        Stage.EXPLORE,
    )
    qtbot.waitUntil(lambda: len(page.notes.fields()) == 2)
    page.notes._lines[note.id]._delete.click()
    assert feed.snapshot.notes == ()
    assert shell.said == ["Note deleted"]
    workspace.undo()
    assert len(feed.snapshot.notes) == 1


def test_an_idea_is_parked_with_one_key(page, feed, shell, decision):
    press(page.moments, Qt.Key.Key_P)
    sheet = shell.window().findChild(LineSheet)
    press(sheet.line, Qt.Key.Key_Return)
    assert sheet._field.question() == "A few words are enough."
    QTest.keyClicks(sheet.line, "A colour for each host")
    press(sheet.line, Qt.Key.Key_Return)
    (idea,) = feed.snapshot.parked_ideas
    assert (idea.text, idea.event_id) == ("A colour for each host", decision)
    assert shell.said == ["Parked until Actions"]


def test_the_arrow_keys_walk_moments_and_questions(page, alert, selection):
    page.moments.setFocus()
    press(page.moments, Qt.Key.Key_Down)
    assert selection.event_id == alert
    press(page.moments, Qt.Key.Key_Return)
    cards = page.column.cards()
    assert cards[0].hasFocus()
    press(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    press(cards[1], Qt.Key.Key_Escape)
    assert page.moments.hasFocus()


def test_what_was_asked_of_no_single_moment_has_its_own_line(page, ask, qtbot, selection):
    ask("Where were we lucky?")
    page.bring_into_view(page.feed.snapshot.questions[0].id)
    assert selection.event_id is None
    assert words_of(page)[0] == "Where were we lucky?"


def test_checks_and_other_stages_lead_to_moments_questions_and_answers(
    page, ask, say, alert, selection
):
    answer_id = say(ask("What did it mean to you?", event_id=alert), "Little.")
    page.bring_into_view(answer_id)
    assert selection.event_id == alert
    assert opened(page).spoken.field.hasFocus()
    page.bring_into_view("coverage")


def test_deleting_the_moment_that_is_shown_turns_to_another(page, workspace, decision, qtbot):
    workspace.run(delete_events((decision,)))
    qtbot.waitUntil(lambda: page.scene.event is not None)
    assert page.scene.event.title == "Replica is late"


def test_a_page_that_is_made_again_shows_what_was_said(page, make_page, ask, say, decision):
    say(ask("What options did you see?", event_id=decision), "Two.")
    again = make_page()
    assert opened(again).spoken.field.text() == "Two."


def test_every_command_can_be_found_with_its_key(page):
    keys = {command.title: command.keys for command in page.commands()}
    assert keys["Other questions"] == "R"
    assert keys["Park an idea"] == "P"
    assert keys[words_of(page)[0]] == "1"


def test_tab_goes_through_the_page_as_it_stands(page, ask, say, decision, qtbot):
    say(ask("What options did you see?", event_id=decision), "Two.")
    page.bring_into_view(page.feed.snapshot.questions[0].id)
    QTest.qWait(50)
    cards = page.column.cards()
    cards[0].setFocus()
    press(cards[0], Qt.Key.Key_Tab)
    assert opened(page).spoken.field.hasFocus()
    cards[-1].setFocus()
    press(cards[-1], Qt.Key.Key_Tab)
    assert page.own.line.hasFocus()
    press(page.own.line, Qt.Key.Key_Tab)
    assert page.notes.fields()[0].hasFocus()
