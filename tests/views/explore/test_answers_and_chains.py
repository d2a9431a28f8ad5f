from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.operations.answers import AnswerPlace, FollowUp, write_follow_up
from app.operations.questions import NewQuestion
from models.ids import new_id
from models.rows import EventRow
from models.taxonomy import Probe
from models.values import AnswerForm, EventKind, Privacy, Stage
from tests.views.explore.conftest import press, write
from views.explore.chain_model import ChainTreeModel, RungView
from views.explore.moment_lines import GroupLine, MomentLine
from views.explore.moment_model import MomentListModel
from views.line_sheet import LineSheet
from views.widgets.chain_tree import ChainNode

WARN = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def answered(page, ask, say, decision, engineer, qtbot):
    """A page with one answered question open, and the id of its answer."""
    question = ask(
        "What did the tool show?",
        event_id=decision,
        participant_id=engineer,
        probe=Probe.TOOLS,
    )
    answer_id = say(question, "It showed nothing.", engineer)
    page.bring_into_view(question)
    return answer_id


@pytest.fixture
def part(page, answered):
    return page.column.body.parts[0]


def entry(menu, title):
    for action in menu.actions():
        if action.text().partition("\t")[0] == title:
            return action
        if action.menu() is not None and (found := entry(action.menu(), title)) is not None:
            return found
    return None


def choose(part, title):
    menu = part.menu()
    entry(menu, title).trigger()
    menu.deleteLater()


def rungs(feed):
    return [(q.text, q.rung) for q in feed.snapshot.questions if q.parent_answer_id]


def say_rung(part, text):
    write(part.chain.editor.spoken.field, text)


def test_an_explanation_offers_a_way_back_to_what_happened(page, part, feed, qtbot):
    assert not part.back_link.isVisibleTo(part)
    part.form.chosen.emit(AnswerForm.EXPLANATION.value)
    assert feed.snapshot.answers[0].form is AnswerForm.EXPLANATION
    qtbot.waitUntil(lambda: part.back_link.isVisibleTo(part))
    part.back_link.click()
    newest = feed.snapshot.questions[-1]
    assert newest.text == "What did you see or hear just then that told you so?"
    assert page.column.body.question_id == newest.id


def test_what_is_known_of_an_answer_is_said_in_one_line_and_changed_in_its_menu(
    part, feed, lead, qtbot
):
    assert part.facts.text() == "word for word"
    choose(part, "May be quoted, by role")
    choose(part, "Incident lead")
    qtbot.waitUntil(lambda: "told by" in part.facts.text())
    assert part.facts.text() == "word for word, may be quoted by role, told by Incident lead"
    assert feed.snapshot.answers[0].quote_approved
    assert feed.snapshot.answers[0].participant_id == lead


def test_off_the_record_is_left_only_with_a_reason(part, feed, shell, qtbot):
    choose(part, "Off the record")
    assert feed.snapshot.answers[0].privacy is Privacy.OFF_RECORD
    qtbot.waitUntil(lambda: "off the record" in part.facts.text())
    choose(part, "Everyone inside")
    assert feed.snapshot.answers[0].privacy is Privacy.OFF_RECORD
    sheet = shell.window().findChild(LineSheet)
    press(sheet.line, Qt.Key.Key_Return)
    assert feed.snapshot.answers[0].privacy is Privacy.OFF_RECORD
    QTest.keyClicks(sheet.line, "They asked me to tell it")
    press(sheet.line, Qt.Key.Key_Return)
    assert feed.snapshot.answers[0].privacy is Privacy.INTERNAL
    assert "They asked me to tell it" in feed.snapshot.notes[0].text


def test_someone_else_may_answer_the_same_question(page, part, feed, qtbot):
    choose(part, "Another answer")
    qtbot.waitUntil(lambda: len(page.column.body.parts) == 2)
    write(page.column.body.parts[1].spoken.field, "It showed a prompt.")
    assert [answer.text for answer in feed.snapshot.answers] == [
        "It showed nothing.",
        "It showed a prompt.",
    ]


def test_a_question_is_reworded_in_place(page, part, feed):
    choose(part, "Change the question")
    line = page.column.body._reword.line
    line.selectAll()
    QTest.keyClicks(line, "What was on the screen?")
    press(line, Qt.Key.Key_Return)
    assert feed.snapshot.questions[0].text == "What was on the screen?"


def test_deleting_an_answer_and_a_question_can_be_undone(page, part, feed, workspace, shell, qtbot):
    choose(part, "Delete the answer")
    assert feed.snapshot.answers == ()
    qtbot.waitUntil(lambda: page.column.body.parts[0].spoken.field.text() == "")
    workspace.undo()
    qtbot.waitUntil(lambda: page.column.body.parts[0].spoken.field.text() == "It showed nothing.")
    assert len(page.column.body.parts) == 1
    choose(page.column.body.parts[0], "Delete the question")
    assert feed.snapshot.questions == ()
    workspace.undo()
    assert len(feed.snapshot.answers) == 1
    assert shell.said == [
        "Answer deleted, with what hung below it",
        "Question deleted, with its answers",
    ]


