"""In which stage the evidence of an area stands."""

from __future__ import annotations

from guides.rubric import Place
from models.snapshot import Snapshot
from models.values import Stage


def stage_of(place: Place, snapshot: Snapshot) -> Stage | None:
    """Return where a place leads; None for what is no row, such as a term."""
    if not place.row_id:
        return None
    homes = (
        (Stage.GATHER, snapshot.impacts),
        (Stage.TIMELINE, snapshot.events),
        (Stage.TIMELINE, snapshot.accounts),
        (Stage.EXPLORE, snapshot.answers),
        (Stage.FACTORS, snapshot.factors),
        (Stage.ACTIONS, snapshot.actions),
        (Stage.ACTIONS, snapshot.decisions),
    )
    for stage, rows in homes:
        if any(row.id == place.row_id for row in rows):
            return stage
    return Stage.SHARE
