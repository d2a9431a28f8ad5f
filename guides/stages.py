"""The eight stages in the order of the rail, what each is for, and its checks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guides.checks import actions, explore, factors, gather, prepare, reflect, share, timeline
from guides.checks.result import Check, CheckResult, CheckState, Surroundings
from models.snapshot import Snapshot
from models.values import Stage


@dataclass(frozen=True, slots=True)
class StageGuide:
    """One stage: how it is called, what happens in it, why it is there, and its checks."""

    stage: Stage
    title: str
    sentence: str
    why: str
    checks: tuple[Check, ...]
    optional: bool = False


STAGES: tuple[StageGuide, ...] = (
    StageGuide(
        Stage.PREPARE,
        "Prepare",
        "Who leads, whom to hear, and when.",
        "People speak freely when they are rested and the one who asks has no stake in the answer.",
        prepare.CHECKS,
    ),
    StageGuide(
        Stage.GATHER,
        "Gather",
        "Everything that was written, shown or said, in one place.",
        "Memory tidies up. What was written at the time keeps the loose ends, and the loose ends"
        " are where the story is.",
        gather.CHECKS,
    ),
    StageGuide(
        Stage.TIMELINE,
        "Timeline",
        "How it unfolded, from every seat.",
        "Told forwards, each step makes sense. Told from the ending, each step looks like a choice"
        " with a label on it.",
        timeline.CHECKS,
    ),
    StageGuide(
        Stage.EXPLORE,
        "Explore",
        "How it looked from inside, one moment at a time.",
        "A decision makes sense with what was known, expected and pressing then. Ask how it was"
        " before asking what it means.",
        explore.CHECKS,
    ),
    StageGuide(
        Stage.FACTORS,
        "Factors",
        "What made it possible, and what held.",
        "One line from beginning to end leaves out most of what had to be true. Several conditions"
        " met; some things held, and they count as much.",
        factors.CHECKS,
    ),
    StageGuide(
        Stage.ACTIONS,
        "Actions",
        "A few, none too small and none too big. None at all is an answer too.",
        "A good action fits into a month or two of planned work and moves a factor. An idea that"
        " waits two days gets better or goes away.",
        actions.CHECKS,
    ),
    StageGuide(
        Stage.SHARE,
        "Share",
        "One story, told for each reader.",
        "What was learned helps only those who hear of it. Sharing is the one step that no review"
        " leaves out.",
        share.CHECKS,
    ),
    StageGuide(
        Stage.REFLECT,
        "Reflect",
        "How this review went, for the sake of the next one.",
        "The way we review is work too, and it gets better the same way: one small change, looked"
        " at again.",
        reflect.CHECKS,
        optional=True,
    ),
)

GUIDE_TO: dict[Stage, StageGuide] = {guide.stage: guide for guide in STAGES}


def stage_checks(
    stage: Stage, snapshot: Snapshot, around: Surroundings | None = None
) -> tuple[CheckResult, ...]:
    """Return what the checks of a stage say; a kept reason settles an open one.

    Keys start with the stage, so that a reason is found by its key: `prepare.date_in_window`.
    """
    around = around or Surroundings()
    found = (check(snapshot, around) for check in GUIDE_TO[stage].checks)
    return tuple(
        _with_reason(stage, replace(result, key=f"{stage}.{result.key}"), snapshot)
        for result in found
        if result is not None
    )


def _with_reason(stage: Stage, result: CheckResult, snapshot: Snapshot) -> CheckResult:
    if not result.is_open or not result.overridable:
        return result
    given = [
        row
        for row in snapshot.check_reasons
        if row.stage is stage and row.check_key == result.key and row.reason.strip()
    ]
    if not given:
        return result
    kept = given[-1]
    return replace(
        result, state=CheckState.WITH_REASON, reason=kept.reason, reason_on=kept.given_on
    )
