from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from guides.how_chain import rungs
from guides.moment import opening
from guides.pack_files import PackError
from guides.question_bank import questions, read_pack, read_pack_file
from guides.question_form import look_at_question
from guides.statement_cues import cues
from models.taxonomy import Probe
from models.values import EventKind

GOOD = {
    "id": "x1",
    "text": "What did you notice at {time}?",
    "then": "",
    "stage": "explore",
    "events": ["alert", "pivot"],
    "roles": ["*"],
    "probe": "cue",
    "depth": "open",
    "sensitivity": "low",
    "mode": "any",
}


def line(**changed: object) -> str:
    return json.dumps(GOOD | changed)


def test_the_whole_shipped_bank_is_valid():
    bank = questions()
    assert len(bank) == 124
    assert len({question.id for question in bank}) == 124
    assert {question.probe for question in bank} == set(Probe)


def test_every_kind_of_event_but_normal_work_has_a_question_of_its_own():
    tagged = Counter(tag for question in questions() for tag in question.events)
    assert {kind for kind in EventKind if not tagged[kind]} <= {EventKind.NORMAL}


def test_no_question_we_ship_needs_a_rewrite():
    texts = [text for question in questions() for text in (question.text, question.then)]
    texts += [prompt for rung in rungs() for prompt in rung.prompts]
    texts += [text for cue in cues() for text in (cue.ask, cue.other)]
    assert [text for text in texts if text and look_at_question(text)] == []


def test_no_two_questions_for_the_same_event_begin_alike():
    begin = Counter(opening(question.text) for question in questions())
    assert sum(count - 1 for count in begin.values()) <= 3


def test_a_pack_of_ones_own_is_read(tmp_path: Path):
    place = tmp_path / "ours.jsonl"
    place.write_text(line() + "\n\n" + line(id="x2", mode="meeting") + "\n", "utf-8")
    first, second = read_pack_file(place)
    assert (first.slots, first.meeting_only, second.meeting_only) == (("time",), False, True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "ours.jsonl, line 1: this is not JSON"),
        ("[]", "ours.jsonl, line 1: a question is a JSON object with id, text, then"),
        ('{"id": "x"}', "ours.jsonl, line 1: text, then, stage, events, roles, probe"),
        (line(text=" "), "ours.jsonl, line 1: “text” holds no text. Write one."),
        (line(text=7), "ours.jsonl, line 1: “text” holds no text. Write one."),
        (line(probe="guess"), "ours.jsonl, line 1: “guess” is no probe. Use one of assumption, "),
        (line(stage="meeting"), "ours.jsonl, line 1: “meeting” is no stage. Use one of actions, "),
        (line(events="*"), 'ours.jsonl, line 1: “events” is a list, ["*"] for all.'),
        (line(events=["fire"]), "ours.jsonl, line 1: “fire” is no events. Use one of *, alert"),
        (line(mode="room"), "ours.jsonl, line 1: “room” is no mode. Use one of any and meeting."),
        (line(text="What of {x}?"), "ours.jsonl, line 1: no event fills {x}. Use one of time, "),
        (f"{line()}\n{line()}", "ours.jsonl, line 2: the id “x1” is used twice."),
    ],
)
def test_a_line_that_cannot_be_used_is_named(text: str, sentence: str):
    with pytest.raises(PackError) as refused:
        read_pack(text, "ours.jsonl")
    assert refused.value.sentence.startswith(sentence)
    assert "\n" not in refused.value.sentence


def test_a_pack_in_another_encoding_is_named(tmp_path: Path):
    place = tmp_path / "ours.jsonl"
    place.write_bytes("é".encode("latin-1"))
    with pytest.raises(PackError, match=r"ours\.jsonl is not a text file in UTF-8"):
        read_pack_file(place)


def test_a_language_we_do_not_ship_is_said_so():
    with pytest.raises(PackError, match="There is no wording pack questions-xx"):
        questions("xx")
