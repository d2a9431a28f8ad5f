"""The engineering report, "how we got here", in the order of method 6.2."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.document import Block, Document, ItemList, ListItem, Paragraph, Run, Runs, words
from exporters.markdown_text import blocks, inline, plain_words
from exporters.summaries.appendix import appendix
from exporters.summaries.decisions import (
    TURNED_DOWN,
    WEIGHED,
    code_order,
    decided_actions,
    decisions_table,
    declined_line,
)
from exporters.summaries.leadership import twice
from exporters.summaries.parts import (
    bullets,
    factor_entry,
    gap_entry,
    heading,
    paragraph,
    properties,
    review_name,
    top_insight,
    why_not_neutral,
)
from exporters.summaries.pictures import has_times, network_figure
from exporters.summaries.sentences import (
    counted,
    impact_sentence,
    lowered,
    sentence,
    when_sentence,
)
from exporters.summaries.story import Story, refs
from exporters.summaries.unfolding import accounts_differ, unfolding
from guides.looks import LANE_TITLES
from guides.network import FactorEnd, endings
from models.phrases import listed
from models.values import ChangeLane, DecisionKind, FactorRole, LookState

_SET_OFF = "What set it off"
_HARD = "What made it hard to handle"
_LEFT = frozenset({FactorEnd.OPEN, FactorEnd.LEFT_OPEN})
_ELSEWHERE = {
    FactorRole.TRIGGER: _SET_OFF,
    FactorRole.DIFFICULTY: _HARD,
}


def engineering(story: Story) -> Document:
    """Return the whole report, 3 to 8 pages."""
    subject = f"{review_name(story)}, how we got here"
    return Document(
        title=plain_words(story.snapshot.review.title),
        header_left=subject,
        header_right=plain_words(story.snapshot.review.title),
        footer="E leads to the timeline, A to answers, Q to open questions, all in this report.",
        blocks=tuple(_blocks(story)),
        properties=properties(story, subject),
        numbered=True,
    )


def _blocks(story: Story) -> Iterator[Block]:
    yield from top_insight(story)
    yield from why_not_neutral(story)
    yield from _in_short(story)
    yield from unfolding(story)
    yield from _set_off(story)
    yield from _contributing(story)
    yield from _difficulties(story)
    yield from _held(story)
    yield from _background(story)
    yield from _decided(story)
    yield from _open(story)
    yield from appendix(story)


def _in_short(story: Story) -> Iterator[Block]:
    yield heading("short", "In short")
    lines: list[Runs] = [words(when_sentence(story))]
    meant: list[Run] = []
    for impact in story.impacts:
        meant += [Run(" ")] if meant else []
        meant += impact_sentence(impact)
    lines.append(tuple(meant) or words("What it did to whom is not recorded yet."))
    lines += [_count_line(story), _held_line(story), words(_decided_line(story))]
    items = tuple(ListItem(runs=line) for line in lines if line)
    yield ItemList(key="short.lines", items=items)


def _count_line(story: Story) -> Runs:
    number = len(story.conditions)
    if not number:
        return words("No contributing factor is recorded yet.")
    said = counted(number, "condition is recorded", "conditions had to meet")
    codes = sorted((factor.code for factor in story.conditions), key=code_order)
    return (Run(f"{said}: "), *refs(codes), Run("."))


def _held_line(story: Story) -> Runs:
    if not story.resilience or not story.settings.with_what_held:
        return ()
    said = counted(len(story.resilience), "thing held or softened it", "things held or softened it")
    codes = sorted((factor.code for factor in story.resilience), key=code_order)
    return (Run(f"{said}: "), *refs(codes), Run("."))


def _decided_line(story: Story) -> str:
    actions = len(decided_actions(story))
    nothing = sum(row.kind is DecisionKind.NO_ACTION for row in story.decisions)
    declined = sum(row.state in TURNED_DOWN for row in story.actions)
    parts = [counted(actions, "action decided", "actions decided")] if actions else []
    parts += [counted(nothing, "time no action", "times no action")] if nothing else []
    parts += [counted(declined, "idea declined", "ideas declined")] if declined else []
    said = listed([parts[0], *(lowered(part) for part in parts[1:])]) if parts else ""
    return f"{said}." if said else "Nothing has been decided yet."


def _set_off(story: Story) -> Iterator[Block]:
    yield heading("set_off", _SET_OFF)
    triggers = [factor for factor in story.conditions if factor.role is FactorRole.TRIGGER]
    if not triggers:
        yield paragraph("set_off.none", "Nothing is recorded as what set it off.")
    for factor in triggers:
        yield from factor_entry(story, factor)
    changes = [
        sentence((Run(f"{LANE_TITLES[row.lane]}: "), *inline(row.text)))
        for row in story.snapshot.change_findings
    ]
    nothing = [
        lowered(LANE_TITLES[ChangeLane(look.subject)])
        for look in story.snapshot.looks
        if look.subject in set(ChangeLane) and look.state is LookState.NOTHING
    ]
    if changes:
        yield paragraph("set_off.changed", "What had changed before:")
        yield bullets("set_off.changes", changes)
    if nothing:
        yield paragraph(
            "set_off.nothing", f"Looked at, nothing found to have changed: {listed(nothing)}."
        )


def _contributing(story: Story) -> Iterator[Block]:
    yield heading("factors", "Contributing factors")
    here = [factor for factor in story.conditions if factor.role not in _ELSEWHERE]
    yield Paragraph(key="factors.intro", runs=_intro(story))
    for factor in here:
        yield from factor_entry(story, factor)
    number = 2 if story.settings.with_timeline_picture and has_times(story) else 1
    figure = network_figure(story, "factors.picture", number)
    yield from [figure] if figure else []


def _intro(story: Story) -> Runs:
    number = len(story.conditions)
    if not number:
        return words("No contributing factor is recorded yet.")
    if number == 1:
        return words("One condition is recorded so far. What else had to be true is still open.")
    found: list[Run] = [
        Run(f"{counted(number, 'condition')} had to meet. None of them is the cause.")
    ]
    for role, where in _ELSEWHERE.items():
        codes = [factor.code for factor in story.conditions if factor.role is role]
        if codes:
            verb = "stands" if len(codes) == 1 else "stand"
            found += [Run(" "), *refs(codes), Run(f" {verb} under “{where}”.")]
    return tuple(found)


def _difficulties(story: Story) -> Iterator[Block]:
    difficult = [factor for factor in story.conditions if factor.role is FactorRole.DIFFICULTY]
    yield heading("hard", _HARD)
    if not difficult:
        yield paragraph("hard.none", "No difficulty in handling it is recorded.")
    for factor in difficult:
        yield from factor_entry(story, factor)


def _held(story: Story) -> Iterator[Block]:
    if not story.settings.with_what_held:
        return
    yield heading("held", "What held")
    if not story.resilience:
        yield paragraph("held.none", "Nothing is recorded yet that held.")
    for factor in story.resilience:
        yield from factor_entry(story, factor)


def _background(story: Story) -> Iterator[Block]:
    if story.snapshot.review.background.strip():
        yield heading("background", "How it works")
        yield from blocks(story.snapshot.review.background, "background.text")


def _decided(story: Story) -> Iterator[Block]:
    yield heading("decided", "What we decided")
    table = decisions_table(story, "decided.table", in_full=True)
    yield table or paragraph("decided.none", "Nothing has been decided yet.")
    if story.snapshot.review.twice_answer.strip():
        yield Paragraph(key="decided.twice", runs=twice(story))
    weighed = [row for row in story.actions if row.state in WEIGHED]
    if weighed:
        yield heading("weighed", "Still being weighed", 2)
        yield bullets("weighed.list", (sentence(inline(row.text)) for row in weighed))
    declined = [row for row in story.actions if row.state in TURNED_DOWN]
    if declined and story.settings.with_declined:
        yield heading("declined", "Declined, and why", 2)
        yield bullets("declined.list", (declined_line(row) for row in declined))
    yield from _left_open(story)


def _left_open(story: Story) -> Iterator[Block]:
    """Name the conditions that no action and no decision addresses, with the reason if any."""
    kept = [
        ending
        for ending in endings(story.snapshot)
        if story.code(ending.factor.id) and ending.end in _LEFT
    ]
    if not kept:
        return
    found: list[Run] = [Run("Left open at this date: "), *refs(row.factor.code for row in kept)]
    found.append(Run("."))
    for row in kept:
        if row.factor.fate_reason.strip():
            found += [Run(f" {row.factor.code}: "), *sentence(inline(row.factor.fate_reason))]
    yield Paragraph(key="decided.left", runs=tuple(found))


def _open(story: Story) -> Iterator[Block]:
    yield from accounts_differ(story)
    if story.settings.with_open_questions:
        yield heading("open", "Open questions")
        if not story.open_gaps:
            yield paragraph("open.none", "No question is open at this date.")
        for gap in story.open_gaps:
            yield gap_entry(story, gap)
    said = [
        sentence((Run(f"{story.role(row.id)}: "), *inline(row.agreement)))
        for row in story.snapshot.participants
        if row.agreement.strip()
    ]
    if said:
        yield heading("dissent", "Agreement and dissent")
        yield bullets("dissent.list", said)
