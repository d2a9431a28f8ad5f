from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.operations.actions import accept_action, add_action, decline_action, finish_action
from app.operations.factors import add_factor
from app.operations.fields import set_value
from app.operations.ideas import park_idea
from app.operations.reviews import NewReview, add_review, name_services
from guides.stages import stage_checks
from models.rows import ActionItemRow
from models.taxonomy import Category
from models.values import ActionState, DecisionKind, Effect, Fate, IdeaState, Stage, Strength
from views.actions.action_sheet import ActionSheet
from views.actions.card_lines import card_lines
from views.actions.card_model import CardListModel
from views.actions.decision_sheet import DecisionSheet
from views.actions.earlier import EarlierSheet
from views.actions.effect_sheet import EffectSheet
from views.actions.fate_sheet import FateSheet
from views.actions.ideas_sheet import IdeasSheet
from views.actions.page import ActionsPage
from views.actions.wanted_sheet import WantedSheet
from views.ask_sheet import AskSheet
from views.widgets.verdict_card import CARD_ROLE, ActionCard

TODAY = date.today()
LONG_AGO = TODAY - timedelta(days=30)


@pytest.fixture
def page(context, feed, selection, shell, qtbot):
    page = ActionsPage(context, feed, selection, shell.window())
    page.resize(1100, 900)
    page.guide_widget().setParent(shell.window())
    shell.window().show()
    page.show()
    return page


@pytest.fixture
def silent(workspace, review_id):
    return workspace.run(add_factor(review_id, Category.C6, "The tool is silent"))


@pytest.fixture
def restore(workspace, review_id, silent):
    """A ready action of the right size that has rested."""
    text = "Restore the newest dump every night"
    action_id = workspace.run(add_action(review_id, text, LONG_AGO, (silent,), owner="Infra"))
    due = TODAY + timedelta(days=20)
    for column, value in (("due", due), ("done_when", "Seven nights in a row")):
        workspace.run(set_value(ActionItemRow, action_id, column, value))
    return action_id


