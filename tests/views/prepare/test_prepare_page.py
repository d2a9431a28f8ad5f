from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.operations.fields import set_value
from app.operations.people import add_participant
from guides.stages import stage_checks
from models.rows import ReviewRow
from models.values import Duty, Invitation, ReviewDepth, ReviewMode, RoleTag, Stage
from views.prepare.page import PreparePage
from views.prepare.person_sheet import PersonSheet
from views.prepare.seat_sheet import SeatSheet


@pytest.fixture
def page(context, feed, selection, shell, qtbot):
    page = PreparePage(context, feed, selection, shell.window())
    page.resize(1100, 900)
    shell.window().show()
    page.show()
    return page


@pytest.fixture
def engineer(workspace, review_id):
    new = add_participant(review_id, "Database engineer", role_tag=RoleTag.RESPONDER)
    return workspace.run(new)


def type_moment(field, text):
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


def check(feed, key):
    found = stage_checks(Stage.PREPARE, feed.snapshot, feed.surroundings)
    return next((result for result in found if result.key == key), None)


def test_the_title_is_stored_as_it_is_typed(page, feed):
    page._incident.title.selectAll()
    QTest.keyClicks(page._incident.title, "Checkout slow")
    page.flush()
    assert feed.snapshot.review.title == "Checkout slow"


def test_services_are_known_to_the_library_from_then_on(page, feed, workspace):
    page._incident.services.setFocus()
    QTest.keyClicks(page._incident.services, "Checkout, Payments")
    page.flush()
    assert [service.name for service in feed.snapshot.services] == ["Checkout", "Payments"]
    workspace.undo()
    assert feed.snapshot.services == ()


def test_a_facilitator_is_chosen_and_the_one_before_lets_go(
    page, feed, workspace, review_id, qtbot
):
    one = workspace.run(add_participant(review_id, "Quality lead", in_incident=False))
    two = workspace.run(add_participant(review_id, "Platform lead", in_incident=False))
    page._leads.choices[Duty.FACILITATOR].chosen.emit(one)
    page._leads.choices[Duty.FACILITATOR].chosen.emit(two)
    duties = {person.role: person.duty for person in feed.snapshot.participants}
    assert duties == {"Quality lead": None, "Platform lead": Duty.FACILITATOR}


def test_what_ties_a_facilitator_to_the_incident_is_said_below_the_name(
    page, engineer, feed, qtbot
):
    page._leads.choices[Duty.FACILITATOR].chosen.emit(engineer)
    note = page._leads._notes[Duty.FACILITATOR]
    qtbot.waitUntil(lambda: "Was part of the incident" in note.text())


def test_the_bar_says_whether_the_meeting_lies_in_the_window(page, workspace, review_id, qtbot):
    ended = datetime(2026, 3, 3, 18, tzinfo=UTC)
    workspace.run(set_value(ReviewRow, review_id, "ended_at", ended))
    qtbot.waitUntil(lambda: page._when.text() == "No date yet.")
    type_moment(page._meeting, "4 Mar 2026 9:00")
    qtbot.waitUntil(lambda: "before people are rested" in page._when.text())
    type_moment(page._meeting, "6 Mar 2026 14:00")
    qtbot.waitUntil(lambda: "inside the window" in page._when.text())


def test_a_time_that_cannot_be_read_is_asked_about_and_stays(page, feed):
    type_moment(page._meeting, "some day soon")
    assert page._meeting.line.text() == "some day soon"
    assert page._meeting.question()
    assert feed.snapshot.review.meeting_at is None


def test_mode_and_depth_are_chosen_and_undone(page, feed, workspace):
    page._manner._mode.chosen.emit("written")
    page._manner._depth.chosen.emit("deep")
    review = feed.snapshot.review
    assert (review.mode, review.depth) == (ReviewMode.WRITTEN, ReviewDepth.DEEP)
    workspace.undo()
    workspace.undo()
    assert feed.snapshot.review.mode is ReviewMode.MEETING


