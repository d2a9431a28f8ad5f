from __future__ import annotations

import re

import pytest

from guides.texts import ReadyText, observer_questions, ready_text, redirect_lines


def test_the_opening_says_what_it_is_for():
    script = ready_text(ReadyText.OPENING_SCRIPT)
    assert script.startswith("Welcome.")
    assert "Nobody will be reprimanded for having been involved." in script
    assert script.endswith("Which questions do you have before we start?")


def test_an_invitation_is_filled_in_and_leaves_room_for_what_is_not_known():
    text = ready_text(ReadyText.INVITATION, {"role": "Support lead", "minutes": "60", "date": ""})
    assert "your view as Support lead matters" in text
    assert "about 60 minutes" in text
    assert "On {date} we look together" in text


@pytest.mark.parametrize("text", list(ReadyText))
def test_no_ready_text_blames_or_calls_it_an_interview(text: ReadyText):
    assert not re.search(r"\b(?:interview|mistake|fault|error)\b", ready_text(text), re.I)


def test_there_is_a_line_to_say_for_each_slip():
    lines = {line.key: line.say for line in redirect_lines({"time": "14:05", "role": "Support"})}
    assert len(lines) == 12
    assert lines["hindsight"] == "What could be seen of that at 14:05?"
    assert lines["dominates"] == "Hold that thought; I would like to hear Support first."


def test_an_observer_is_asked_two_questions():
    assert observer_questions() == (
        "Where did the room become quiet?",
        "Which answer did I not wait for?",
    )
