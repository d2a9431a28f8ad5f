"""The whole window by keys and clicks: from an empty library to two files, and back by undo."""

from __future__ import annotations

from datetime import date

import pytest
from docx import Document

from guides.checks.result import Surroundings
from guides.settings import MethodSettings
from guides.stages import stage_checks
from models.queries.load import rows
from models.queries.snapshots import snapshot
from models.rows import ReviewRow
from models.values import Privacy, Stage
from tests.journeys.story import NOTES, TITLE, write_chat

TOLD = (
    TITLE,
    "An import that nobody sees is watched by nobody.",
    "The calendar import shows nothing while it runs",
    "Two teams each took the other to watch the import",
    "The import can be paused with one switch",
    "Orders were confirmed late (300 to 420 customers)",
    "Orders page answers slowly",
    "The on-call engineer pauses the calendar import",
    "the queue grows by 40 orders a minute",
    "Looks at the queue before the calendar",
    "The queue had been slow twice that week",
    "Show a line for each running import on the orders board",
    "Watching is not what was missing",
    "Who knew that the import was running?",
)
"""What both files say."""
NAMES = ("Jordan", "Bell", "Robin", "Ashe", "Mika", "Roth")
LEFT_OPEN = {
    "prepare.perspectives",
    "explore.coverage",
    "factors.categories",
    "actions.strength",
    "reflect.three_answers",
}
"""Checks of what the journey does not do: all perspectives, all sides, all categories ..."""


def begin(hands):
    hands.press("2")
    hands.wait(lambda: hands.sees("No reviews yet"), "the empty library")
    hands.press("Ctrl+N")
    hands.type("Orders stuck")
    hands.choose("Zone its times are shown in", "UTC")
    hands.click("Begin")
    hands.wait(lambda: hands.sees("Whom to hear"), "Prepare")


def prepare(hands):
    hands.write("Title", TITLE)
    hands.write("Services, with commas", "Orders")
    hands.write("Impact began", "4 Mar 2026 09:50")
    hands.press("Tab")
    hands.write("Impact ended", "4 Mar 2026 10:48")
    hands.press("Tab")
    hands.choose("Facilitator", "Someone")
    hands.write("Role, as readers will see it", "Quality lead")
    hands.write("Name, kept in the library", "Robin Ashe")
    hands.press("Esc")
    hands.press("Ctrl+Shift+A")
    hands.write("Role, as readers will see it", "On-call engineer")
    hands.write("Name, kept in the library", "Jordan Bell")
    hands.click("Done")
    hands.click("Invite On-call engineer")
    hands.do("Use the suggested leadership statement")
    hands.do("Use the suggested agenda")
    hands.click_line("Support,")
    hands.write("Invite, by role", "Support lead")
    hands.press("Return")
    hands.write("Meeting", "6 Mar 2026 10:00")
    hands.press("Tab")
    hands.wait(lambda: hands.sees("The meeting is inside the window."), "the window")


def gather(hands, monkeypatch):
    hands.press("Ctrl+2")
    hands.copy(NOTES)
    hands.press("Ctrl+V")
    hands.wait(lambda: hands.sees("5 of 5 without a time so far"), "the question about the zone")
    hands.choose("Zone the times were written in", "UTC")
    hands.wait(lambda: not hands.sees("5 of 5 without a time so far"), "the answer")
    hands.click("Take in 5")
    hands.wait(lambda: hands.sees("5 records from one source"), "five records")
    hands.press("Ctrl+A", "E")
    hands.wait(lambda: hands.sees("5 are on the timeline."), "five events")
    hands.answer_dialogs(monkeypatch, opens=[write_chat(hands.folder / "chat.zip")])
    hands.press("Ctrl+O")
    hands.wait(lambda: hands.sees("Take in chat.zip"), "the chat")
    hands.click("Take in 3")
    hands.wait(lambda: hands.sees("8 records from two sources"), "eight records")
    hands.pick("Which records", "Not looked at")
    hands.pick("Records", "10:20")
    hands.press("E", "E")
    hands.wait(lambda: hands.sees("7 are on the timeline."), "seven events")
    hands.press("X")
    impact(hands)
    what_had_changed(hands)


def impact(hands):
    hands.press("Ctrl+I")
    hands.click("Add an impact on: Customers")
    hands.type("Orders were confirmed late")
    hands.write("At least", "300")
    hands.write("At most", "420")
    hands.write("Unit", "customers")
    hands.choose("Source", "chat")
    hands.click("Our own alert")
    hands.write("Noticed", "10:02")
    hands.press("Tab", "Esc")


def what_had_changed(hands):
    hands.write("Add what had changed: code", "A delivery calendar with more days")
    hands.press("Return")
    hands.click("Looked, nothing")
    hands.click("Looked, nothing")
    hands.click("Add a gap")
    hands.type("Who knew that the import was running?")
    hands.press("Return")


