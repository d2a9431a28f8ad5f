from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.operations.fields import set_value
from app.operations.people import add_participant
from app.operations.sample import add_sample
from models.rows import ReviewRow
from models.values import Audience, ExportFormat, ReviewState
from views.feed import SnapshotFeed
from views.share.page import SharePage
from views.share.sheets import LeakSheet, ShareSheet, WordsSheet
from views.widgets.text import Text


@pytest.fixture
def page(context, feed, selection, shell, qtbot):
    return shown(SharePage(context, feed, selection, shell.window()), shell)


@pytest.fixture
def sample_page(context, workspace, selection, shell, qtbot):
    sample_id = workspace.run(add_sample())
    workspace.open_review(sample_id)
    feed = SnapshotFeed(workspace, sample_id, workspace)
    return shown(SharePage(context, feed, selection, shell.window()), shell)


def shown(page, shell):
    page.resize(1100, 900)
    shell.window().show()
    page.show()
    return page


def settle(page):
    page._soon.stop()
    page.show_page()


def sheet_of(shell, kind):
    return shell.window().findChildren(kind)[-1]


def words(widget):
    return " ".join(text.text() for text in widget.findChildren(Text))


def test_the_preview_starts_with_the_top_insight(page, workspace, review_id):
    workspace.run(set_value(ReviewRow, review_id, "top_insight", "Nobody owned the way back."))
    settle(page)
    assert "Nobody owned the way back." in page._preview.text()


def test_typing_the_insight_shows_on_the_page(page, feed, qtbot):
    page._settings.insight.setFocus()
    QTest.keyClicks(page._settings.insight, "The tool was silent.")
    page.flush()
    qtbot.waitUntil(lambda: "The tool was silent." in page._preview.text())


def test_names_become_roles_on_the_page(page, workspace, review_id):
    engineer = add_participant(review_id, "Database engineer", name="Ines Calder")
    workspace.run(engineer)
    workspace.run(set_value(ReviewRow, review_id, "top_insight", "Ines Calder saw it first."))
    settle(page)
    assert "Ines" not in page._preview.text()
    assert "The database engineer saw it first" in page._preview.text()


def test_names_are_shown_only_with_a_reason(page, workspace, review_id, shell):
    workspace.run(add_participant(review_id, "Database engineer", name="Ines Calder"))
    workspace.run(set_value(ReviewRow, review_id, "top_insight", "Ines Calder saw it first."))
    page._settings._naming.chosen.emit("names")
    sheet = sheet_of(shell, WordsSheet)
    sheet.field.setPlainText("the team asked to be named")
    sheet._on_kept()
    settle(page)
    assert "Ines Calder saw it first." in page._preview.text()


def test_an_own_paragraph_stays_when_the_summary_is_made_anew(sample_page, shell, workspace):
    page = sample_page
    page.toggle_tools()
    keys = [b.key for b in page._prepared.composed.document.blocks]
    page._on_link(f"add:{keys[1]}")
    sheet = sheet_of(shell, WordsSheet)
    sheet.field.setPlainText("We are sorry for the night it cost you.")
    sheet._on_kept()
    workspace.run(set_value(ReviewRow, page.review_id, "top_insight", "Another insight."))
    settle(page)
    assert "We are sorry for the night it cost you." in page._preview.text()
    workspace.undo()
    workspace.undo()
    settle(page)
    assert "We are sorry" not in page._preview.text()


def test_a_block_can_be_reworded_left_out_and_brought_back(sample_page, shell):
    page = sample_page
    claim = next(b for b in page._prepared.composed.document.blocks if b.key.startswith("claim"))
    said = page._said(claim.key)
    page._on_link(f"hide:{claim.key}")
    settle(page)
    assert said not in page._preview.text()
    page.bring_back()
    settle(page)
    assert said in page._preview.text()
    page._on_link(f"reword:{claim.key}")
    sheet = sheet_of(shell, WordsSheet)
    sheet.field.setPlainText("In our own words.")
    sheet._on_kept()
    settle(page)
    assert "In our own words." in page._preview.text()
    page._on_link(f"back:{claim.key}")
    settle(page)
    assert said in page._preview.text()


def test_a_word_file_is_written_and_the_share_recorded(sample_page, shell, tmp_path, qtbot):
    page = sample_page
    path = tmp_path / "leadership.docx"
    page.write_to(ExportFormat.DOCX, path)
    qtbot.waitUntil(lambda: bool(shell.window().findChildren(ShareSheet)), timeout=20000)
    with zipfile.ZipFile(path) as written:
        assert "word/document.xml" in written.namelist()
    before = len(page.feed.snapshot.shares)
    sheet = sheet_of(shell, ShareSheet)
    sheet.to_whom.setFocus()
    QTest.keyClicks(sheet.to_whom, "Leadership round")
    QTest.keyClick(sheet.to_whom, Qt.Key.Key_Return)
    shares = page.feed.snapshot.shares
    assert len(shares) == before + 1
    assert shares[-1].file_name == "leadership.docx"
    assert shares[-1].file_hash


def test_a_share_needs_a_reader(page, shell):
    page.record()
    sheet = sheet_of(shell, ShareSheet)
    sheet._on_recorded()
    assert "Who got it?" in sheet._to_whom_field.question()
    assert page.feed.snapshot.shares == ()


def test_a_folder_that_is_gone_is_said_in_one_sentence(sample_page, shell, tmp_path, qtbot):
    sample_page.write_to(ExportFormat.MD, tmp_path / "gone" / "page.md")
    qtbot.waitUntil(lambda: bool(shell.said), timeout=20000)
    assert "gone" in shell.said[-1]


def test_what_would_leave_is_shown_before_a_file_is_written(page, shell, workspace, review_id):
    link = "Reach it at https://intranet.example.org/status"
    workspace.run(set_value(ReviewRow, review_id, "top_insight", link))
    page.write_word()
    assert "is a link" in words(sheet_of(shell, LeakSheet))


def test_the_other_reader_is_one_key_away(sample_page):
    sample_page.next_reader()
    assert sample_page._readers.audience() is Audience.ENGINEERING
    assert "how we got here" in sample_page._preview.text()


def test_a_review_closes_with_a_share_and_not_without(page, shell, workspace):
    page.close_it()
    assert "Share it with someone first" in shell.said[-1]
    page.record()
    sheet = sheet_of(shell, ShareSheet)
    sheet.to_whom.setText("Everyone")
    sheet._on_recorded()
    page.close_it()
    assert page.feed.snapshot.review.state is ReviewState.CLOSED
    page.close_it()
    assert page.feed.snapshot.review.state is ReviewState.OPEN


def test_imported_markup_is_shown_as_words(page, workspace, review_id):
    bad = "<img src='file:///etc/hostname'> & <b>bold</b>"
    workspace.run(set_value(ReviewRow, review_id, "top_insight", bad))
    settle(page)
    assert "<b>bold</b>" in page._preview.text()
