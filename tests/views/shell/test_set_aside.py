from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.operations.gaps import add_gap
from app.operations.ideas import park_idea
from app.operations.reviews import NewReview, add_review, delete_review
from models.queries.load import rows
from models.rows import ReviewRow
from models.values import GapState, Stage
from views.shell.rail_items import foot_items
from views.shell.set_aside_sheet import Aside, SetAsideSheet
from views.shell.trash_sheet import TrashSheet
from views.widgets.text import Text


def press(sheet, name):
    (button,) = [b for b in sheet.findChildren(QPushButton) if b.accessibleName() == name]
    button.click()


def said(sheet):
    return [text.text() for text in sheet.findChildren(Text) if not text.isHidden()]


def test_an_idea_is_parked_with_one_key_and_counted_in_the_rail(context, feed, shell):
    sheet = SetAsideSheet(context, feed, Aside.IDEAS)
    sheet.open()
    QTest.keyClicks(sheet.line, "Show the role in the prompt")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert [idea.text for idea in feed.snapshot.parked_ideas] == ["Show the role in the prompt"]
    assert [item.note for item in foot_items(feed.snapshot)] == ["1", ""]
    assert sheet.line.text() == ""


def test_nothing_is_parked_by_an_empty_line(context, feed):
    sheet = SetAsideSheet(context, feed, Aside.IDEAS)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert feed.snapshot.parked_ideas == ()


def test_a_question_nobody_can_answer_is_closed_and_undo_opens_it_again(
    context, feed, workspace, review_id
):
    workspace.run(add_gap(review_id, "When was the last good dump?"))
    sheet = SetAsideSheet(context, feed, Aside.QUESTIONS)
    press(sheet, "Nobody can know: When was the last good dump?")
    assert feed.snapshot.gaps[0].state is GapState.CANNOT_KNOW
    workspace.undo()
    assert feed.snapshot.gaps[0].state is GapState.OPEN


def test_a_line_leads_to_its_stage(context, feed, workspace, review_id, shell):
    idea = workspace.run(park_idea(review_id, "Rename the hosts", date(2026, 3, 3)))
    sheet = SetAsideSheet(context, feed, Aside.IDEAS)
    press(sheet, "Look at: Rename the hosts")
    assert shell.gone_to == [(Stage.ACTIONS, idea)]


def test_the_trash_brings_a_deleted_review_back(context, workspace, shell):
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    workspace.run(delete_review(review_id))
    sheet = TrashSheet(context)
    press(sheet, "Bring back: Checkout down")
    assert [review.id for review in workspace.read(rows, ReviewRow)] == [review_id]
    assert shell.said == ["Brought back"]
    assert "Nothing here." in said(sheet)
