from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.operations.factors import add_factor
from app.operations.reflection import ChangePlace, count_answers, write_change
from app.operations.reviews import NewReview, add_review
from guides.feedback import CLOSING_QUESTIONS
from guides.rubric import Place
from guides.stages import stage_checks
from models.queries.load import row
from models.rows import ProcessChangeRow
from models.taxonomy import Category
from models.values import Stage, TrialOutcome
from views.reflect.glossary_sheet import GlossarySheet
from views.reflect.page import ReflectPage
from views.reflect.places import stage_of
from views.reflect.reflect_guide import PlaceLink
from views.reflect.totals_sheet import TotalsSheet

EARLIER = "01920000-0000-7000-8000-000000000001"


@pytest.fixture
def page(context, feed, selection, shell, qtbot):
    page = ReflectPage(context, feed, selection, shell.window())
    page.resize(1100, 900)
    page.guide_widget().setParent(shell.window())
    shell.window().show()
    page.guide_widget().show()
    page.show()
    return page


@pytest.fixture
def tried_before(workspace, review_id):
    """A change to the process that another review wanted to try."""
    other = workspace.run(add_review(NewReview("Slow sign-in")))
    place = ChangePlace(EARLIER, other, date(2026, 1, 5))
    workspace.run(write_change(place, "A round of names at the start"))
    return EARLIER


def sheet_of(shell, kind):
    (sheet,) = [each for each in shell.window().findChildren(kind) if each.isVisible()]
    return sheet


def links_in(guide):
    return [link for link in guide.findChildren(PlaceLink) if link.isVisible()]


def choose_area(page, key):
    areas = page._areas
    for at in range(8):
        areas.setCurrentIndex(areas.model().index(at, 0))
        if areas.area().key == key:
            return
    raise AssertionError(key)


def answer(workspace, review_id, learned=(), again=()):
    for key, counts in (("learned", learned), ("again", again)):
        question = next(each for each in CLOSING_QUESTIONS if each.key == key)
        for words, count in zip(question.answers, counts, strict=False):
            workspace.run(count_answers(review_id, key, words, count))


def test_before_anyone_answered_the_page_says_what_to_do(page):
    assert page._answered.text() == "Ask the three questions; it takes a minute."
    assert not page._mark_row.isVisible()
    page._copy.click()
    assert "Would you come again? (yes, perhaps or no)" in QGuiApplication.clipboard().text()


def test_no_totals_are_shown_below_five_answers(page, workspace, review_id, qtbot):
    answer(workspace, review_id, learned=(2, 1), again=(1, 0))
    qtbot.waitUntil(lambda: "3 of 3; totals from 5 on" in page._answered.text())
    assert page._dots[0].counts() == {}


def test_from_five_answers_on_totals_and_marks_are_shown_in_words(
    page, workspace, review_id, qtbot
):
    answer(workspace, review_id, learned=(4, 1, 1), again=(2, 3, 1))
    qtbot.waitUntil(page._mark_row.isVisible)
    assert page._dots[0].counts() == {"yes": 4, "not sure": 1, "no": 1}
    learned, again = (box.accessibleName() for box in page._marks)
    assert learned == "4 of 6 learned something that changes work. Reached. The mark is one person."
    assert again == "2 of 6 would come again. Not yet. The mark is half."


def test_answers_are_entered_as_numbers_and_undone(page, feed, workspace, shell):
    page._enter.click()
    spin = sheet_of(shell, TotalsSheet).spins["again", "yes"]
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "5")
    assert [(row.answer, row.count) for row in feed.snapshot.feedback] == [("yes", 5)]
    workspace.undo()
    assert feed.snapshot.feedback == ()


def test_hours_are_kept_and_other_words_are_asked_about(page, feed):
    field = page._mirror.hours
    field.setFocus()
    QTest.keyClicks(field, "31 h")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert feed.snapshot.review.hours_spent == 31
    field.selectAll()
    QTest.keyClicks(field, "a lot")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "a lot"
    assert field.accessibleDescription()
    assert feed.snapshot.review.hours_spent == 31


