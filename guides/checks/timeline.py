"""The checks of Timeline: evidence, normal work before, silent stretches."""

from __future__ import annotations

from guides.checks.result import Check, CheckResult, Surroundings, Target, met, still_open
from guides.silences import silences
from models.phrases import counted, number, sentence_case, shortened
from models.rows import EventRow
from models.snapshot import Snapshot
from models.values import EventKind, Stage

_ALERTED = (EventKind.ALERT, EventKind.DETECTION, EventKind.CUSTOMER_REPORT)


def every_event_has_a_source(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """T05: each event has a source or a gap."""
    key = "event_sources"
    if not snapshot.events:
        target = Target(Stage.TIMELINE, "capture")
        return still_open(key, "Nothing is on the timeline yet", "Add an event", target)
    bare = events_without_a_source(snapshot)
    if not bare:
        return met(key, "Every event has a source or a gap")
    verb = "has" if len(bare) == 1 else "have"
    return still_open(
        key,
        f"{sentence_case(counted(len(bare), 'event'))} {verb} neither source nor gap",
        "Name a source, or make it a gap",
        Target(Stage.TIMELINE, "event", bare[0].id),
        f"\u201c{shortened(bare[0].title)}\u201d",
    )


def events_without_a_source(snapshot: Snapshot) -> tuple[EventRow, ...]:
    """Return the events that have no source, teller, record, picture, account or gap."""
    backed = {link.event_id for link in snapshot.event_records}
    backed |= {file.event_id for file in snapshot.attachments if file.event_id}
    backed |= {account.event_id for account in snapshot.accounts if account.text.strip()}
    backed |= {gap.event_id for gap in snapshot.gaps if gap.event_id}
    return tuple(
        event
        for event in snapshot.events
        if not event.source_id and not event.told_by_id and event.id not in backed
    )


def the_story_starts_before_the_alert(snapshot: Snapshot, _around: Surroundings) -> CheckResult:
    """T07: at least one event of normal work stands before the first alert."""
    key, target = "before_the_alert", Target(Stage.TIMELINE, "capture")
    if not snapshot.events:
        return still_open(
            key, "The story has no beginning yet", "Add what was normal before", target
        )
    if snapshot.events[0].kind in _ALERTED:
        return still_open(
            key,
            "The story starts with the alert",
            "Add what was normal before",
            target,
            f"\u201c{shortened(snapshot.events[0].title)}\u201d comes first",
        )
    return met(key, "The story starts before the alert")


def silent_stretches_are_asked_about(
    snapshot: Snapshot, around: Surroundings
) -> CheckResult | None:
    """T11: nothing on record for long is either a gap or a question."""
    key, found = "silences", silences(snapshot, around.settings)
    quiet = [silence for silence in found if not silence.asked]
    if not found:
        return None
    if not quiet:
        return met(key, "Silent stretches were asked about")
    longest = max(quiet, key=lambda silence: silence.length)
    stretch = "stretch" if len(quiet) == 1 else "stretches"
    return still_open(
        key,
        f"{sentence_case(number(len(quiet)))} silent {stretch} not asked about",
        "Ask about it",
        Target(Stage.TIMELINE, "silence", longest.before.id),
        f"{longest.words} after \u201c{shortened(longest.before.title)}\u201d",
    )


CHECKS: tuple[Check, ...] = (
    every_event_has_a_source,
    the_story_starts_before_the_alert,
    silent_stretches_are_asked_about,
)