def timeline(hands):
    hands.press("Ctrl+3", "N")
    hands.type('10:12 @"On-call engineer" Looks at the queue before the calendar')
    hands.press("Return")
    hands.wait(lambda: hands.sees("Looks at the queue before the calendar"), "the event")
    hands.press("Esc", "K")
    hands.write("Known then", "The queue had been slow twice that week")
    hands.write("Expected", "The queue would drain by itself")
    hands.click("Add an account")
    hands.write("Account", "I had the queue open, not the calendar")
    hands.choose("Told by", "On-call engineer")
    hands.press("Esc")
    hands.wait(lambda: hands.sees("One account"), "the account")


def explore(hands):
    hands.press("Ctrl+4", "1")
    hands.type("The dashboard only showed the queue")
    hands.press("Return")
    hands.type("The calendar had no graph of its own")
    hands.press("Return")


def factors(hands):
    hands.press("Ctrl+5")
    factor(hands, "tools and inter", "The calendar import shows nothing while it runs")
    factor(hands, "C8", "Two teams each took the other to watch the import")
    factor(hands, "R1", "The import can be paused with one switch")
    hands.press("L")
    hands.type("F1")
    hands.press("Return")
    hands.settle()
    hands.press("Return")


def factor(hands, category, words):
    hands.press("N")
    hands.type(category)
    hands.press("Return")
    hands.type(words)
    hands.press("Esc", "E")
    hands.type("Looks at")
    hands.press("Return")


def actions(hands):
    hands.press("Ctrl+6")
    hands.write("How well could we live with the same incident a second time?", "Not well yet")
    hands.press("Tab")
    new_action(hands, "Show a line for each running import on the orders board")
    hands.write("Owner", "Orders team")
    hands.write("Due", "+2w")
    hands.press("Tab")
    hands.write("Done when", "The board shows a test import within a minute")
    hands.write("What could this make harder, and for whom?", "One more line on a full board")
    hands.click("F1  The calendar import shows nothing while it runs")
    hands.click("Accept")
    hands.type("It only adds a line to a board")
    hands.press("Ctrl+Return")
    hands.wait(lambda: hands.sees("Begin"), "the accepted action")
    hands.press("Esc")
    new_action(hands, "Train everyone to watch imports")
    hands.press("Esc", "D")
    hands.type("Watching is not what was missing")
    hands.press("Ctrl+Return")
    hands.click("F2, open, Two teams each took the other to watch the import")
    hands.write("Why", "Both teams want to see the board first")
    hands.click("Accept as is")


def new_action(hands, words):
    hands.press("N")
    hands.wait(lambda: hands.sees("What would you do"), "the sheet")
    hands.type(words)
    hands.press("Ctrl+Return")


def share(hands, monkeypatch):
    hands.press("Ctrl+7", "Ctrl+PgDown")
    hands.write("Top insight", "An import that nobody sees is watched by nobody.")
    for key, name in (("Ctrl+Shift+W", "review.docx"), ("Ctrl+Shift+M", "review.md")):
        hands.answer_dialogs(monkeypatch, saves=hands.folder / name)
        hands.press(key)
        hands.wait(lambda: hands.sees("To whom"), "the share sheet")
        hands.write("To whom", "Leadership round")
        hands.press("Return")
        hands.wait(lambda: not hands.sees("To whom"), "the share on record")


def reflect(hands):
    hands.press("Ctrl+8")
    hands.write("One change to how we review", "Ask support before the meeting")
    hands.press("Ctrl+Return")


def words_of(path):
    """Give all that a Word file says, tables included."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def the_review(start):
    (review,) = start.workspace.read(rows, ReviewRow)
    return start.workspace.read(snapshot, review.id, Privacy.PRIVATE)


def open_checks(told):
    around = Surroundings(settings=MethodSettings(), today=date.today(), earlier_actions=())
    found = (check for stage in Stage for check in stage_checks(stage, told, around))
    return {check.key for check in found if check.is_open}


@pytest.mark.journey
@pytest.mark.slow
def test_from_an_empty_library_to_two_exported_files(open_window, tmp_path, monkeypatch):
    hands, start = open_window(tmp_path / "team.secondstory")
    begin(hands)
    prepare(hands)
    gather(hands, monkeypatch)
    timeline(hands)
    explore(hands)
    factors(hands)
    actions(hands)
    share(hands, monkeypatch)
    reflect(hands)
    for said in (words_of(tmp_path / "review.docx"), (tmp_path / "review.md").read_text("utf-8")):
        assert [words for words in TOLD if words not in said] == []
        assert [name for name in NAMES if name in said] == []
    told = the_review(start)
    assert open_checks(told) == LEFT_OPEN
    hands.press("Ctrl+Q")
    assert not hands.window.isVisible()
    hands, start = open_window(tmp_path / "team.secondstory")
    assert the_review(start) == told
    hands.press("Return")
    hands.wait(lambda: hands.sees("One change to how we review"), "the stage it was left at")
    assert hands.sees("Ask support before the meeting")