def test_an_area_opens_its_place_with_enter(page, workspace, shell, review_id, qtbot):
    factor = workspace.run(add_factor(review_id, Category.C6, "The tool is silent"))
    page._on_renewed()
    choose_area(page, "system")
    QTest.keyClick(page._areas, Qt.Key.Key_Return)
    assert shell.gone_to == [(Stage.FACTORS, factor)]


def test_the_guide_lists_the_places_of_the_chosen_area(page, workspace, shell, review_id, qtbot):
    for words in ("The tool is silent", "Late and alone"):
        workspace.run(add_factor(review_id, Category.C6, words))
    page._on_renewed()
    choose_area(page, "system")
    qtbot.waitUntil(lambda: len(links_in(page.guide_widget())) == 2)
    links = links_in(page.guide_widget())
    assert [link.place.words for link in links] == ["The tool is silent", "Late and alone"]
    links[1].click()
    assert shell.gone_to == [(Stage.FACTORS, links[1].place.row_id)]


def test_terms_without_a_line_lead_to_the_glossary(page, feed, workspace, shell, review_id):
    workspace.run(add_factor(review_id, Category.C6, "The WAL is short"))
    page._on_renewed()
    choose_area(page, "clear")
    QTest.keyClick(page._areas, Qt.Key.Key_Return)
    sheet = sheet_of(shell, GlossarySheet)
    sheet._on_begin()
    assert sheet.field.text() == "WAL: "
    sheet.field.moveCursor(sheet.field.textCursor().MoveOperation.End)
    QTest.keyClicks(sheet.field, "a log of changes")
    sheet.dismiss()
    assert feed.snapshot.review.glossary == "WAL: a log of changes"


def test_one_change_is_kept_with_ctrl_enter_and_found_again(page, feed, workspace, shell, qtbot):
    field = page._change.field
    field.setFocus()
    QTest.keyClicks(field, "Hear support first")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (change,) = feed.snapshot.process_changes
    assert (change.text, change.outcome) == ("Hear support first", TrialOutcome.TO_TRY)
    assert shell.said == ["Kept. The next review asks whether it helped."]
    again = ReflectPage(page.context, page.feed, page.selection, shell.window())
    assert again._change.field.text() == "Hear support first"
    workspace.undo()
    assert feed.snapshot.process_changes == ()


def test_words_that_were_taken_back_leave_the_check_open(page, feed, workspace):
    field = page._change.field
    QTest.keyClicks(field, "Hear support")
    field.flush()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    page.flush()
    checks = stage_checks(Stage.REFLECT, feed.snapshot, feed.surroundings)
    assert next(each for each in checks if each.key == "reflect.one_change").is_open


def test_the_next_review_asks_whether_the_change_helped(page, tried_before, workspace, qtbot):
    before = page._change.before
    qtbot.waitUntil(before.isVisible)
    assert "Slow sign-in" in before._title.text()
    before.note.setText("everyone spoke in the first minutes")
    before.keep.click()
    change = workspace.read(row, ProcessChangeRow, tried_before)
    assert change.outcome is TrialOutcome.KEPT
    qtbot.waitUntil(lambda: not before.isVisible())
    assert page._change.log().endswith("kept: everyone spoke in the first minutes")
    workspace.undo()
    qtbot.waitUntil(before.isVisible)


def test_a_term_is_no_row_and_leads_nowhere(feed):
    assert stage_of(Place("WAL", "3 times"), feed.snapshot) is None


def test_every_place_a_check_points_at_can_be_brought_into_view(page, feed, shell):
    for result in stage_checks(Stage.REFLECT, feed.snapshot, feed.surroundings):
        page.bring_into_view(result.target.part)
    assert sheet_of(shell, TotalsSheet)


def test_the_guide_has_questions_for_an_observer(page):
    texts = [label.text() for label in page.guide_widget().findChildren(type(page._answered))]
    assert "“Where did the room become quiet?”" in texts