def sheet_of(shell, kind):
    found = [sheet for sheet in shell.window().findChildren(kind) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def answer(shell, words):
    sheet = sheet_of(shell, AskSheet)
    type_into(sheet.field, words)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def type_into(field, words):
    field.setFocus()
    QTest.keyClicks(field, words)


def press(page, key):
    page._grid.setFocus()
    QTest.keyClick(page._grid, key)


def cards(page):
    model = page._grid.model()
    return [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]


def card(page, title):
    found = (card for card in cards(page) if card.title.startswith(title))
    return next(found, ActionCard("", "", "not there"))


def test_an_empty_review_offers_one_way_on(page):
    assert page._parts.currentIndex() == 1
    assert not page._earlier.isVisible()


def test_n_begins_the_first_action_where_no_card_has_the_keys(page, shell):
    page.first_focus().setFocus()
    QTest.keyClick(page._new, Qt.Key.Key_N)
    assert sheet_of(shell, AskSheet).field.hasFocus()


def test_a_new_action_is_worded_opened_and_filled_in_by_keyboard(page, feed, shell, silent, qtbot):
    press(page, Qt.Key.Key_N)
    answer(shell, "Restore the dump every night")
    sheet = sheet_of(shell, ActionSheet)
    type_into(sheet.form.texts["owner"], "Infra")
    type_into(sheet.form.due.line, "+2w")
    QTest.keyClick(sheet.form.due.line, Qt.Key.Key_Return)
    type_into(sheet.form.effort.line, "2 to 5")
    QTest.keyClick(sheet.form.effort.line, Qt.Key.Key_Return)
    type_into(sheet.form.texts["done_when"], "Seven nights in a row")
    sheet.form.factors.boxes()[silent].click()
    sheet.form.flush()
    qtbot.waitUntil(lambda: card(page, "Restore").factors == "F1")
    (action,) = feed.snapshot.actions
    assert (action.owner, action.due) == ("Infra", TODAY + timedelta(days=14))
    assert (action.effort_low, action.effort_high) == (2, 5)
    assert card(page, "Restore").verdict_words in ("Right size, small effect", "Just right")


def test_an_empty_answer_is_asked_about_and_a_sheet_can_be_left(page, feed, shell):
    press(page, Qt.Key.Key_N)
    sheet = sheet_of(shell, AskSheet)
    sheet._on_keep()
    assert sheet._labelled.question()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert feed.snapshot.actions == ()


def test_what_is_no_day_and_no_effort_stays_as_typed_and_is_asked_about(page, feed, shell, restore):
    page.open_row(restore)
    form = sheet_of(shell, ActionSheet).form
    for field, words in ((form.due, "when we can"), (form.effort, "a while")):
        field.line.selectAll()
        type_into(field.line, words)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
        assert field.line.text() == words
        assert field.question()
    assert feed.snapshot.actions[0].due == TODAY + timedelta(days=20)


def test_a_rested_action_is_accepted_with_a_key_and_that_is_undone(
    page, feed, workspace, restore, qtbot
):
    qtbot.waitUntil(lambda: card(page, "Restore").verb == "Accept")
    press(page, Qt.Key.Key_A)
    assert feed.snapshot.actions[0].state is ActionState.ACCEPTED
    qtbot.waitUntil(lambda: card(page, "Restore").state == "accepted")
    workspace.undo()
    qtbot.waitUntil(lambda: card(page, "Restore").verb == "Accept")
    workspace.redo()
    qtbot.waitUntil(lambda: card(page, "Restore").state == "accepted")


def test_an_idea_that_still_soaks_is_accepted_only_with_a_reason(
    page, feed, workspace, shell, restore, qtbot
):
    workspace.run(set_value(ActionItemRow, restore, "soak_from", TODAY))
    qtbot.waitUntil(lambda: card(page, "Restore").state.startswith("soaks until"))
    press(page, Qt.Key.Key_A)
    assert feed.snapshot.actions[0].state is ActionState.SOAKING
    answer(shell, "the disk is full today")
    assert feed.snapshot.actions[0].state is ActionState.ACCEPTED
    page.open_row(restore)
    assert "the disk is full today" in sheet_of(shell, ActionSheet)._aside.text()


def test_a_declined_action_stays_in_sight_with_its_reason(page, feed, shell, restore, qtbot):
    press(page, Qt.Key.Key_D)
    answer(shell, "closes one road only")
    qtbot.waitUntil(lambda: card(page, "Restore").verdict_words == "Declined")
    assert "closes one road only" in card(page, "Restore").reason
    page._grid.verb_asked.emit(page._grid.currentIndex())
    assert feed.snapshot.actions[0].state is ActionState.CANDIDATE


def test_a_slice_is_cut_and_the_rest_stays_as_an_initiative(
    page, feed, workspace, shell, restore, qtbot
):
    workspace.run(set_value(ActionItemRow, restore, "teams_involved", 5))
    qtbot.waitUntil(lambda: card(page, "Restore the").verb == "Cut a slice")
    page._grid.verb_asked.emit(page._grid.currentIndex())
    answer(shell, "Restore one table every night")
    assert sheet_of(shell, ActionSheet)
    qtbot.waitUntil(lambda: len(cards(page)) == 2)
    assert card(page, "Restore the").state == "initiative"
    assert feed.snapshot.actions[1].parent_id == restore


def test_a_verdict_is_overruled_with_a_reason(page, workspace, shell, restore, qtbot):
    workspace.run(set_value(ActionItemRow, restore, "teams_involved", 5))
    page.open_row(restore)
    field = sheet_of(shell, ActionSheet).form.texts["verdict_reason"]
    type_into(field, "all five sit in one room")
    field.flush()
    qtbot.waitUntil(lambda: "all five sit in one room" in card(page, "Restore").reason)
    assert card(page, "Restore").verb == "Accept"


def test_the_guess_of_the_strength_is_shown_and_can_be_overruled(page, feed, shell, restore, qtbot):
    page.open_row(restore)
    choice = sheet_of(shell, ActionSheet).form.strength
    assert choice.currentText() == "From its words: intermediate"
    choice.chosen.emit("strong")
    assert feed.snapshot.actions[0].strength is Strength.STRONG


def test_a_promise_past_its_date_is_a_question(page, feed, workspace, shell, restore, qtbot):
    workspace.run(accept_action(restore, LONG_AGO))
    workspace.run(set_value(ActionItemRow, restore, "due", TODAY - timedelta(days=3)))
    qtbot.waitUntil(lambda: card(page, "Restore").verb == "Still wanted?")
    page._grid.verb_asked.emit(page._grid.currentIndex())
    sheet = sheet_of(shell, WantedSheet)
    QTest.keyClick(sheet, Qt.Key.Key_3)
    answer(shell, "nobody asks for it any more")
    assert feed.snapshot.actions[0].state is ActionState.DROPPED


def test_done_is_asked_about_a_month_later(page, feed, workspace, shell, restore, qtbot):
    workspace.run(accept_action(restore, LONG_AGO))
    workspace.run(finish_action(restore, LONG_AGO))
    qtbot.waitUntil(lambda: card(page, "Restore").verb == "Did it help?")
    page._grid.verb_asked.emit(page._grid.currentIndex())
    sheet = sheet_of(shell, EffectSheet)
    sheet.choice.choose("moved")
    sheet._on_keep()
    assert sheet._labelled.question()
    type_into(sheet.evidence, "two restores since")
    sheet._on_keep()
    action = feed.snapshot.actions[0]
    assert (action.state, action.effect) == (ActionState.CHECKED, Effect.MOVED)


def test_deleting_offers_the_way_back(page, feed, workspace, shell, restore, qtbot):
    press(page, Qt.Key.Key_Delete)
    assert feed.snapshot.actions == ()
    assert shell.said == ["Deleted: Restore the newest dump every night"]
    workspace.undo()
    qtbot.waitUntil(lambda: card(page, "Restore").factors == "F1")


def test_an_open_sheet_leaves_when_its_action_is_undone_away(
    page, workspace, shell, review_id, qtbot
):
    new = workspace.run(add_action(review_id, "Rename the hosts", TODAY))
    page.open_row(new)
    sheet = sheet_of(shell, ActionSheet)
    workspace.undo()
    qtbot.waitUntil(lambda: not shell.window().findChildren(ActionSheet))
    assert sheet is not None


def test_a_parked_idea_is_taken_up_or_left(page, feed, workspace, shell, review_id, qtbot):
    for words in ("A colour for each host", "Faster disks"):
        workspace.run(park_idea(review_id, words, LONG_AGO))
    qtbot.waitUntil(lambda: page._ideas.text() == "From parked ideas, 2")
    page.show_ideas()
    rows = sheet_of(shell, IdeasSheet).rows
    QTest.keyClick(rows, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: rows.rows()[-1].state == "taken up")
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_L)
    states = {idea.text: idea.state for idea in feed.snapshot.parked_ideas}
    assert states == {"A colour for each host": IdeaState.TAKEN_UP, "Faster disks": IdeaState.LEFT}
    assert feed.snapshot.actions[0].text == "A colour for each host"


