from __future__ import annotations

import pytest

from guides.statement_cues import cues, heard_in


@pytest.mark.parametrize(
    ("answer", "key", "ask"),
    [
        ("The graph seemed off to me.", "seemed", "What exactly gave you that impression?"),
        ("It was down by then.", "was", "How did you tell?"),
        ("We went with the restart.", "decided", "What other options were on the table?"),
        ("I knew the replica was idle.", "knew", "How did you come to know that?"),
        ("Of course it was cached.", "obvious", "How obvious is that to the others here?"),
        ("It usually takes a minute.", "usually", "How does that usually go?"),
        ("I assumed it had started.", "assumed", "What was that expectation based on?"),
        (
            "I had seen a leftover directory.",
            "last_time",
            "How did that earlier event steer you?",
        ),
        ("I was tired.", "stress", "What else was going on for you at that time?"),
        ("I paged the database team.", "asked", "What told you it was time?"),
        (
            "We are supposed to wait.",
            "supposed",
            "How does that work on an ordinary day?",
        ),
        ("There was no time.", "no_time", "How much time did you feel you had?"),
        ("I didn\u2019t hear of it.", "news", "How did news travel at that point?"),
        ("I should have looked.", "should_have", "What makes that stand out now?"),
        ("She happened to be there.", "luck", "What would we want to be able to count on there?"),
        ("It was my fault.", "my_fault", "What told you it was fine at that moment?"),
    ],
)
def test_what_was_said_opens_a_follow_up(answer: str, key: str, ask: str):
    assert (key, ask) in {(heard.cue.key, heard.cue.ask) for heard in heard_in(answer)}


def test_words_inside_words_are_not_heard():
    assert heard_in("The unusually odder stranger clockworks") == ()


def test_self_blame_comes_first_and_with_care():
    first, *_ = heard_in("Obviously I messed up, sorry.")
    assert first.cue.care
    assert first.cue.first == "Thank you for saying that. Leave the ending aside for a second."
    assert [cue.key for cue in cues() if cue.care] == ["my_fault"]


def test_a_cue_points_at_its_words():
    answer = "Well, I knew it."
    (heard,) = heard_in(answer)
    assert answer[heard.start : heard.end] == heard.words == "I knew"
