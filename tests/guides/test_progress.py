from __future__ import annotations

from guides.checks.result import CheckState
from guides.progress import Fill, progress
from guides.stages import STAGES, stage_checks
from models.rows import AnswerRow, CheckReasonRow, ProcessChangeRow, QuestionRow, ShareRow
from models.values import Audience, Stage
from tests.guides.factories import decision, review, row, sample, snapshot


def test_the_stages_come_in_the_order_of_the_rail():
    assert [guide.stage for guide in STAGES] == list(Stage)
    assert [guide.stage for guide in STAGES if guide.optional] == [Stage.REFLECT]


def test_nothing_is_begun_in_a_new_review():
    found = progress(snapshot())
    assert {each.fill for each in found} == {Fill.EMPTY}
    assert {each.share for each in found} == {0.0}
    assert {each.spoken for each in found} == {"not begun"}
    assert found[-1].words == ""


def test_a_stage_is_part_done_then_done():
    moment = decision()
    asked = row(QuestionRow, event_id=moment.id)
    answered = row(AnswerRow, question_id=asked.id)
    given = snapshot(events=(moment,), questions=(asked,), answers=(answered,))
    explore = progress(given)[3]
    assert (explore.fill, explore.words) == (Fill.PART, "1 open")
    assert explore.share == 0.5
    assert explore.spoken == "1 of 2 checks settled"
    shared = snapshot(
        review=review(top_insight="Silence looks like failure."),
        shares=(row(ShareRow, audience=Audience.LEADERSHIP),),
    )
    share = progress(shared)[6]
    assert (share.fill, share.words, share.share) == (Fill.DONE, "", 1.0)


def test_a_reason_settles_a_check_and_shows():
    reason = row(CheckReasonRow, stage=Stage.REFLECT, check_key="reflect.three_answers")
    given = snapshot(process_changes=(row(ProcessChangeRow),), check_reasons=(reason,))
    assert progress(given)[-1].fill is Fill.DONE_WITH_REASON


def test_every_open_check_shows_a_way_on():
    for given in (snapshot(), sample()):
        for stage in Stage:
            for result in stage_checks(stage, given):
                assert result.statement
                assert "!" not in result.statement
                if result.is_open:
                    assert result.way_on
                    assert result.target is not None


def test_keys_of_checks_are_one_of_a_kind():
    keys = [result.key for stage in Stage for result in stage_checks(stage, sample())]
    assert len(keys) == len(set(keys))


def test_the_sample_shows_its_stages_nearly_done():
    found = {each.stage: each for each in progress(sample())}
    assert found[Stage.GATHER].fill is Fill.DONE
    assert found[Stage.SHARE].fill in (Fill.DONE, Fill.PART)
    assert Fill.EMPTY not in {each.fill for each in found.values()}


def test_the_reason_kept_in_the_sample_settles_its_check():
    results = {each.key: each for each in stage_checks(Stage.PREPARE, sample())}
    kept = results["prepare.co_facilitator_neutral"]
    assert kept.state is CheckState.WITH_REASON
    assert kept.reason.startswith("Runs the clock only")
