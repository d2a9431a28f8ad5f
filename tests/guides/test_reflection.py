from __future__ import annotations

from dataclasses import replace

from guides.feedback import CLOSING_QUESTIONS, marks, totals, totals_words
from guides.glossary import read_glossary, unexplained_terms
from guides.mirror import mirror
from guides.rubric import Level, rubric
from guides.settings import MethodSettings
from models.rows import (
    ActionItemRow,
    AnswerRow,
    DecisionRow,
    FeedbackRow,
    QuestionRow,
)
from models.snapshot import Snapshot
from models.values import ActionState
from tests.guides.factories import decision, event, factor, review, row, sample, snapshot

SETTINGS = MethodSettings()


def answers(**counts: int) -> Snapshot:
    rows = tuple(
        row(FeedbackRow, question="again", answer=answer, count=count)
        for answer, count in counts.items()
    )
    return snapshot(feedback=rows)


def level(key: str, given: Snapshot) -> Level:
    return next(area.level for area in rubric(given) if area.key == key)


def test_totals_stay_hidden_below_five_answers():
    again = totals(answers(yes=3, no=1), SETTINGS)[1]
    assert (again.answered, again.counts) == (4, {})
    assert totals_words(again, 9, SETTINGS) == "4 of 9; totals from 5 on"
    assert marks(answers(yes=3, no=1), SETTINGS) == ()


def test_half_would_come_again():
    (reached,) = marks(answers(yes=3, perhaps=2, no=1), SETTINGS)
    assert (reached.count, reached.of, reached.detail) == (3, 6, "Reached. The mark is half.")
    (missed,) = marks(answers(yes=2, perhaps=3), SETTINGS)
    assert missed.detail == "Not yet. The mark is half."


def test_the_sample_answers_the_three_questions():
    found = totals(sample(), SETTINGS)
    assert [each.answered for each in found] == [6, 6, 6]
    assert totals_words(found[0], 9, SETTINGS) == "6 of 9 answered"
    keys = {question.key for question in CLOSING_QUESTIONS}
    assert {each.question for each in sample().feedback} == keys


def test_the_mirror_counts_questions_by_form():
    said = row(AnswerRow, question_id="q")
    given = snapshot(
        questions=(
            row(QuestionRow, id="q", typed_text="Did you look?"),
            row(QuestionRow, text="Did anyone look at the graph?"),
            row(QuestionRow, text="How does this usually go?", parent_answer_id=said.id),
        ),
        answers=(said,),
    )
    found = mirror(given)
    assert found.words == "open 1, how-chain 1, closed 1"
    assert (found.asked, found.rewritten, found.answered) == (3, 1, 1)


def test_the_rubric_has_eight_areas_that_name_their_places():
    found = rubric(sample())
    assert len(found) == len({area.key for area in found}) == 8
    assert {area.level for area in found} <= set(Level)
    assert all(place.row_id for area in found[:7] for place in area.places)


def test_an_empty_review_shows_little_evidence():
    assert {area.level for area in rubric(snapshot())} == {Level.LITTLE}


def test_words_of_blame_are_places_and_quotes_are_not():
    blamed = snapshot(events=(event("The engineer broke the checkout"),))
    assert level("fair_words", blamed) is Level.SOME
    quote = row(AnswerRow, question_id="q", text="The engineer broke the checkout")
    quoted = snapshot(events=(event("The page fires"),), answers=(quote,))
    assert level("fair_words", quoted) is Level.GOOD


def test_what_might_have_been_is_noticed():
    texts = ("It should have paged", "It could have been caught", "If only it had waited")
    given = snapshot(events=tuple(event(text) for text in texts))
    assert level("parallel", given) is Level.LITTLE


def test_decisions_told_from_inside_show_what_made_sense():
    seen = decision(known_then="It prints nothing", expected_next="It starts")
    assert level("sense", snapshot(events=(seen,))) is Level.GOOD
    assert level("sense", snapshot(events=(seen, decision()))) is Level.SOME
    assert level("sense", snapshot(events=(decision(),))) is Level.LITTLE


def test_no_action_with_a_decision_is_good_work_on_conditions():
    decided = snapshot(decisions=(row(DecisionRow),))
    assert level("actions", decided) is Level.GOOD
    loose = row(ActionItemRow, state=ActionState.ACCEPTED)
    assert level("actions", replace(decided, actions=(loose,))) is Level.LITTLE


def test_technical_factors_alone_are_not_the_whole_system():
    assert level("system", snapshot(factors=(factor("C1"), factor("C2")))) is Level.LITTLE
    wide = tuple(factor(category) for category in ("C1", "C6", "C8", "C11"))
    assert level("system", snapshot(factors=wide)) is Level.GOOD


def test_terms_without_a_line_in_the_glossary_are_counted():
    texts = ["The WAL filled up", "WAL again; max_connections too", "At 14:05 UTC"]
    assert unexplained_terms(texts, "") == {"WAL": 2, "max_connections": 1}
    assert unexplained_terms(texts, "WAL: write-ahead log") == {"max_connections": 1}
    assert read_glossary("WAL: write-ahead log\nnothing\n: x") == {"WAL": "write-ahead log"}


def test_a_term_in_the_review_is_asked_for():
    given = snapshot(review=review(top_insight="The WAL filled up"))
    area = next(area for area in rubric(given) if area.key == "clear")
    assert (area.level, area.count, area.places[0].words) == (Level.SOME, "1 term", "once")
