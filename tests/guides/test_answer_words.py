from __future__ import annotations

from datetime import UTC, datetime

from guides.answer_forms import FORM_TITLES, way_back
from guides.likely_category import WHERE_NOTHING_TELLS, likely_category
from guides.privacy_words import PRIVACY_SENTENCES, PRIVACY_TITLES
from guides.question_form import look_at_question
from models.rows import AnswerRow, QuestionRow, ReviewRow
from models.snapshot import Snapshot
from models.taxonomy import Category, Probe
from models.values import AnswerForm, Privacy


def test_every_form_and_level_has_words():
    assert set(FORM_TITLES) == set(AnswerForm)
    assert set(PRIVACY_TITLES) == set(PRIVACY_SENTENCES) == set(Privacy)


def test_an_explanation_and_an_opinion_are_led_back_with_an_open_question():
    assert way_back(AnswerForm.DESCRIPTION) == ""
    for form in (AnswerForm.EXPLANATION, AnswerForm.OPINION):
        assert way_back(form).endswith("?")
        assert look_at_question(way_back(form)) is None


def test_a_rung_takes_the_category_its_chain_leads_to():
    root = QuestionRow(id="q", review_id="r", text="What did it show?", probe=Probe.TOOLS)
    answer = AnswerRow(id="a", review_id="r", question_id="q", text="Nothing.")
    rung = QuestionRow(id="q2", review_id="r", text="How so?", parent_answer_id="a", rung=4)
    snapshot = Snapshot(
        level=Privacy.PRIVATE,
        review=ReviewRow(
            id="r", title="Checkout down", created_at=datetime(2017, 2, 1, tzinfo=UTC)
        ),
        questions=(root, rung),
        answers=(answer,),
    )
    assert likely_category(snapshot, rung) is Category.C6
    bare = QuestionRow(id="q3", review_id="r", text="And then?")
    assert likely_category(snapshot, bare) is WHERE_NOTHING_TELLS
