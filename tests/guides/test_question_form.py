from __future__ import annotations

import pytest

from guides.question_form import FormKind, is_closed, look_at_question

REWRITTEN = [
    (
        "When did you discover that the service was down?",
        "How did it first come to your attention that something was off?",
    ),
    ("Did you check the logs?", "What did you look at first?"),
    (
        "Why did you restart the primary?",
        "What were you seeing when a restart became the thing to try?",
    ),
    (
        "Why didn\u2019t you escalate earlier?",
        "How does one usually tell here that it is time to call someone?",
    ),
    ("Who approved the change?", "How does a change like this travel from idea to production?"),
    ("Was the alert too noisy?", "How does a usual day with this alert go?"),
    (
        "You knew the replica was behind, right?",
        "What did you know about the replica at that point?",
    ),
    (
        "Don't you think the runbook is out of date?",
        "How did the runbook help or hinder at this step?",
    ),
    ("What could you have done differently?", "What options did you see at that moment?"),
    ("How could this have been prevented?", "What usually keeps this from happening?"),
    ("What was your mistake?", "What did you expect to happen when you ran it?"),
    (
        "When did you realise you had broken it?",
        "What was the first sign that things were not going as expected?",
    ),
    ("What were you thinking?", "What was on your mind just then?"),
    ("How did nobody notice for an hour?", "What did that hour look like from each seat?"),
    ("Was it the deploy or the config?", "What possibilities were you holding at that point?"),
    ("Did support inform the customers in time?", "What did customers hear from us?"),
    ("Isn't it true that the tests were skipped?", "What did testing look like for this change?"),
    ("Should we have had a canary?", "What told you that the change was good to go?"),
    (
        "Why is your team always so slow to answer?",
        "What does it take for your team to pick up a page?",
    ),
    ("Was the vendor at fault?", "What did the vendor's side of the story look like?"),
    ("Did the rollback fail because you rushed?", "How did the rollback go?"),
    ("Who should own this service?", "How did this service come to be run the way it is?"),
    ("Do you agree that it was human error?", "What made that step easy to take?"),
]


@pytest.mark.parametrize(("typed", "offered"), REWRITTEN)
def test_a_typed_question_is_offered_an_open_one(typed: str, offered: str):
    found = look_at_question(typed)
    assert found is not None
    assert found.offer == offered
    assert found.reason.endswith(".")


@pytest.mark.parametrize(("_typed", "offered"), REWRITTEN)
def test_what_is_offered_needs_no_rewrite_itself(_typed: str, offered: str):
    assert look_at_question(offered) is None


@pytest.mark.parametrize(
    "typed",
    [
        "How did you discover that something was broken?",
        "Why did the query take so long?",
        "Can you walk me through the first ten minutes?",
        "Could you describe what was on your screens?",
        "Would you tell us how handover usually goes?",
        "How would you explain the alert to someone new?",
        "When you joined, what did you see?",
        "What else was going on at that time?",
        "Wh",
        "",
    ],
)
def test_an_open_question_is_left_alone(typed: str):
    assert look_at_question(typed) is None


def test_two_questions_in_one_are_split():
    found = look_at_question("What did you see and what did you do and whom did you tell?")
    assert found is not None
    assert (found.kind, found.offer, found.then) == (
        FormKind.STACKED,
        "What did you see?",
        "What did you do?",
    )


def test_a_long_question_is_only_pointed_at():
    found = look_at_question("What " + "very " * 20 + "long thing was that?")
    assert found is not None
    assert (found.kind, found.offer) == (FormKind.LONG, "")


def test_closed_questions_are_told_from_long_and_stacked_ones():
    assert is_closed("Did anyone else see the graph?")
    assert is_closed("How long did it take?")
    assert not is_closed("What did you see and what did you do?")
    assert not is_closed("How did that go?")
