from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.backup import Reason, list_backups
from app.operations.fields import set_value
from app.operations.reviews import NewReview, add_review
from app.paths import user_paths
from models.queries.load import rows
from models.rows import ReviewRow
from models.values import Stage
from views.library.new_review_sheet import NewReviewSheet
from views.library.page import LibraryPage
from views.widgets.text import Text


@pytest.fixture
def page(context, shell, qtbot):
    page = LibraryPage(context, shell.window())
    page.resize(1200, 800)
    shell.window().show()
    page.show()
    return page


def listed(page):
    return [page._model.index(row).data() for row in range(page._model.rowCount())]


def words(widget: QWidget):
    return " ".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def answer_sheet(shell, title):
    (sheet,) = shell.window().findChildren(NewReviewSheet)
    sheet._name.setText(title)
    QTest.keyClick(sheet._name, Qt.Key.Key_Return)


def test_an_empty_library_says_how_to_begin(page):
    assert "No reviews yet" in words(page)


def test_a_new_review_is_begun_with_a_title_and_opened(page, shell, workspace):
    page.begin_review()
    answer_sheet(shell, "Checkout slow")
    (review,) = workspace.read(rows, ReviewRow)
    assert review.title == "Checkout slow"
    assert shell.gone_to == [(review.id, "prepare")]


def test_a_review_without_a_title_is_asked_about_and_nothing_is_lost(page, shell, workspace):
    page.begin_review()
    answer_sheet(shell, "  ")
    assert workspace.read(rows, ReviewRow) == ()
    assert "A few words will do" in words(shell.window())


def test_enter_opens_the_review_that_is_chosen(page, shell, workspace):
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    QTest.keyClick(page._list, Qt.Key.Key_Return)
    assert shell.gone_to == [(review_id, "prepare")]


def test_delete_takes_a_review_away_and_undo_brings_it_back(page, shell, workspace):
    workspace.run(add_review(NewReview("Checkout down")))
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    assert listed(page) == []
    assert shell.said == ["Deleted: Checkout down"]
    workspace.undo()
    assert listed(page) == ["Checkout down"]


def test_archived_reviews_are_in_a_view_of_their_own(page, workspace):
    workspace.run(add_review(NewReview("Checkout down")))
    page.archive_chosen()
    assert listed(page) == []
    page._on_view_chosen("archived")
    assert listed(page) == ["Checkout down"]
    page.archive_chosen()
    assert listed(page) == []


def test_a_review_is_used_as_a_template(page, shell, workspace):
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    workspace.run(set_value(ReviewRow, review_id, "agenda", "36|Walk"))
    page.duplicate_chosen()
    answer_sheet(shell, "The next one")
    new = next(r for r in workspace.read(rows, ReviewRow) if r.id != review_id)
    assert (new.title, new.agenda) == ("The next one", "36|Walk")


def test_the_search_finds_a_review_by_the_beginning_of_a_word(page, shell, workspace):
    review_id = workspace.run(add_review(NewReview("Checkout down")))
    page.focus_filter()
    QTest.keyClicks(page._search, "chec")
    QTest.keyClick(page._search, Qt.Key.Key_Return)
    assert shell.gone_to == [(review_id, "prepare")]


def test_a_search_without_a_hit_says_so_and_esc_leads_back(page, workspace):
    workspace.run(add_review(NewReview("Checkout down")))
    QTest.keyClicks(page._search, "zebra")
    page._search.flush()
    assert "No place says this" in words(page)
    QTest.keyClick(page._search, Qt.Key.Key_Escape)
    assert listed(page) == ["Checkout down"]
    assert "No place says this" not in words(page)


def test_the_choice_stays_on_its_review_when_another_is_added(page, workspace):
    workspace.run(add_review(NewReview("One")))
    workspace.run(add_review(NewReview("Two")))
    chosen = page._chosen()
    workspace.run(add_review(NewReview("Three")))
    assert page._chosen() == chosen


def test_a_dropped_file_begins_a_review_that_gathers_it(page, shell, workspace, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "checkout_2026-03-03.md"))])
    assert page.takes(data)
    page.take(data)
    answer_sheet(shell, "Checkout")
    assert shell.gone_to[-1][1] == Stage.GATHER.value
    assert shell.said == ["handed over"]


def test_the_sample_is_one_key_away(page, shell, workspace):
    page.open_sample()
    (review,) = workspace.read(rows, ReviewRow)
    assert review.is_sample
    assert shell.gone_to == [(review.id, "timeline")]


def test_a_backup_is_made_before_a_review_is_deleted(page, workspace):
    workspace.run(add_review(NewReview("Checkout down")))
    page.delete_chosen()
    backups = list_backups(user_paths().backups / workspace.ledger.library_id)
    assert [backup.reason for backup in backups] == [Reason.DELETE]
