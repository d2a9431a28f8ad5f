"""How far each stage of a review is: what the ring in the rail and in the library shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guides.checks.result import CheckResult, CheckState, Surroundings
from guides.stages import STAGES, StageGuide, stage_checks
from models.snapshot import Snapshot
from models.taxonomy import Category
from models.values import Stage


class Fill(StrEnum):
    """How full the ring of a stage is."""

    EMPTY = "empty"
    PART = "part"
    DONE = "done"
    DONE_WITH_REASON = "done_with_reason"


@dataclass(frozen=True, slots=True)
class StageProgress:
    """How far one stage is."""

    stage: Stage
    fill: Fill
    settled: int
    """Checks that are met or overridden with a reason."""
    total: int
    open_count: int
    """What the rail says behind the name; 0 for an optional stage nobody has begun."""

    @property
    def share(self) -> float:
        """How much of the pie is filled, 0 to 1."""
        if self.fill is Fill.EMPTY or not self.total:
            return 0.0
        return self.settled / self.total

    @property
    def words(self) -> str:
        """What stands behind the name in the rail: `3 open`, or nothing."""
        return f"{self.open_count} open" if self.open_count else ""

    @property
    def spoken(self) -> str:
        """The state for a screen reader, without the name of the stage."""
        said = {
            Fill.EMPTY: "not begun",
            Fill.PART: f"{self.settled} of {self.total} checks settled",
            Fill.DONE: "done",
            Fill.DONE_WITH_REASON: "done, with a reason",
        }
        return said[self.fill]


def progress(snapshot: Snapshot, around: Surroundings | None = None) -> tuple[StageProgress, ...]:
    """Return how far each of the eight stages is, in their order."""
    return tuple(
        stage_progress(guide, snapshot, stage_checks(guide.stage, snapshot, around))
        for guide in STAGES
    )


def stage_progress(
    guide: StageGuide, snapshot: Snapshot, results: Sequence[CheckResult]
) -> StageProgress:
    """Return how far a stage is from what its checks say."""
    begun = _BEGUN[guide.stage](snapshot)
    open_ones = sum(result.is_open for result in results)
    settled = len(results) - open_ones
    reasons = any(result.state is CheckState.WITH_REASON for result in results)
    if results and not open_ones:
        fill = Fill.DONE_WITH_REASON if reasons else Fill.DONE
    else:
        fill = Fill.PART if begun or reasons else Fill.EMPTY
    shown = 0 if guide.optional and not begun else open_ones
    return StageProgress(guide.stage, fill, settled, len(results), shown)


def _prepare_begun(snapshot: Snapshot) -> bool:
    review = snapshot.review
    texts = (review.agenda, review.opening_script, review.leadership_statement)
    return bool(snapshot.participants or review.meeting_at or any(map(str.strip, texts)))


def _gather_begun(snapshot: Snapshot) -> bool:
    rows = (snapshot.sources, snapshot.change_findings, snapshot.impacts)
    return bool(any(rows) or snapshot.record_count or snapshot.review.detection)


def _factors_begun(snapshot: Snapshot) -> bool:
    categories = {category.value for category in Category}
    return bool(snapshot.factors) or any(look.subject in categories for look in snapshot.looks)


def _actions_begun(snapshot: Snapshot) -> bool:
    decided = snapshot.actions or snapshot.decisions
    return bool(decided or snapshot.review.twice_answer.strip())


def _share_begun(snapshot: Snapshot) -> bool:
    return bool(snapshot.shares or snapshot.summary_blocks or snapshot.review.top_insight.strip())


def _reflect_begun(snapshot: Snapshot) -> bool:
    return bool(snapshot.process_changes or any(row.count for row in snapshot.feedback))


_BEGUN: dict[Stage, Callable[[Snapshot], bool]] = {
    Stage.PREPARE: _prepare_begun,
    Stage.GATHER: _gather_begun,
    Stage.TIMELINE: lambda snapshot: bool(snapshot.events),
    Stage.EXPLORE: lambda snapshot: bool(snapshot.questions),
    Stage.FACTORS: _factors_begun,
    Stage.ACTIONS: _actions_begun,
    Stage.SHARE: _share_begun,
    Stage.REFLECT: _reflect_begun,
}
