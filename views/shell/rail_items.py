"""The lines of the rail: library places, and the stages with their rings."""

from __future__ import annotations

from guides.checks.result import Surroundings
from guides.progress import Fill, StageProgress, progress
from guides.stages import STAGES
from models.snapshot import Snapshot
from views.widgets.rail_list import RailItem
from views.widgets.ring import Ring, RingState

PLACE_ITEMS = (RailItem("library", "Library", icon="place.library"),)
RINGS = {
    Fill.EMPTY: RingState.EMPTY,
    Fill.PART: RingState.PART,
    Fill.DONE: RingState.DONE,
    Fill.DONE_WITH_REASON: RingState.REASON,
}


def ring_for(state: StageProgress) -> Ring:
    """Return the ring of a stage."""
    return Ring(RINGS[state.fill], state.share)


def stage_items(snapshot: Snapshot, around: Surroundings) -> tuple[RailItem, ...]:
    """Return the eight stages of a review as lines of the rail."""
    return tuple(
        RailItem(guide.stage.value, guide.title, note=state.words, ring=ring_for(state))
        for guide, state in zip(STAGES, progress(snapshot, around), strict=True)
    )
