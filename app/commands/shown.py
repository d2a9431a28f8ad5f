"""Commands that tell what a review holds: show and check."""

from __future__ import annotations

from app.commands.call import Call
from app.commands.reviews import find_review
from app.ledger import Ledger
from app.review_json import SCHEMA, StageChecks, review_to_json
from app.settings import load
from guides.checks.result import CheckResult, CheckState, Surroundings
from guides.closing import before_closing
from guides.kinds import KIND_TITLES
from guides.review_day import review_day
from guides.stages import STAGES, stage_checks
from models.queries.promises import earlier_actions
from models.queries.records import shown_records
from models.queries.snapshots import snapshot
from models.rows import EventRow
from models.snapshot import Snapshot
from models.times.show import day_heading, show_span, zone_place
from models.values import Privacy

SIGNS = {CheckState.OPEN: "[ ]", CheckState.MET: "[x]", CheckState.WITH_REASON: "[r]"}


def show(call: Call) -> None:
    """Print a review: as JSON at the level of its participants, or as a short overview."""
    with call.reading() as ledger:
        review_id = find_review(ledger, call.arguments.review)
        whole = ledger.read(snapshot, review_id, Privacy.PRIVATE)
        shown = ledger.read(snapshot, review_id, Privacy.PARTICIPANTS)
        checks = checks_of(ledger, whole, call)
        records = ledger.read(shown_records, review_id) if call.as_json else ()
    if call.as_json:
        call.tell(review_to_json(shown, records, checks))
    else:
        call.say(*_overview(shown))


def check(call: Call) -> None:
    """Print what each stage says of a review."""
    with call.reading() as ledger:
        review_id = find_review(ledger, call.arguments.review)
        whole = ledger.read(snapshot, review_id, Privacy.PRIVATE)
        checks = checks_of(ledger, whole, call)
    if call.as_json:
        call.tell(_checks_in_full(whole, checks))
    else:
        call.say(*check_lines(whole, checks))


def checks_of(ledger: Ledger, whole: Snapshot, call: Call) -> StageChecks:
    """Return what the checks of each stage say today, within the limits set on this machine."""
    around = Surroundings(
        settings=load(call.paths.settings_file).settings.method,
        today=review_day(whole.review, call.now.date()),
        earlier_actions=ledger.read(earlier_actions, whole.review.id),
    )
    return {guide.stage: stage_checks(guide.stage, whole, around) for guide in STAGES}


def check_lines(whole: Snapshot, checks: StageChecks) -> list[str]:
    """Return the checks for a person: a sign, the statement, and the way on or the reason."""
    lines = [whole.review.title]
    for guide in STAGES:
        lines += ["", f"{guide.title}{' (optional)' if guide.optional else ''}"]
        lines += [line for result in checks[guide.stage] for line in _check_lines(result)]
    first = before_closing(whole)
    return [*lines, "", "Before it can close:" if first else "It can close.", *_bullets(first)]


def _check_lines(result: CheckResult) -> list[str]:
    lines = [f"  {SIGNS[result.state]} {result.statement}"]
    more = f"Reason: {result.reason}" if result.reason else result.detail
    return [*lines, f"      {more}"] if more else lines


def _bullets(sentences: tuple[str, ...]) -> list[str]:
    return [f"  - {sentence}" for sentence in sentences]


def _checks_in_full(whole: Snapshot, checks: StageChecks) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "review": {"id": whole.review.id, "title": whole.review.title},
        "before_closing": list(before_closing(whole)),
        "checks": [
            {
                "stage": stage.value,
                "key": result.key,
                "state": result.state.value,
                "statement": result.statement,
                "detail": result.detail,
                "way_on": result.way_on,
                "reason": result.reason,
                "overridable": result.overridable,
            }
            for stage, results in checks.items()
            for result in results
        ],
    }


def _overview(shown: Snapshot) -> list[str]:
    review = shown.review
    counts = {
        "sources": shown.sources,
        "events": shown.events,
        "accounts": shown.accounts,
        "gaps": shown.gaps,
        "questions": shown.questions,
        "factors": shown.factors,
        "actions": shown.actions,
        "decisions": shown.decisions,
        "shares": shown.shares,
    }
    held = ", ".join(f"{len(found)} {name}" for name, found in counts.items() if found)
    services = ", ".join(service.name for service in shown.services)
    lines = [review.title, f"{review.id}, {review.state.value}"]
    lines += [f"Services: {services}"] if services else []
    lines += [f"Holds: {shown.record_count} records{', ' if held else ''}{held}"]
    return [*lines, *_timeline(shown)]


def _timeline(shown: Snapshot) -> list[str]:
    zone, lines, heading = shown.review.zone, [], ""
    for event in shown.events:
        day = day_heading(event.at, zone) if event.at else "Without a time"
        if day != heading:
            heading = day
            lines += ["", f"{day}, {zone_place(zone)} time" if event.at else day]
        lines.append(_event_line(event, zone))
    return lines


def _event_line(event: EventRow, zone: str) -> str:
    time = show_span(event.at, event.at_end, zone, event.precision)
    lane = f"  @{event.lane}" if event.lane else ""
    marks = "".join(f"  !{mark.value}" for mark in sorted(event.marks))
    return f"  {time:>7}  {event.title}  ({KIND_TITLES[event.kind]}){lane}{marks}"
