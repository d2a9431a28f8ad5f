from __future__ import annotations

from guides.coverage import SIDE_OF, Side, coverage_grid
from models.rows import AnswerRow, QuestionRow
from models.taxonomy import Probe
from tests.guides.factories import decision, event, row, sample, snapshot


def test_every_probe_fills_one_side():
    assert set(SIDE_OF) == set(Probe)
    assert set(SIDE_OF.values()) == set(Side)


def test_only_answered_questions_fill_a_side():
    moment = decision()
    heard = row(QuestionRow, event_id=moment.id, probe=Probe.PRESSURE)
    waiting = row(QuestionRow, event_id=moment.id, probe=Probe.GOAL)
    blank = row(AnswerRow, question_id=waiting.id, text="  ")
    given = snapshot(
        events=(event(), moment),
        questions=(heard, waiting),
        answers=(row(AnswerRow, question_id=heard.id), blank),
    )
    (found,) = coverage_grid(given)
    assert found.answered == {Side.PRESSURE: 1}
    assert (found.asked, found.heard, found.words) == (2, 1, "1 of 8")
    assert Side.GOAL in found.empty


def test_a_rung_of_a_how_chain_counts_where_its_root_was_asked():
    moment = decision()
    root = row(QuestionRow, event_id=moment.id, probe=Probe.SENSE)
    said = row(AnswerRow, question_id=root.id)
    rung = row(QuestionRow, parent_answer_id=said.id, probe=Probe.TOOLS, rung=4)
    given = snapshot(
        events=(moment,),
        questions=(root, rung),
        answers=(said, row(AnswerRow, question_id=rung.id)),
    )
    (found,) = coverage_grid(given)
    assert set(found.answered) == {Side.GOAL, Side.TOOLS}


def test_the_sample_has_one_decision_nobody_was_asked_about():
    assert [moment.heard for moment in coverage_grid(sample())].count(0) == 1
