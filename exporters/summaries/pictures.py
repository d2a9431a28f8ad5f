"""The pictures of a summary: the whole incident, the lanes, the network of factors."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from exporters.document import Figure, Run, words
from exporters.figures import lanes as lanes_geometry
from exporters.figures import network as network_geometry
from exporters.figures.lanes import EventNotes, LanesPicture, LanesStyle, Scene, lanes
from exporters.figures.lanes_svg import TEXT_SIZE, lanes_svg
from exporters.figures.metrics import arial_width
from exporters.figures.network import TargetEvent, network
from exporters.figures.network_svg import TEXT_SIZE as NODE_TEXT
from exporters.figures.network_svg import network_svg
from exporters.figures.raster import png
from exporters.figures.strip import strip
from exporters.figures.strip_svg import strip_svg
from exporters.markdown_text import plain_words
from exporters.summaries.story import Story
from exporters.times import date_and_clock, zone_name
from guides.settings import MethodSettings
from guides.silences import silences
from models.phrases import sentence_case
from models.rows import EventRow, FactorRow, ImpactRow
from models.times.show import show_time
from models.times.zones import zone_from

PAGE_WIDTH = 437.0
"""Width of the text in points (design: Word page)."""
_PAGE_HEIGHT = 500.0
_STRIP_BAR = 26.0
_STRIP_HEIGHT = 44.0
_LANES_WIDTH = 720.0
_NAMES_FROM, _NAMES_TO = 80.0, 190.0


def strip_figure(story: Story, key: str, number: int) -> Figure | None:
    """Return the whole incident in one bar; nothing where no time is known."""
    if not has_times(story):
        return None
    svg = strip_svg(strip(_scene(story), PAGE_WIDTH, _STRIP_BAR, arial_width(7)))
    return Figure(
        key=key,
        number=number,
        svg=svg,
        png=png(svg),
        width=PAGE_WIDTH,
        height=_STRIP_HEIGHT,
        alt_text=_alt_text(story),
        caption=words(
            f"Figure {number}. From the first to the last event, in {_zone(story)}. "
            "Diamonds are decisions."
        ),
    )


def lanes_figure(story: Story, key: str, number: int) -> Figure | None:
    """Return the events in a lane per role or system; nothing where no time is known."""
    if not has_times(story):
        return None
    scene = _scene(story)
    name_width = arial_width(TEXT_SIZE, bold=True)
    widest = max(name_width(lanes_geometry.lane_name(event)) for event in scene.events)
    column = min(max(widest + 28, _NAMES_FROM), _NAMES_TO)
    style = LanesStyle(label_column=column, max_rows=4, row_height=24, radius=9)
    shown = lanes(scene, _LANES_WIDTH, arial_width(TEXT_SIZE), style=style)
    scale = min(PAGE_WIDTH / shown.width, _PAGE_HEIGHT / shown.height)
    svg = lanes_svg(shown)
    names = ", ".join(lane.name for lane in shown.lanes)
    return Figure(
        key=key,
        number=number,
        svg=svg,
        png=png(svg, scale),
        width=shown.width * scale,
        height=shown.height * scale,
        alt_text=f"{_alt_text(story)} Lanes: {names}.",
        caption=words(
            f"Figure {number}. The events by role and system, in {_zone(story)}. {_legend(shown)}"
        ),
    )


def _legend(shown: LanesPicture) -> str:
    said = ["diamonds are decisions"] if any(mark.is_decision for mark in shown.marks) else []
    if any(mark.is_about for mark in shown.marks):
        said.append("a bar through a mark means that its time is not exact")
    if any(mark.dashed for mark in shown.marks):
        said.append("a dashed edge, that no source is recorded")
    if any(mark.accounts > 1 for mark in shown.marks):
        said.append("a number in a mark, that so many people told it")
    if shown.silences:
        said.append("dots, that nothing is on record")
    return f"{sentence_case('; '.join(said))}." if said else ""


def network_figure(story: Story, key: str, number: int) -> Figure | None:
    """Return the factors and their links; nothing where no link joins two of them."""
    ids = {factor.id for factor in story.factors}
    links = [
        link
        for link in story.snapshot.factor_links
        if link.from_factor_id in ids and link.to_factor_id in ids
    ]
    if not links:
        return None
    shown = network(
        [_plain_factor(story, factor) for factor in story.factors],
        [link for link in story.snapshot.factor_links if link.from_factor_id in ids],
        arial_width(NODE_TEXT),
        [_target(story, event) for event in story.events],
    )
    scale = min(0.75, PAGE_WIDTH / (shown.width + 8), _PAGE_HEIGHT / (shown.height + 8))
    svg = network_svg(shown)
    return Figure(
        key=key,
        number=number,
        svg=svg,
        png=png(svg, scale),
        width=(shown.width + 8) * scale,
        height=(shown.height + 8) * scale,
        alt_text=network_geometry.describe(story.factors, links),
        caption=(Run(f"Figure {number}. How the factors act on each other."),),
    )


def has_times(story: Story) -> bool:
    """Whether anything can be drawn in time."""
    return bool(_times(story))


def _scene(story: Story) -> Scene:
    told: dict[str, int] = {}
    for account in story.accounts:
        told[account.event_id] = told.get(account.event_id, 0) + 1
    on_record = {link.event_id for link in story.snapshot.event_records}
    notes = {
        event.id: EventNotes(
            accounts=told.get(event.id, 0),
            has_source=bool(event.source_id or event.told_by_id or event.id in on_record),
        )
        for event in story.events
    }
    return Scene(
        events=[_plain_event(story, event) for event in story.events],
        zone=zone_from(story.zone),
        impacts=[_plain_impact(story, impact) for impact in story.impacts],
        notes=notes,
        silent=_silent(story),
    )


def _silent(story: Story) -> list[tuple[datetime, datetime]]:
    """Return the stretches with nothing on record, among the events readers may see (T11)."""
    shown = replace(story.snapshot, events=story.events)
    return [
        (silence.after.at - silence.length, silence.after.at)
        for silence in silences(shown, MethodSettings())
        if silence.after.at is not None
    ]


def _plain_event(story: Story, event: EventRow) -> EventRow:
    """Return an event as it is drawn: without Markdown, without names."""
    title, lane = story.namer.text(plain_words(event.title)), story.namer.text(event.lane)
    return replace(event, title=title, lane=lane)


def _plain_impact(story: Story, impact: ImpactRow) -> ImpactRow:
    return replace(impact, text=story.namer.text(plain_words(impact.text).rstrip(".")))


def _target(story: Story, event: EventRow) -> TargetEvent:
    return TargetEvent(
        event_id=event.id,
        kind=event.kind,
        time=show_time(event.at, story.snapshot.review.zone, event.precision),
        title=story.namer.text(plain_words(event.title)),
    )


def _plain_factor(story: Story, factor: FactorRow) -> FactorRow:
    return replace(factor, condition=story.namer.text(plain_words(factor.condition)))


def _times(story: Story) -> list[datetime]:
    return [event.at for event in story.events if event.at is not None]


def _zone(story: Story) -> str:
    return zone_name(story.zone, min(_times(story), default=None))


def _alt_text(story: Story) -> str:
    times = _times(story)
    first, last = date_and_clock(min(times), story.zone), date_and_clock(max(times), story.zone)
    said = lanes_geometry.describe(story.events, first, f"{last} {_zone(story)}")
    bands = [plain_words(impact.text).rstrip(".") for impact in story.impacts if impact.started_at]
    return f"Timeline. {said} Impact: {'; '.join(bands)}." if bands else f"Timeline. {said}"
