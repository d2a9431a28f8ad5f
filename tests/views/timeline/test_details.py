from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.operations.accounts import NewAccount, add_account
from app.operations.fields import set_value
from app.operations.sources import NewSource, add_source
from models.queries.load import row
from models.rows import AccountRow, NoteRow, ParticipantRow, ReviewRow
from models.values import Mark, Precision, Privacy, RecordKind
from tests.views.timeline.seen import details, press, spoken, stored, write
from views.timeline.account_sheet import AccountSheet
from views.timeline.agreement_sheet import AgreementSheet
from views.timeline.menus import event_menu, source_menu
from views.widgets.accounts import AccountColumns
from views.widgets.text import Text


@pytest.fixture
def sheet(page, story, selection):
    """The details of the decision, shown."""
    selection.choose_event(story[2])
    QApplication.processEvents()
    return page.details.sheet


def words(widget):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [text.text() for text in widget.findChildren(Text) if text.text()]


def sheets(shell, kind):
    return [sheet for sheet in shell.window().findChildren(kind) if sheet.isVisible()]


def labels(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_the_time_is_told_in_the_zone_and_on_the_clock_of_the_person(page, sheet, workspace):
    assert sheet.time.time.text() == "~14:12"
    said = " ".join(words(sheet.time))
    assert "UTC, 3 Mar" in said
    assert "03:12 for the On-call engineer in Auckland" in said
    workspace.run(set_value(ReviewRow, page.review_id, "zone", "Europe/Amsterdam"))
    assert page.details.sheet.time.time.text() == "~15:12"
    assert "14:12 UTC" in " ".join(words(page.details.sheet.time))


def test_the_facts_say_kind_lane_person_and_what_is_missing(sheet):
    assert sheet.facts() == [
        "Decision",
        "On-call engineer",
        "On-call engineer",
        "No source",
        "Time: about",
        "Mark",
    ]


def test_a_decision_is_seen_from_inside_in_four_fields(page, sheet):
    for quiet, text in zip(sheet.inside, ("a", "b", "c", "d"), strict=True):
        write(quiet.field, text)
    page.flush()
    event = details(page).event
    inside = (event.known_then, event.expected_next, event.unclear_then, event.pressing)
    assert inside == ("a", "b", "c", "d")


def test_the_four_fields_are_there_for_decisions_alone(page, sheet, story, selection):
    assert sheet.inside[0].isVisible()
    selection.choose_event(story[1])
    QApplication.processEvents()
    assert not page.details.sheet.inside[0].isVisible()
    page.doing.toggle_decision()
    assert page.details.sheet.inside[0].isVisible()


def test_what_is_being_typed_is_kept_when_another_event_is_chosen(page, sheet, story, selection):
    write(sheet.detail.field, "It took five minutes")
    selection.choose_event(story[0])
    selection.choose_event(story[2])
    assert details(page).event.detail == "It took five minutes"
    assert page.details.sheet.detail.field.text() == "It took five minutes"


def test_a_title_typed_in_the_details_shows_in_the_list(page, sheet):
    sheet.title.field.setPlainText("Takes the index back")
    page.flush()
    assert "Takes the index back" in spoken(page)[3]


def test_a_time_is_edited_in_words(page, sheet, selection):
    press(page, Qt.Key.Key_T)
    line = sheet.time.line
    line.selectAll()
    QTest.keyClicks(line, "14:20-14:25")
    QTest.keyClick(line, Qt.Key.Key_Return)
    event = details(page).event
    assert event.at == datetime(2026, 3, 3, 14, 20, tzinfo=UTC)
    assert event.at_end == datetime(2026, 3, 3, 14, 25, tzinfo=UTC)
    assert event.precision is Precision.EXACT
    assert sheet.time.time.text() == "14:20\u201314:25"


def test_an_earlier_time_stays_on_the_day_of_the_event(page, sheet):
    page.edit_time()
    sheet.time.line.setText("02:00")
    QTest.keyClick(sheet.time.line, Qt.Key.Key_Return)
    assert details(page).event.at == datetime(2026, 3, 3, 2, 0, tzinfo=UTC)


def test_a_text_that_is_no_time_is_asked_about_and_the_time_stays(page, sheet):
    page.edit_time()
    sheet.time.line.setText("after lunch perhaps")
    QTest.keyClick(sheet.time.line, Qt.Key.Key_Return)
    assert sheet.time.question().endswith("Write it like 14:05, 3 Mar 14:05 or +12m.")
    QTest.keyClick(sheet.time.line, Qt.Key.Key_Escape)
    assert not sheet.time.line.isVisible()
    assert details(page).event.at == datetime(2026, 3, 3, 14, 12, tzinfo=UTC)


def test_an_hour_that_never_was_is_asked_about(page, sheet, workspace):
    workspace.run(set_value(ReviewRow, page.review_id, "zone", "Europe/Amsterdam"))
    time = page.details.sheet.time
    page.edit_time()
    time.line.setText("29 Mar 2026 02:30")
    QTest.keyClick(time.line, Qt.Key.Key_Return)
    assert "never showed 02:30" in time.question()
    QTest.mouseClick(time.choices.chips()[0], Qt.MouseButton.LeftButton)
    assert details(page).event.at == datetime(2026, 3, 29, 0, 30, tzinfo=UTC)


def test_a_source_is_chosen_and_the_event_is_no_longer_without(page, sheet, workspace):
    source_id = workspace.run(add_source(page.review_id, NewSource(name="Chat of the team")))
    menu = source_menu(page, page.doing, details(page), page.details.ask_source)
    assert labels(menu)[0] == "Chat of the team"
    menu.actions()[0].trigger()
    assert details(page).event.source_id == source_id
    assert "Chat of the team" in sheet.facts()
    assert "no source" not in spoken(page)[3]


def test_a_new_source_is_named_in_one_step_and_undone_in_one(page, sheet, workspace, feed):
    page.doing.name_source("Shell history", RecordKind.LOG)
    assert "Shell history" in sheet.facts()
    workspace.undo()
    assert "No source" in sheet.facts()
    assert not feed.snapshot.sources


def test_a_makes_an_account_and_opens_it(page, sheet, shell):
    press(page, Qt.Key.Key_A)
    (opened,) = sheets(shell, AccountSheet)
    QApplication.processEvents()
    write(opened.words, "I saw the graph go flat")
    opened.who.setFocus()
    opened.who.setCurrentIndex(1)
    opened.who.activated.emit(1)
    opened.dismiss()
    (account,) = details(page).accounts
    assert account.text == "I saw the graph go flat"
    assert account.participant_id == details(page).people[0].id
    assert account.told_on == date.today()
    assert "One account" in words(sheet)


def test_an_account_left_empty_is_not_kept(page, sheet, shell):
    press(page, Qt.Key.Key_A)
    (opened,) = sheets(shell, AccountSheet)
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert details(page).accounts == ()


def test_accounts_stand_side_by_side_in_the_order_they_were_told(page, sheet, story, workspace):
    for text in ("I had seen it before", "It was new to me"):
        workspace.run(add_account(story[2], NewAccount(text=text, told_how="conversation")))
    columns = sheet.findChild(AccountColumns)
    said = [each for each in words(columns) if each.startswith("\u201c")]
    assert said == ["\u201cI had seen it before\u201d", "\u201cIt was new to me\u201d"]
    assert "Two accounts" in words(sheet)
    assert "2 accounts" in spoken(page)[3]


def opened_account(page, story, workspace, **columns):
    account_id = workspace.run(add_account(story[2], NewAccount(text="Words")))
    for column, value in columns.items():
        workspace.run(set_value(AccountRow, account_id, column, value))
    page.details.open_account(account_id)
    return account_id


def test_a_day_that_cannot_be_read_is_asked_about(page, sheet, story, workspace, shell):
    account_id = opened_account(page, story, workspace)
    (opened,) = sheets(shell, AccountSheet)
    opened.when.setText("some day")
    opened.when.editingFinished.emit()
    assert "Which day was it? Write it like 7 Feb 2017." in words(opened)
    opened.when.setText("5 Mar 2026")
    opened.when.editingFinished.emit()
    assert workspace.read(row, AccountRow, account_id).told_on == date(2026, 3, 5)


def test_off_the_record_is_lifted_with_a_reason_that_is_kept(
    page, sheet, story, workspace, shell, feed
):
    account_id = opened_account(page, story, workspace, privacy=Privacy.OFF_RECORD)
    (opened,) = sheets(shell, AccountSheet)
    place = opened.privacy.findData(Privacy.INTERNAL.value)
    opened.privacy.setCurrentIndex(place)
    opened.privacy.activated.emit(place)
    assert workspace.read(row, AccountRow, account_id).privacy is Privacy.OFF_RECORD
    QTest.keyClicks(opened.reason, "She agreed on Friday")
    QTest.keyClick(opened.reason, Qt.Key.Key_Return)
    assert workspace.read(row, AccountRow, account_id).privacy is Privacy.INTERNAL
    assert "She agreed on Friday" in feed.snapshot.notes[0].text
    assert isinstance(feed.snapshot.notes[0], NoteRow)


def test_a_deleted_account_comes_back_with_undo(page, sheet, story, workspace, shell):
    opened_account(page, story, workspace)
    (opened,) = sheets(shell, AccountSheet)
    opened._on_delete()
    assert details(page).accounts == ()
    assert shell.said[-1] == "Account deleted"
    workspace.undo()
    assert len(details(page).accounts) == 1


def test_the_context_menu_names_what_the_keys_do(page, sheet):
    further = (("Add an account\tA", "do.accounts", page.add_account),)
    menu = event_menu(page, page.context.theme, page.doing, further)
    assert labels(menu) == [
        "Decision point\tK",
        "Add an account\tA",
        "Kind",
        "Marks",
        "Precision",
        "Move up\tAlt+Up",
        "Move down\tAlt+Down",
        "Delete\tDel",
    ]
    marks = next(action.menu() for action in menu.actions() if action.text() == "Marks")
    marks.actions()[1].trigger()
    assert details(page).event.marks == {Mark.CONFUSION}


def test_agreement_and_dissent_are_kept_for_each_person(page, shell, workspace, feed):
    page.ask_agreement()
    (asked,) = sheets(shell, AgreementSheet)
    write(asked.fields[0], "I was called ten minutes earlier")
    asked.dismiss()
    person = feed.snapshot.participants[0]
    assert person.agreement == "I was called ten minutes earlier"
    assert isinstance(person, ParticipantRow)
    assert "1 of 1 views on record" in words(page.guide_widget())


def test_the_phases_come_from_marked_events_and_say_how_sure_they_are(page):
    assert "Start to noticed: about 1 h 5 min" in "\n".join(words(page.guide_widget()))


def test_the_checks_lead_to_the_event_and_to_the_line(page, story, selection):
    page.bring_into_view(story[3])
    assert selection.event_id == story[3]
    page.bring_into_view("capture")
    assert page.list.quick.line.line.hasFocus()


def test_a_hidden_event_is_brought_back_into_view(page, story, selection):
    page.focus_filter()
    page.list.filter.setText("nothing like it")
    page.bring_into_view(story[3])
    assert selection.event_id == story[3]
    assert len(stored(page)) == page.list.model.event_count()


def test_a_deleted_event_leaves_no_details(page, sheet, workspace, selection):
    selection.choose_event(stored(page)[3].id)
    page.doing.delete()
    page.doing.delete()
    page.doing.delete()
    page.doing.delete()
    assert page.details.sheet is None
    assert selection.event_id is None
