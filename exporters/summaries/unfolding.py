"""How it unfolded: the picture, then each seat with its moments as seen from inside (T08)."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.document import Block, Column, Paragraph, Quote, Run, Runs, Table, TableRow, words
from exporters.figures.lanes import lane_name
from exporters.markdown_text import inline
from exporters.summaries.parts import bullets, heading, in_quotes, paragraph
from exporters.summaries.pictures import lanes_figure
from exporters.summaries.sentences import sentence
from exporters.summaries.story import Story, ref
from exporters.times import event_clock
from models.rows import AccountRow, EventRow
from models.times.show import full_date

_INSIDE = (
    ("Known then: ", "known_then"),
    ("Expected: ", "expected_next"),
    ("Unclear: ", "unclear_then"),
    ("Pressing: ", "pressing"),
)
_MOST_SIDE_BY_SIDE = 3


def unfolding(story: Story) -> Iterator[Block]:
    """Yield the narrative from several points of view; wishes and verdicts have no place in it."""
    yield heading("unfolded", "How it unfolded")
    if not story.events:
        yield paragraph("unfolded.none", "No event is on the timeline yet.")
        return
    if story.settings.with_timeline_picture:
        figure = lanes_figure(story, "unfolded.picture", 1)
        yield from [figure] if figure else []
    seats: dict[str, list[EventRow]] = {}
    for event in story.events:
        if _is_moment(story, event):
            seats.setdefault(seat(story, event), []).append(event)
    if not seats:
        yield paragraph(
            "unfolded.plain",
            "No moment has been told from inside yet. All events are in the timeline below.",
        )
    for name, moments in seats.items():
        yield heading(f"seat.{moments[0].id}", name, 2)
        for event in moments:
            yield from _moment(story, event)


def seat(story: Story, event: EventRow) -> str:
    """Return from where an event was lived: the role of the person, else its lane."""
    person = story.participant(event.participant_id)
    return person.role.strip() if person and person.role.strip() else lane_name(event)


def _is_moment(story: Story, event: EventRow) -> bool:
    told = any(row.event_id == event.id for row in story.accounts)
    return event.is_decision or told or any(_inside(event))


def _inside(event: EventRow) -> Iterator[Runs]:
    for label, name in _INSIDE:
        said: str = getattr(event, name)
        if said.strip():
            yield (Run(label, bold=True), *sentence(inline(said)))


def _moment(story: Story, event: EventRow) -> Iterator[Block]:
    key = f"moment.{event.id}"
    code = story.code(event.id)
    told = (
        Run(event_clock(event, story.zone), bold=True),
        Run("  "),
        *sentence(inline(event.title)),
    )
    yield Paragraph(key=key, runs=(*told, Run(" "), ref(code)))
    lines = list(_inside(event))
    if lines:
        yield bullets(f"{key}.inside", lines)
    for account in _accounts(story, event):
        yield _quote(story, account)


def _quote(story: Story, account: AccountRow) -> Quote:
    runs = inline(account.text)
    return Quote(
        key=f"account.{account.id}",
        runs=in_quotes(runs) if account.verbatim else runs,
        attribution=words(attribution(story, account)),
    )


def attribution(story: Story, account: AccountRow) -> str:
    """Return who told it by role, how and when, and that a quote was approved (I12)."""
    parts = [story.role(account.participant_id)]
    parts += [account.told_how] if account.told_how else []
    parts += [full_date(account.told_on)] if account.told_on else []
    parts += ["approved for print"] if account.verbatim else ["in the words of the note-taker"]
    return ", ".join(parts)


def _accounts(story: Story, event: EventRow) -> list[AccountRow]:
    """Return the tellings of an event that stand alone; several are set side by side later."""
    told = [row for row in story.accounts if row.event_id == event.id]
    return told if len(told) == 1 else []


def accounts_differ(story: Story) -> Iterator[Block]:
    """Yield moments that several people told, side by side, none of them marked as right (T03)."""
    told: dict[str, list[AccountRow]] = {}
    for account in story.accounts:
        told.setdefault(account.event_id, []).append(account)
    several = [event for event in story.events if len(told.get(event.id, [])) > 1]
    if not several:
        return
    yield heading("differ", "Where accounts differ")
    tables: dict[tuple[str, ...], list[TableRow]] = {}
    for event in several:
        for start in range(0, len(told[event.id]), _MOST_SIDE_BY_SIDE):
            group = told[event.id][start : start + _MOST_SIDE_BY_SIDE]
            roles = tuple(story.role(account.participant_id) for account in group)
            tables.setdefault(roles, []).append(_differing_row(story, event, group))
    for number, (roles, rows) in enumerate(tables.items()):
        columns = [Column(title="Moment", share=1.2)]
        columns += [Column(title=role, share=1.6, voice=True) for role in roles]
        yield Table(key=f"differ.{number}", columns=tuple(columns), rows=tuple(rows))
    yield paragraph("differ.both", "All stay as told, and may be printed.")


def _differing_row(story: Story, event: EventRow, group: list[AccountRow]) -> TableRow:
    moment = (ref(story.code(event.id)), Run(f", {event_clock(event, story.zone)}"))
    return TableRow(cells=(moment, *(inline(account.text) for account in group)))