def test_no_action_is_decided_with_the_same_weight(page, feed, shell, silent, qtbot):
    page._twice.no_action.click()
    answer(shell, "Sign-up stays open")
    sheet = sheet_of(shell, DecisionSheet)
    type_into(sheet.texts["reason"], "blocking took ten minutes")
    type_into(sheet.texts["accepted_by"], "Product")
    type_into(sheet.again.line, "9 Aug 2030")
    sheet.factors.boxes()[silent].click()
    sheet.dismiss()
    decision = feed.snapshot.decisions[0]
    assert (decision.kind, decision.look_again_on) == (DecisionKind.NO_ACTION, date(2030, 8, 9))
    qtbot.waitUntil(lambda: card(page, "Sign-up").owner == "Product")
    shown = card(page, "Sign-up")
    assert (shown.verdict_words, shown.state) == ("No action", "decided")
    assert "ten minutes" in shown.reason
    (line,) = page.guide_widget().lines
    assert "accepted as is" in line.accessibleName()


def test_a_factor_that_no_action_works_on_is_settled_with_a_reason(
    page, feed, shell, silent, qtbot
):
    qtbot.waitUntil(lambda: len(page.guide_widget().lines) == 1)
    line = page.guide_widget().lines[0]
    assert line.accessibleName().startswith("F1, open")
    QTest.keyClick(line, Qt.Key.Key_Return)
    sheet = sheet_of(shell, FateSheet)
    sheet.accept.click()
    assert sheet._labelled.question()
    type_into(sheet.reason, "we know it now")
    sheet.accept.click()
    factor = feed.snapshot.factors[0]
    assert (factor.fate, factor.fate_reason) == (Fate.ACCEPTED, "we know it now")
    qtbot.waitUntil(lambda: "accepted as is" in line.accessibleName())