def test_the_next_rung_waits_below_an_answer_and_enter_leads_to_it(part, feed):
    editor = part.chain.editor
    assert editor.rung.text() == "Doing"
    part.spoken.field.setFocus()
    press(part.spoken.field, Qt.Key.Key_Return)
    assert editor.spoken.field.hasFocus()
    assert rungs(feed) == []


def test_the_first_words_make_a_rung_and_tab_goes_deeper(part, feed, answered, qtbot):
    question = part.chain.editor.question.text()
    say_rung(part, "Silently, for minutes.")
    assert [text for text, _ in rungs(feed)] == [question]
    press(part.chain.editor.spoken.field, Qt.Key.Key_Tab)
    field = part.chain.editor.spoken.field
    assert field.hasFocus()
    assert field.text() == ""
    say_rung(part, "It is made that way.")
    first, second = [q for q in feed.snapshot.questions if q.parent_answer_id]
    assert first.parent_answer_id == answered
    assert second.parent_answer_id == feed.snapshot.answers[1].id
    assert second.rung > first.rung


def test_what_else_hangs_beside_the_rung(part, feed, answered):
    say_rung(part, "Silently.")
    press(part.chain.editor.spoken.field, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert part.chain.editor.question.text() == "What else had to be true?"
    say_rung(part, "Two windows, same colours.")
    parents = [q.parent_answer_id for q in feed.snapshot.questions if q.parent_answer_id]
    assert parents == [answered, answered]


def test_typing_a_rung_keeps_the_caret_while_the_page_reads_again(part, feed, qtbot):
    field = part.chain.editor.spoken.field
    write(field, "Silent")
    qtbot.waitUntil(lambda: bool(rungs(feed)))
    QTest.qWait(30)
    assert part.chain.editor.spoken.field is field
    QTest.keyClicks(field, "ly.")
    field.flush()
    assert feed.snapshot.answers[-1].text == "Silently."


def test_three_rungs_without_a_branch_ask_what_else(part, feed, page, qtbot, answered):
    for said in ("One.", "Two.", "Three."):
        say_rung(part, said)
        press(part.chain.editor.spoken.field, Qt.Key.Key_Tab)
    page.bring_into_view(page.column.body.question_id)
    page.open_question("")
    page.column._close_body()
    page.bring_into_view(answered)
    editor = page.column.body.parts[0].chain.editor
    assert editor.question.text() == "What else had to be true?"
    assert editor._note.text() == "One line so far."


def test_a_rung_is_asked_in_other_words(part):
    before = part.chain.editor.question.text()
    part.chain.editor._other.click()
    assert part.chain.editor.question.text() != before


def test_the_question_of_a_rung_is_checked_while_it_is_typed(part, feed):
    line = part.chain.editor.question.line
    line.selectAll()
    QTest.keyClicks(line, "Did you check the logs?")
    press(line, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    say_rung(part, "The graph first.")
    newest = feed.snapshot.questions[-1]
    assert newest.text == "What did you look at first?"
    assert newest.typed_text == "Did you check the logs?"


def deep_rung(part, feed):
    """Say rungs until one of conditions is there; select it in the tree."""
    for said in ("Silently.", "I took it to work.", "It is made that way."):
        say_rung(part, said)
        press(part.chain.editor.spoken.field, Qt.Key.Key_Tab)
    answer = next(
        answer
        for question in feed.snapshot.questions
        if question.rung >= 4
        for answer in feed.snapshot.answers
        if answer.question_id == question.id
    )
    assert part.chain.focus_rung(answer.id)
    return answer


def test_a_rung_of_conditions_becomes_a_factor_with_one_key_and_wears_its_code(
    part, feed, shell, workspace, qtbot
):
    answer = deep_rung(part, feed)
    press(part.chain.tree, Qt.Key.Key_F)
    (factor,) = feed.snapshot.factors
    assert (factor.code, factor.condition, factor.category.value) == ("F1", answer.text, "C6")
    assert [row.answer_id for row in feed.snapshot.evidence] == [answer.id]
    assert shell.said == ["F1 drafted from this answer"]
    index = part.chain._model.find(answer.id)
    qtbot.waitUntil(lambda: part.chain._model.view(index).node.promoted == "F1")
    press(part.chain.tree, Qt.Key.Key_F)
    assert shell.gone_to == [(Stage.FACTORS, factor.id)]
    workspace.undo()
    assert feed.snapshot.factors == ()
    assert all(row.factor_id is None for row in feed.snapshot.answers)


def test_an_early_rung_becomes_a_factor_only_through_its_menu(part, feed, shell):
    say_rung(part, "Silently.")
    press(part.chain.editor.spoken.field, Qt.Key.Key_Tab)
    assert part.chain.focus_rung(feed.snapshot.answers[1].id)
    press(part.chain.tree, Qt.Key.Key_F)
    assert feed.snapshot.factors == ()
    menu = part.chain.menu()
    entry(menu, "Make a factor of it").trigger()
    menu.deleteLater()
    assert len(feed.snapshot.factors) == 1


def test_the_whole_chain_is_worked_from_the_tree_by_keys(part, feed, workspace, qtbot):
    say_rung(part, "Silently.")
    press(part.chain.editor.spoken.field, Qt.Key.Key_Return)
    tree = part.chain.tree
    first = feed.snapshot.answers[1]
    assert part.chain.focus_rung(first.id)
    press(tree, Qt.Key.Key_Return)
    write(part.chain.editor.spoken.field, "Not a word: ")
    assert "Not a word: " in feed.snapshot.answers[1].text
    press(part.chain.editor.spoken.field, Qt.Key.Key_Return)
    assert tree.hasFocus()
    press(tree, Qt.Key.Key_B)
    assert part.chain.editor.question.text() == "What else had to be true?"
    press(part.chain.editor.spoken.field, Qt.Key.Key_Escape)
    assert part.chain.focus_rung(first.id)
    press(tree, Qt.Key.Key_Delete)
    assert rungs(feed) == []
    workspace.undo()
    assert len(rungs(feed)) == 1


def test_a_question_nobody_can_answer_becomes_a_gap(part, feed, decision):
    say_rung(part, "Nobody here can know.")
    assert part.chain.focus_rung(feed.snapshot.answers[1].id)
    press(part.chain.tree, Qt.Key.Key_G)
    assert [(gap.text, gap.event_id) for gap in feed.snapshot.gaps] == [
        (feed.snapshot.questions[1].text, decision)
    ]


def test_the_chain_moves_only_the_rungs_that_came_or_went():
    model = ChainTreeModel()
    tester = QAbstractItemModelTester(model, WARN)
    node = ChainNode("Sense", "How so?", "Like this.")
    leaf = RungView("q2", "a2", node)
    model.show_rungs((RungView("q1", "a1", node, (leaf,)), RungView("q3", "a3", node)))
    kept = model.find("a3")
    assert model.parent(model.find("a2")) == model.find("a1")
    changed = ChainNode("Sense", "How so?", "Otherwise.", "F2")
    model.show_rungs((RungView("q4", "a4", node), RungView("q3", "a3", changed)))
    assert kept.internalId() == model.find("q3").internalId()
    assert model.view(model.find("a3")).node.promoted == "F2"
    assert not model.find("a1").isValid()
    assert model.rowCount(QModelIndex()) == 2
    del tester


def test_the_list_of_moments_keeps_its_rows_where_only_content_changed():
    model = MomentListModel()
    tester = QAbstractItemModelTester(model, WARN)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    event = EventRow(id="e1", review_id="r", title="Removed", kind=EventKind.DECISION)
    title = GroupLine("Decision points")
    assert model.show_lines((title, MomentLine(event, known=0)))
    assert not model.show_lines((title, MomentLine(event, known=1, asked=1)))
    assert resets == [1]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.row_of("e1") == 1
    del tester


def test_del_takes_a_question_away_from_its_card(page, part, feed, workspace):
    card = page.column.cards()[0]
    card.setFocus()
    press(card, Qt.Key.Key_Delete)
    assert feed.snapshot.questions == ()
    workspace.undo()
    assert len(feed.snapshot.answers) == 1


def test_the_deepest_chain_keeps_room_for_its_words(page, part, workspace, review_id, answered):
    above = answered
    for number in range(40):
        new = NewQuestion(text="How so?", parent_answer_id=above, rung=4)
        place = AnswerPlace(new_id(), new_id(), None, date(2017, 2, 6))
        workspace.run(write_follow_up(FollowUp(review_id, new, place), f"Because of {number}."))
        above = place.answer_id
    page.bring_into_view(above)
    tree = part.chain.tree
    deepest = tree.visualRect(part.chain._model.find(above))
    assert deepest.width() >= 250
    assert deepest.right() <= tree.viewport().width()


def test_words_that_are_being_changed_do_not_hide_what_hangs_below(part, feed, qtbot):
    say_rung(part, "Silently.")
    field = part.spoken.field
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    field.flush()
    qtbot.waitUntil(lambda: feed.snapshot.answers[0].text == "")
    QTest.qWait(20)
    assert part.chain.isVisibleTo(part)
