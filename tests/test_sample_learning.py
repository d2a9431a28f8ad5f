from __future__ import annotations

from collections import Counter

from models.rows import (
    AccountRow,
    ActionFactorRow,
    ActionItemRow,
    AnswerRow,
    DecisionFactorRow,
    DecisionRow,
    EventRow,
    EvidenceRow,
    FactorLinkRow,
    FactorRow,
    LookRow,
    QuestionRow,
    SummaryBlockRow,
)
from models.values import (
    ActionState,
    AnswerForm,
    DecisionKind,
    FactorRole,
    LinkKind,
    Privacy,
    Stance,
)
from tests.sample_rows import every


def test_a_how_chain_branches_and_goes_three_deep():
    question_of = {answer.id: answer.question_id for answer in every(AnswerRow)}
    questions = {question.id: question for question in every(QuestionRow)}

    def depth(question: QuestionRow) -> int:
        parent = question.parent_answer_id
        return 0 if parent is None else 1 + depth(questions[question_of[parent]])

    assert max(depth(question) for question in questions.values()) == 3
    siblings = Counter(q.parent_answer_id for q in questions.values() if q.parent_answer_id)
    assert max(siblings.values()) == 2
    for question in questions.values():
        assert (question.rung > 0) == (question.parent_answer_id is not None)


def test_answers_take_every_form_and_three_became_factors():
    answers = every(AnswerRow)
    assert {answer.form for answer in answers} == set(AnswerForm)
    assert len([answer for answer in answers if answer.factor_id]) == 3
    assert any(answer.privacy is Privacy.OFF_RECORD for answer in answers)


def test_an_open_question_replaced_a_closed_one_and_one_still_waits():
    assert any(question.typed_text for question in every(QuestionRow))
    answered = {answer.question_id for answer in every(AnswerRow)}
    assert [q.id for q in every(QuestionRow) if q.id not in answered] == ["question-prompt"]


def test_one_decision_is_left_to_ask_about():
    asked = {question.event_id for question in every(QuestionRow)}
    silent = [e.id for e in every(EventRow) if e.is_decision and e.id not in asked]
    assert silent == ["event-chosen"]


def test_factors_count_from_one_and_none_stands_without_evidence():
    factors = every(FactorRow)
    codes = [factor.code for factor in factors]
    assert codes == [f"F{n}" for n in range(1, 10)] + ["R1", "R2", "R3"]
    shown = {e.factor_id for e in every(EvidenceRow) if e.stance is Stance.SUPPORTS}
    assert shown == {factor.id for factor in factors}


def test_factors_reach_beyond_technology():
    categories = {factor.category.value for factor in every(FactorRow)}
    assert categories >= {"C7", "C11", "C12"}
    assert {factor.level.value for factor in every(FactorRow) if factor.level} == {
        "technical",
        "work",
        "company",
        "outside",
    }
    assert {factor.role for factor in every(FactorRow)} == set(FactorRole)


def test_each_piece_of_evidence_is_one_thing():
    for evidence in every(EvidenceRow):
        targets = [
            evidence.event_id,
            evidence.answer_id,
            evidence.account_id,
            evidence.record_id,
            evidence.text,
        ]
        assert len([target for target in targets if target]) == 1, evidence.id


def test_a_disputed_factor_keeps_its_dissent_and_what_speaks_against_it():
    (disputed,) = {e.factor_id for e in every(EvidenceRow) if e.stance is Stance.DISPUTES}
    (factor,) = (factor for factor in every(FactorRow) if factor.id == disputed)
    assert factor.dissent


def test_a_factor_statement_stays_short():
    for factor in every(FactorRow):
        assert len(f"{factor.condition} {factor.effect}".split()) <= 30, factor.code


def test_links_show_every_kind_and_have_one_end():
    links = every(FactorLinkRow)
    assert {link.kind for link in links} == set(LinkKind)
    for link in links:
        assert (link.to_factor_id is None) != (link.to_event_id is None), link.id


def test_no_two_factors_lie_on_the_same_place_of_the_picture():
    places = {(factor.x, factor.y) for factor in every(FactorRow)}
    assert len(places) == len(every(FactorRow))


def test_some_categories_hold_nothing_and_some_were_not_looked_at():
    looked = {look.subject for look in every(LookRow)}
    filled = {factor.category.value for factor in every(FactorRow)}
    assert not looked & filled
    everywhere = {f"C{n}" for n in range(1, 13)} | {f"R{n}" for n in range(1, 6)}
    assert everywhere - looked - filled == {"C10", "R4"}


def test_actions_are_in_every_state_that_a_reader_should_see():
    states = {action.state for action in every(ActionItemRow)}
    assert states == set(ActionState) - {ActionState.DOING, ActionState.DONE, ActionState.DROPPED}


def test_accepted_actions_are_ready_and_declined_ones_say_why():
    with_factor = {link.action_id for link in every(ActionFactorRow)}
    for action in every(ActionItemRow):
        if action.state is ActionState.DECLINED:
            assert action.declined_reason
        if action.state in {ActionState.ACCEPTED, ActionState.CHECKED}:
            assert action.owner
            assert action.due
            assert action.done_when
            assert action.side_effects
            assert action.id in with_factor


def test_a_slice_was_cut_from_an_action_that_is_too_big():
    (cut,) = (action for action in every(ActionItemRow) if action.parent_id)
    (big,) = (action for action in every(ActionItemRow) if action.id == cut.parent_id)
    assert big.teams_involved > 3
    assert not big.owner_can_decide


def test_no_action_is_a_decision_with_a_reason_and_a_day_to_look_again():
    (decision,) = (d for d in every(DecisionRow) if d.kind is DecisionKind.NO_ACTION)
    assert all([decision.reason, decision.accepted_by, decision.look_again_on])
    assert [link.factor_id for link in every(DecisionFactorRow)] == ["factor-load"]


def test_summaries_hold_own_paragraphs_a_reworded_block_and_a_hidden_one():
    blocks = every(SummaryBlockRow)
    assert any(block.is_own for block in blocks)
    assert any(block.text and not block.is_own for block in blocks)
    assert any(block.hidden for block in blocks)


def test_only_approved_quotes_are_open_to_internal_readers():
    for said in [*every(AccountRow), *every(AnswerRow)]:
        assert said.quote_approved == (said.privacy is Privacy.INTERNAL), said.id


def test_what_shows_a_factor_can_be_followed_by_internal_readers():
    closed = {s.id for s in [*every(AccountRow), *every(AnswerRow)] if not s.quote_approved}
    for evidence in every(EvidenceRow):
        assert not {evidence.answer_id, evidence.account_id} & closed, evidence.id
