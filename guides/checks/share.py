"""The checks of Share: one share on record, and what every summary starts with."""

from __future__ import annotations

from dataclasses import replace

from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from models.snapshot import Snapshot
from models.values import Audience, Stage


def it_was_shared(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """A11: at least one share is recorded; the only check that no reason overrides."""
    key = "shared"
    if snapshot.shares:
        return replace(met(key, "Shared at least once"), overridable=False)
    target = Target(Stage.SHARE, "record")
    found = still_open(key, "Not shared with anyone yet", "Record a share", target)
    return replace(found, overridable=False)


def the_top_insight_is_written(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """S02: the one sentence that every summary starts with."""
    key = "top_insight"
    if snapshot.review.top_insight.strip():
        return met(key, "The top insight is written")
    target = Target(Stage.SHARE, "top_insight")
    return still_open(key, "No top insight yet", "Say it in one sentence", target)


def customers_text_was_read(snapshot: Snapshot, _around: Surroundings) -> CheckResult | None:
    """S11: a named role has approved the text for customers."""
    key, target = "customers_approved", Target(Stage.SHARE, "approval")
    texts = [row for row in snapshot.summaries if row.audience is Audience.CUSTOMERS]
    if not texts:
        return None
    if texts[0].approved_by.strip():
        return met(key, f"Customer text was read by {texts[0].approved_by.strip()}")
    return still_open(key, "Customer text is a draft", "Ask who approves it", target)


CHECKS: tuple[Check, ...] = (
    it_was_shared,
    the_top_insight_is_written,
    customers_text_was_read,
)
