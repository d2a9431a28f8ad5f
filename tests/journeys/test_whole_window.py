"""The whole window by keys and clicks: from an empty library to two files, and back by undo."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pytest
from docx import Document

from guides.checks.result import Surroundings
from guides.settings import MethodSettings
from guides.stages import stage_checks
from models.queries.load import rows
from models.queries.records import record_page
from models.queries.snapshots import snapshot
from models.rows import ReviewRow
from models.values import Privacy, Stage
from tests.journeys.story import TITLE
from tests.journeys.walk import (
    begin,
    decide_no_action,
    delete_in_every_stage,
    walk_the_stages,
)

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
LESS = {
    "participants": 2,
    "change_findings": 0,
    "impacts": 0,
    "sources": 1,
    "events": 7,
    "questions": 0,
    "answers": 0,
    "factors": 2,
    "actions": 1,
    "decisions": 1,
    "shares": 1,
}
"""How many of each are left once something of each stage was deleted."""


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
    walk_the_stages(hands, monkeypatch)
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


def type_in_two_bursts(hands, start):
    """Type a title with a pause: both halves are stored, and one step takes them back."""
    hands.press("Ctrl+1")
    steps = start.workspace.undo_stack.count()
    hands.write("Title", "Orders stuck")
    hands.wait(lambda: the_review(start).review.title == "Orders stuck", "the first half")
    hands.type(" for an hour")
    hands.wait(lambda: the_review(start).review.title.endswith("hour"), "the second half")
    assert start.workspace.undo_stack.count() == steps + 1


def story_of(start):
    """Give the whole review and its records, but for the versions, which always rise."""
    told = the_review(start)
    records = start.workspace.read(record_page, told.review.id)
    return without_versions([asdict(told), *(asdict(record) for record in records)])


def without_versions(told):
    if isinstance(told, dict):
        return {key: without_versions(each) for key, each in told.items() if key != "version"}
    if isinstance(told, list | tuple):
        return [without_versions(each) for each in told]
    return told


def press_through(hands, key, stack, goes_on):
    """Press a key until nothing is left to do, turning the stages meanwhile; count the presses."""
    presses = 0
    while goes_on():
        if presses % 5 == 0:
            hands.press(f"Ctrl+{presses // 5 % len(Stage) + 1}")
        before = stack.index()
        hands.press(key)
        assert stack.index() != before, (key, stack.undoText(), hands.place())
        presses += 1
    return presses


@pytest.mark.journey
@pytest.mark.slow
def test_every_step_is_undone_back_to_empty_and_done_again(open_window, tmp_path, monkeypatch):
    hands, start = open_window(tmp_path / "team.secondstory")
    begin(hands)
    empty = story_of(start)
    walk_the_stages(hands, monkeypatch)
    decide_no_action(hands)
    type_in_two_bursts(hands, start)
    delete_in_every_stage(hands)
    hands.wait(lambda: not the_review(start).process_changes[0].text, "no change to the process")
    full, told = story_of(start), the_review(start)
    assert {name: len(getattr(told, name)) for name in LESS} == LESS
    stack = start.workspace.undo_stack
    steps = press_through(hands, "Ctrl+Z", stack, stack.canUndo)
    assert story_of(start) == empty
    assert press_through(hands, "Ctrl+Shift+Z", stack, stack.canRedo) == steps
    assert story_of(start) == full
