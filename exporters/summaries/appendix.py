"""The end of the engineering report: timeline, answers, artefacts, method, glossary (S05, S13)."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.document import Block, Column, Entry, Run, Runs, Table, TableRow, words
from exporters.figures.lanes import lane_name
from exporters.markdown_text import inline
from exporters.summaries.parts import facilitator_role, glossary, heading, in_quotes, paragraph
from exporters.summaries.sentences import counted, lowered, written_on
from exporters.summaries.story import Story
from exporters.times import event_clock, zone_name
from models.phrases import listed
from models.rows import EventRow, SourceRow
from models.times.show import full_date, local
from models.values import Duty, Invitation, Precision, RecordKind, ReviewMode, SourceState

_KINDS = {
    RecordKind.CHAT: "chat",
    RecordKind.ALERT: "alerts",
    RecordKind.LOG: "log",
    RecordKind.GRAPH: "graph",
    RecordKind.STATUS_PAGE: "status page",
    RecordKind.RECORDING: "recording",
    RecordKind.PICTURE: "picture",
    RecordKind.LINK: "link",
    RecordKind.NOTES: "notes",
    RecordKind.TICKET: "ticket",
    RecordKind.FILE: "file",
}
_STATES = {
    SourceState.HAVE: "at hand",
    SourceState.REQUESTED: "asked for",
    SourceState.DOES_NOT_EXIST: "does not exist",
}


def appendix(story: Story) -> Iterator[Block]:
    """Yield everything that claims in the report lead to."""
    yield from _timeline(story)
    yield from _answers(story)
    yield from _artefacts(story)
    yield from _method(story)
    yield from _glossary(story)


def _timeline(story: Story) -> Iterator[Block]:
    yield heading("timeline", "Timeline")
    if not story.events:
        yield paragraph("timeline.none", "No event is on the timeline yet.")
        return
    first = next((event.at for event in story.events if event.at), None)
    yield paragraph("timeline.zone", f"Times in {zone_name(story.zone, first)}.")
    columns = (
        Column(title="No.", share=0.6),
        Column(title="Time", share=1.1),
        Column(title="What happened", share=3.6, voice=True),
        Column(title="Where", share=1.5),
        Column(title="Known from", share=1.4),
    )
    yield Table(key="timeline.table", columns=columns, rows=tuple(_timeline_rows(story)))


def _timeline_rows(story: Story) -> Iterator[TableRow]:
    sources = {source.id: _source_name(source) for source in story.snapshot.sources}
    on_record = {link.event_id for link in story.snapshot.event_records}
    day = ""
    for event in story.events:
        now = _day(story, event)
        if now != day:
            yield TableRow(cells=(words(now),), spans=True)
            day = now
        code = story.code(event.id)
        yield TableRow(
            cells=(
                (Run(code, bold=True),),
                words(event_clock(event, story.zone)),
                _happened(event),
                words(lane_name(event)),
                words(_known_from(story, event, sources, on_record)),
            ),
            anchor=code,
        )


def _day(story: Story, event: EventRow) -> str:
    if event.at is None or event.precision is Precision.UNKNOWN:
        return "Time not known"
    return full_date(local(event.at, story.zone).date())


def _happened(event: EventRow) -> Runs:
    detail = event.detail.strip()
    return (*inline(event.title), *((Run("\n"), *inline(detail)) if detail else ()))


def _known_from(story: Story, event: EventRow, sources: dict[str, str], on_record: set[str]) -> str:
    found = []
    if event.source_id in sources:
        found.append(sources[event.source_id or ""])
    elif event.id in on_record:
        found.append("records")
    if event.told_by_id:
        found.append(f"told by {lowered(story.role(event.told_by_id))}")
    if event.added_in_room:
        found.append("added in the room")
    if event.learned_later:
        found.append("learned later")
    return ", ".join(found) or "as told"


def _source_name(source: SourceRow) -> str:
    """Name a source; notes of a talk are private, so what they are called is not printed."""
    return _KINDS[source.kind] if source.kind is RecordKind.NOTES else source.name


def _answers(story: Story) -> Iterator[Block]:
    if not story.answers:
        return
    yield heading("answers", "Answers referred to")
    asked = {question.id: question.text for question in story.snapshot.questions}
    for answer in story.answers:
        question = asked.get(answer.question_id, "")
        lead: Runs = (*inline(question), Run(" ")) if question else ()
        told = f", {full_date(answer.told_on)}" if answer.told_on else ""
        runs = inline(answer.text)
        yield Entry(
            key=f"answer.{answer.id}",
            code=story.code(answer.id),
            runs=in_quotes(runs) if answer.verbatim else runs,
            shown_by=(*lead, Run(f"{story.role(answer.participant_id)}{told}.")),
        )


def _artefacts(story: Story) -> Iterator[Block]:
    sources = [row for row in story.snapshot.sources if row.kind is not RecordKind.NOTES]
    if not sources:
        return
    yield heading("artefacts", "Artefacts")
    columns = (
        Column(title="Source", share=3.0),
        Column(title="Kind", share=1.2),
        Column(title="State", share=1.2),
    )
    rows = tuple(
        TableRow(cells=(words(row.name), words(_KINDS[row.kind]), words(_STATES[row.state])))
        for row in sources
    )
    yield Table(key="artefacts.table", columns=columns, rows=rows)


def _method(story: Story) -> Iterator[Block]:
    yield heading("method", "How this review was made")
    snapshot = story.snapshot
    way = "in a meeting" if snapshot.review.mode is ReviewMode.MEETING else "in writing"
    said = [f"Written on {written_on(story)}, from a review held {way}."]
    present = [
        row
        for row in snapshot.participants
        if row.in_incident and row.invitation not in (Invitation.WAIVED, Invitation.DECLINED)
    ]
    roles = list(dict.fromkeys(lowered(story.role(row.id)) for row in present))
    if roles:
        said.append(f"Taking part, by role: {listed(roles)}.")
    for duty, words_for in (
        (Duty.FACILITATOR, "Facilitated by"),
        (Duty.CO_FACILITATOR, "Co-facilitated by"),
        (Duty.NOTE_TAKER, "Notes by"),
    ):
        if role := facilitator_role(story, duty):
            said.append(f"{words_for} {lowered(role)}.")
    if snapshot.record_count:
        said.append(f"{counted(snapshot.record_count, 'record was', 'records were')} looked at.")
    said.append("States of actions are those of this date.")
    yield paragraph("method.text", " ".join(said))


def _glossary(story: Story) -> Iterator[Block]:
    terms = glossary(story)
    if not terms:
        return
    yield heading("glossary", "Words used")
    columns = (Column(title="Word", share=1.0), Column(title="Meaning", share=3.5, voice=True))
    rows = tuple(TableRow(cells=(words(term), inline(meaning))) for term, meaning in terms)
    yield Table(key="glossary.table", columns=columns, rows=rows)
