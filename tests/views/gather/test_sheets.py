from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.operations.gaps import add_gap
from models.values import Detection, Extent, GapState, ImpactGroup, RecordKind, SourceState
from tests.app.factories import at
from tests.views.gather.conftest import sheet_of
from views.gather.number_field import number_words, read_number
from views.gather.source_details import read_shift, shift_words
from views.widgets.text import Text


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def impact(make_page):
    page = make_page()
    page.open_impact()
    return sheet_of(page)


def test_an_impact_is_a_range_with_unit_times_and_source(impact, source_id, stored, qtbot):
    click(impact._chips.chips()[0])
    (block,) = impact.blocks()
    write(block.words, "Could not pay")
    type_into(block.low, "1,200")
    type_into(block.high, "47k")
    write(block.unit, "customers")
    block.extent.chosen.emit("full")
    block.source.chosen.emit(source_id)
    type_into(block.start.line, "31 Jan 2017 14:02")
    type_into(block.end.line, "31 Jan 2017 15:00")
    impact.flush()
    (row,) = stored().impacts
    assert (row.group, row.text) == (ImpactGroup.CUSTOMERS, "Could not pay")
    assert (row.low, row.high, row.unit) == (1200, 47000, "customers")
    assert (row.extent, row.source_id) == (Extent.FULL, source_id)
    assert (row.started_at, row.ended_at) == (at("14:02"), at("15:00"))


def test_a_number_that_is_none_is_asked_about_and_not_stored(impact, stored):
    click(impact._chips.chips()[0])
    (block,) = impact.blocks()
    type_into(block.low, "many")
    assert "47k" in block.low.accessibleDescription()
    assert block.low.text() == "many"
    assert stored().impacts[0].low is None


def test_a_deleted_impact_comes_back_with_undo(impact, stored, workspace, qtbot):
    click(impact._chips.chips()[4])
    impact.blocks()[0].removed.emit(stored().impacts[0].id)
    assert stored().impacts == ()
    qtbot.waitUntil(lambda: impact.blocks() == [])
    workspace.undo()
    qtbot.waitUntil(lambda: len(impact.blocks()) == 1)


def test_who_noticed_first_and_when_are_kept(impact, stored, qtbot):
    chips = {chip.text(): chip for chip in impact.form.detection.chips()}
    click(chips["A customer"])
    type_into(impact.form.times["started_at"].line, "31 Jan 2017 14:02")
    assert stored().review.detection is Detection.CUSTOMER
    assert stored().review.started_at == at("14:02")
    qtbot.waitUntil(lambda: impact.form._said.text() == "Customers noticed first")
    click(chips["A customer"])
    assert stored().review.detection is None


def test_what_a_severity_means_is_said_in_plain_steps(impact):
    said = [text.text() for text in impact.form.findChildren(Text)]
    assert any("SEV 3: some are hindered, and there is a way around it" in text for text in said)


def test_severity_is_kept_as_agreed_and_as_changed(impact, stored):
    write(impact.form.severity, "SEV 2")
    write(impact.form.changed, "to SEV 1 at 23:10")
    impact.dismiss()
    assert stored().review.severity == "SEV 2"
    assert stored().review.severity_changed == "to SEV 1 at 23:10"


def test_a_gap_gets_an_owner_and_is_closed_with_an_answer(make_page, workspace, stored, qtbot):
    page = make_page()
    gap_id = workspace.run(add_gap(page.review_id, "Who was paged?"))
    qtbot.waitUntil(lambda: page.gaps.texts() == ["Who was paged?"])
    assert page.gaps.rows()[0].note() == "not asked yet"
    click(page.gaps.rows()[0])
    sheet = sheet_of(page)
    write(sheet.editor.owner, "On call")
    click(sheet.editor.close_it)
    assert sheet.editor._answer_field.question() == "What was found out?"
    write(sheet.editor.answer, "The second shift")
    click(sheet.editor.close_it)
    (gap,) = stored().gaps
    assert (gap.id, gap.owner, gap.state) == (gap_id, "On call", GapState.ANSWERED)
    assert gap.answer == "The second shift"
    qtbot.waitUntil(sheet.editor.ask_again.isVisible)
    click(sheet.editor.ask_again)
    assert stored().gaps[0].state is GapState.OPEN


def test_a_gap_may_stay_unknown(make_page, workspace, stored):
    page = make_page()
    workspace.run(add_gap(page.review_id, "What did the screen show?"))
    page.open_gaps()
    click(sheet_of(page).editor.leave_it)
    assert stored().gaps[0].state is GapState.CANNOT_KNOW


def test_gaps_are_added_where_they_are_listed(make_page, stored):
    page = make_page()
    page.open_gaps()
    sheet = sheet_of(page)
    type_into(sheet.line, "When was the last backup?")
    assert [gap.text for gap in stored().gaps] == ["When was the last backup?"]
    assert sheet.editor.question.text() == "When was the last backup?"


def test_the_checklist_keeps_what_is_said_of_each_place(make_page, stored, workspace, qtbot):
    page = make_page()
    page.open_checklist()
    sheet = sheet_of(page)
    assert sheet._note.text() == "11 places not asked yet."
    sheet.segments["logs"]._parts[2].click()
    (source,) = stored().sources
    assert (source.name, source.state) == ("Logs", SourceState.REQUESTED)
    qtbot.waitUntil(lambda: sheet._note.text().startswith("Ten"))
    workspace.undo()
    qtbot.waitUntil(lambda: sheet.segments["logs"].choice() == "")


def test_a_conversation_is_a_source(make_page, stored):
    page = make_page()
    page.add_source()
    sheet = sheet_of(page)
    sheet._on_add()
    assert sheet._name_field.question() == "How is it called?"
    write(sheet.name, "Talk with the on-call engineer")
    write(sheet.giver, "On call")
    QTest.keyClick(sheet.giver, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (source,) = stored().sources
    assert (source.name, source.giver) == ("Talk with the on-call engineer", "On call")
    assert source.checklist_key == "conversations"


def test_a_link_names_its_source(make_page, stored):
    page = make_page()
    page.add_source()
    sheet = sheet_of(page)
    write(sheet.origin, "https://status.example.org/31")
    sheet.kind.choose("other")
    sheet._on_add()
    (source,) = stored().sources
    assert (source.name, source.kind) == ("status.example.org/31", RecordKind.LINK)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("", None), ("1200", 1200), ("1,200", 1200), ("4.5", 4.5), ("47k", 47000), ("2M", 2_000_000)],
)
def test_numbers_are_read_as_people_write_them(typed, number):
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["many", "1-2", "-5", "k"])
def test_other_words_are_no_number(typed):
    with pytest.raises(ValueError, match=typed):
        read_number(typed)


def test_numbers_read_back_as_they_are_written():
    assert [number_words(each) for each in (None, 47000.0, 4.5)] == ["", "47,000", "4.5"]


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("+2 min 30 s", 150), ("-1 h", -3600), ("0", 0), ("", 0), ("90s", 90), ("-00:02:05", -125)],
)
def test_a_shift_is_read_as_people_write_it(typed, seconds):
    assert read_shift(typed) == seconds


@pytest.mark.parametrize("typed", ["a bit", "+", "2"])
def test_other_words_are_no_shift(typed):
    assert read_shift(typed) is None


@pytest.mark.parametrize("seconds", [150, -3600, 0, 3725])
def test_a_shift_reads_back_as_it_is_written(seconds):
    assert read_shift(shift_words(seconds)) == seconds
