"""The checks of Gather: something to work from, what had changed, impact and detection."""

from __future__ import annotations

from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from guides.looks import LANE_TITLES, lane_looks
from models.phrases import counted, listed, sentence_case
from models.snapshot import Snapshot
from models.values import Detection, LookState, SourceState, Stage


def there_is_something_to_work_from(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """G02: at least one source is at hand."""
    key = "sources"
    at_hand = sum(source.state is SourceState.HAVE for source in snapshot.sources)
    if at_hand:
        return met(key, f"{sentence_case(counted(at_hand, 'source'))} at hand")
    return still_open(
        key, "No source is at hand yet", "Drop or paste something", Target(Stage.GATHER, "drop")
    )


def what_had_changed_was_asked(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """G03: no lane of "what had changed?" is left unlooked at."""
    key, looks = "change_lanes", lane_looks(snapshot)
    waiting = [lane for lane, state in looks.items() if state is LookState.NOT_LOOKED]
    if not waiting:
        return met(key, "What had changed was asked in every lane")
    titles = [LANE_TITLES[lane] for lane in waiting]
    words = sentence_case(listed(title.lower() for title in titles))
    return still_open(
        key,
        f"{words}: nobody has looked yet",
        f"Ask what had changed: {titles[0].lower()}",
        Target(Stage.GATHER, "change_lanes", waiting[0]),
    )


def impact_is_recorded(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """G06: what it did, to whom."""
    key, target = "impact", Target(Stage.GATHER, "impact")
    if not snapshot.impacts:
        return still_open(key, "No impact is recorded yet", "Say whom it hit, and how", target)
    return met(key, "Impact is recorded")


def detection_is_recorded(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """G07: who noticed first."""
    key, detection = "detection", snapshot.review.detection
    if detection is None:
        target = Target(Stage.GATHER, "detection")
        return still_open(key, "Who noticed first is not recorded", "Say who noticed", target)
    detail = "Customers noticed first" if detection is Detection.CUSTOMER else ""
    return met(key, "Who noticed first is recorded", detail)


CHECKS: tuple[Check, ...] = (
    there_is_something_to_work_from,
    what_had_changed_was_asked,
    impact_is_recorded,
    detection_is_recorded,
)