def test_ticking_signs_changes_the_depth_that_is_suggested(page, qtbot):
    assert "Light suggested" in page._manner._why.text()
    for key in ("interaction", "near_miss", "discussion"):
        page._manner.signs[key].click()
    qtbot.waitUntil(lambda: "Deep suggested" in page._manner._why.text())


def test_the_suggested_agenda_gives_the_walk_at_least_half(page, feed):
    page._manner.use_suggested_agenda()
    assert not check(feed, "prepare.walk_gets_half").is_open


def test_a_missing_seat_is_invited_by_role_or_waived_with_a_reason(page, shell, feed, qtbot):
    page.bring_into_view("product")
    (sheet,) = shell.window().findChildren(SeatSheet)
    QTest.keyClicks(sheet._reason, "no product was touched")
    QTest.keyClick(sheet._reason, Qt.Key.Key_Return)
    (seat,) = feed.snapshot.participants
    assert (seat.invitation, seat.waived_reason) == (Invitation.WAIVED, "no product was touched")
    page.ask_seat("support")
    sheet = shell.window().findChildren(SeatSheet)[-1]
    QTest.keyClicks(sheet._role, "Support lead")
    QTest.keyClick(sheet._role, Qt.Key.Key_Return)
    invited = feed.snapshot.participants[-1]
    assert (invited.role, invited.invitation) == ("Support lead", Invitation.INVITED)


def test_an_empty_seat_sheet_asks_for_one_of_the_two(page, shell):
    page.ask_seat("support")
    (sheet,) = shell.window().findChildren(SeatSheet)
    sheet._on_done()
    assert "one of the two" in sheet._role_field.question()


def test_space_invites_the_person_under_the_keyboard(page, engineer, feed, qtbot):
    qtbot.waitUntil(lambda: bool(page._hearing.rows))
    row = next(row for row in page._hearing.rows if row.line.key == engineer)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert feed.snapshot.participants[0].invitation is Invitation.INVITED


def test_a_person_is_described_in_a_sheet_and_taken_out_with_a_way_back(
    page, engineer, shell, feed, workspace
):
    page.open_person(engineer)
    (sheet,) = shell.window().findChildren(PersonSheet)
    role = sheet._texts[0]
    role.selectAll()
    QTest.keyClicks(role, "Second engineer")
    sheet._team.setFocus()
    QTest.keyClicks(sheet._team, "Infrastructure")
    sheet.dismiss()
    snapshot = feed.snapshot
    assert snapshot.participants[0].role == "Second engineer"
    assert [team.name for team in snapshot.teams] == ["Infrastructure"]
    page.open_person(engineer)
    shell.window().findChildren(PersonSheet)[-1]._on_taken_out()
    assert feed.snapshot.participants == ()
    workspace.undo()
    assert feed.snapshot.participants[0].role == "Second engineer"


def test_the_ready_script_can_be_used_and_changed(page, feed, qtbot):
    page._script.use_ready()
    assert "Nobody will be reprimanded" in feed.snapshot.review.opening_script
    page.guide_widget()._on_script()
    assert QGuiApplication.clipboard().text() == feed.snapshot.review.opening_script


def test_every_place_a_check_points_at_can_be_brought_into_view(page, engineer, feed, shell):
    for result in stage_checks(Stage.PREPARE, feed.snapshot, feed.surroundings):
        if result.target is not None:
            page.bring_into_view(result.target.row_id or result.target.part)


def test_somebody_who_was_added_and_not_described_does_not_stay(page, shell, feed):
    page.add_someone()
    shell.window().findChildren(PersonSheet)[-1].dismiss()
    assert feed.snapshot.participants == ()


def test_the_missing_view_from_outside_asks_for_a_seat(page, shell):
    page.bring_into_view("people")
    assert shell.window().findChildren(SeatSheet)
