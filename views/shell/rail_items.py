"""The lines of the rail: library places, and the stages with their rings."""

from __future__ import annotations

from guides.checks.result import Surroundings
from guides.progress import Fill, StageProgress, progress
from guides.stages import STAGES
from models.snapshot import Snapshot
from views.shell.set_aside_sheet import TITLES, Aside, waiting
from views.widgets.rail_list import RailItem
from views.widgets.ring import Ring, RingState

PLACE_ITEMS = (RailItem("library", "Library", icon="place.library"),)
FOOT = {Aside.IDEAS: "place.parked", Aside.QUESTIONS: "place.gaps"}
RINGS = {
    Fill.EMPTY: RingState.EMPTY,
    Fill.PART: RingState.PART,
    Fill.DONE: RingState.DONE,
    Fill.DONE_WITH_REASON: RingState.REASON,
}


def ring_for(state: StageProgress) -> Ring:
    """Return the ring of a stage."""
    return Ring(RINGS[state.fill], state.share)


def foot_items(snapshot: Snapshot) -> tuple[RailItem, ...]:
    """Return what is set aside, counted on every stage (G05, M05)."""
    counts = {aside: len(waiting(snapshot, aside)) for aside in Aside}
    return tuple(
        RailItem(aside.value, TITLES[aside], note=str(counts[aside] or ""), icon=icon)
        for aside, icon in FOOT.items()
    )


def stage_items(snapshot: Snapshot, around: Surroundings) -> tuple[RailItem, ...]:
    """Return the eight stages of a review as lines of the rail."""
    return tuple(
        RailItem(guide.stage.value, guide.title, note=state.words, ring=ring_for(state))
        for guide, state in zip(STAGES, progress(snapshot, around), strict=True)
    )
