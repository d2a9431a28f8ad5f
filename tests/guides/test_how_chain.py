from __future__ import annotations

from guides.how_chain import (
    branch_hint,
    can_become_a_factor,
    chains,
    names_person_or_rule,
    offers,
    rung_title,
    rungs,
    stop_hint,
    walk,
)
from models.rows import AnswerRow, QuestionRow
from models.snapshot import Snapshot
from models.taxonomy import QuestionDepth
from tests.guides.factories import row, sample, snapshot


def answer(text: str = "It waits without a word", **given) -> AnswerRow:
    return row(AnswerRow, **({"question_id": "q"} | given), text=text)


def line_of(rung_count: int) -> Snapshot:
    asked = [row(QuestionRow, event_id="e")]
    said = [answer(question_id=asked[0].id)]
    for rung in range(1, rung_count + 1):
        asked.append(row(QuestionRow, parent_answer_id=said[-1].id, rung=min(rung, 6)))
        said.append(answer(question_id=asked[-1].id))
    return snapshot(questions=tuple(asked), answers=tuple(said))


def test_there_are_six_rungs_with_five_prompts_each():
    assert [rung.title for rung in rungs()] == [
        "Experience",
        "Doing",
        "Sense",
        "Conditions",
        "Normal work",
        "Reach",
    ]
    assert {len(rung.prompts) for rung in rungs()} == {5}
    assert (rung_title(4), rung_title(0)) == ("Conditions", "")


def test_an_answer_is_offered_the_next_rung_and_a_branch():
    asked = row(QuestionRow, rung=4)
    onward, branch = offers(asked, answer())
    assert (onward.rung.title, onward.text) == ("Normal work", "How does this usually go?")
    assert (branch.rung.title, branch.text, branch.branch) == (
        "Conditions",
        "What else had to be true?",
        True,
    )


def test_a_prompt_that_hangs_there_already_is_not_offered_again():
    asked = row(QuestionRow, rung=4)
    onward, _ = offers(asked, answer(), asked=["How does this usually go?"])
    assert onward.text == "What normally catches it?"


def test_the_first_question_has_its_place_on_the_ladder_too():
    open_one = row(QuestionRow, depth=QuestionDepth.OPEN)
    deep_one = row(QuestionRow, depth=QuestionDepth.DEEPEN)
    assert offers(open_one, answer())[0].rung.title == "Doing"
    assert offers(deep_one, answer())[0].rung.title == "Sense"


def test_a_chain_never_stops_at_a_person_or_a_rule():
    asked = row(QuestionRow, rung=1)
    for text in ("The engineer typed it", "It is against the policy", "Ada ran it"):
        assert names_person_or_rule(text, ["Ada"])
        assert offers(asked, answer(text), names=["Ada"])[0].rung.title == "Conditions"
    assert offers(asked, answer("The screen was blank"), names=["Ada"])[0].rung.title == "Doing"


def test_the_last_rung_goes_on_at_its_own_height():
    assert offers(row(QuestionRow, rung=6), answer())[0].rung.title == "Reach"


def test_three_rungs_in_one_line_ask_what_else_had_to_be_true():
    (two,), (three,) = chains(line_of(2)), chains(line_of(3))
    assert branch_hint(two) == ""
    assert branch_hint(three) == "One line so far. What else had to be true?"


def test_a_branch_needs_no_hint():
    given = line_of(4)
    branch = row(QuestionRow, parent_answer_id=given.answers[1].id, rung=2, rank=1)
    (root,) = chains(snapshot(questions=(*given.questions, branch), answers=given.answers))
    assert branch_hint(root) == ""


def test_a_chain_can_be_of_any_depth():
    (root,) = chains(line_of(3000))
    assert [depth for depth, _ in walk(root)][-1] == 3000


def test_branches_keep_their_order():
    root = row(QuestionRow, event_id="e")
    said = answer(question_id=root.id)
    rungs_below = [
        row(QuestionRow, parent_answer_id=said.id, rank=rank, text=f"How {rank}?")
        for rank in (2, 0, 1)
    ]
    given = snapshot(questions=(root, *rungs_below), answers=(said,))
    (tree,) = chains(given, "e")
    assert [node.question.text for _, node in walk(tree)][1:] == ["How 0?", "How 1?", "How 2?"]
    assert chains(given, "other") == ()


def test_the_sample_has_a_chain_that_branches():
    trees = chains(sample())
    assert max(depth for tree in trees for depth, _ in walk(tree)) >= 2
    assert sum(1 for tree in trees for _ in walk(tree)) == len(sample().questions)


def test_only_the_upper_rungs_become_factors():
    asked = [row(QuestionRow, rung=rung) for rung in range(7)]
    assert [can_become_a_factor(each) for each in asked] == [False] * 4 + [True] * 3


def test_a_chain_may_rest_where_nothing_new_comes():
    before = answer("It waits, without a word!")
    assert stop_hint(answer(), [before]) == "This was said before. It may be enough."
    assert stop_hint(answer("Nobody here knows"), []) == "Nobody here can know. Make it a gap."
    assert stop_hint(answer("Something new"), [before]) == ""