def test_an_action_for_a_factor_begins_at_its_line(page, feed, shell, silent, qtbot):
    qtbot.waitUntil(lambda: len(page.guide_widget().lines) == 1)
    QTest.keyClick(page.guide_widget().lines[0], Qt.Key.Key_N)
    answer(shell, "Print a line while it waits")
    assert feed.snapshot.action_factors[0].factor_id == silent


def test_earlier_promises_are_looked_at_and_open_in_their_review(
    page, feed, workspace, shell, review_id, qtbot
):
    other = workspace.run(add_review(NewReview("Slow sign-in")))
    for each in (review_id, other):
        workspace.run(name_services(each, ("Database",)))
    promise = workspace.run(add_action(other, "Rehearse a restore", LONG_AGO))
    workspace.run(accept_action(promise, LONG_AGO))
    qtbot.waitUntil(page._earlier.isVisible)
    page._earlier.link.click()
    (row,) = sheet_of(shell, EarlierSheet).rows.rows()
    assert row.title == "Rehearse a restore"
    assert "Slow sign-in" in row.below
    checks = stage_checks(Stage.ACTIONS, feed.snapshot, feed.surroundings)
    assert not next(each for each in checks if each.key == "actions.earlier_promises").is_open
    sheet_of(shell, EarlierSheet).rows.opened.emit(row.key)
    assert shell.gone_to == [(other, "actions")]


def test_the_twice_answer_is_stored_as_it_is_typed(page, feed):
    QTest.keyClicks(page._twice.field, "Not yet")
    page.flush()
    assert feed.snapshot.review.twice_answer == "Not yet"


def test_every_place_a_check_points_at_can_be_brought_into_view(page, feed, shell, restore):
    for result in stage_checks(Stage.ACTIONS, feed.snapshot, feed.surroundings):
        if result.target is not None:
            page.bring_into_view(result.target.row_id or result.target.part)
    (sheet,) = shell.window().findChildren(ActionSheet)
    sheet.focus_part("side_effects")
    assert sheet.form.texts["side_effects"].hasFocus()


def test_the_cards_keep_the_rules_of_item_models(workspace, feed, review_id, restore):
    model = CardListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_lines(card_lines(feed.snapshot, TODAY))
    second = workspace.run(add_action(review_id, "Rename the hosts", TODAY))
    model.show_lines(card_lines(feed.snapshot, TODAY))
    workspace.run(decline_action(restore, "no"))
    model.show_lines(card_lines(feed.snapshot, TODAY))
    assert [model.line(row).row_id for row in range(2)] == [second, restore]
    model.show_lines(())
    assert model.rowCount() == 0


def test_a_page_that_is_made_again_shows_the_same(page, shell, restore, qtbot):
    qtbot.waitUntil(lambda: bool(cards(page)))
    again = ActionsPage(page.context, page.feed, page.selection, shell.window())
    assert cards(again) == cards(page)
