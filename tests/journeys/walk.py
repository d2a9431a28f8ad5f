"""The way through the eight stages, by keys and clicks, with what a facilitator writes there."""

from __future__ import annotations

from tests.journeys.story import NOTES, TITLE, write_chat


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


def walk_the_stages(hands, monkeypatch):
    """Fill all eight stages of a review that was just begun."""
    prepare(hands)
    gather(hands, monkeypatch)
    timeline(hands)
    explore(hands)
    factors(hands)
    actions(hands)
    share(hands, monkeypatch)
    reflect(hands)


def decide_no_action(hands):
    hands.press("Ctrl+6", "Ctrl+Shift+D")
    hands.type("The old calendar stays as it is")
    hands.press("Ctrl+Return", "Esc")


def delete_in_every_stage(hands):
    hands.press("Ctrl+1")
    hands.click_line("Support lead,")
    hands.click("Take out")
    hands.press("Ctrl+2")
    hands.click("Delete what had changed")
    hands.press("Ctrl+I")
    hands.click("Delete this impact")
    hands.press("Esc")
    hands.pick("Sources", "chat.zip")
    hands.click("Delete source")
    hands.press("Ctrl+3")
    hands.pick("Events", "10:02")
    hands.press("Del")
    hands.press("Ctrl+4", "Esc", "Esc", "Esc", "Return", "Del")
    hands.press("Ctrl+5", "Del")
    hands.press("Ctrl+6")
    hands.pick("Actions and decisions", "Show a line")
    hands.press("Del", "Ctrl+7")
    hands.click("Take off the record")
    hands.press("Ctrl+8")
    hands.write("One change to how we review", "")
    hands.press("Backspace")
