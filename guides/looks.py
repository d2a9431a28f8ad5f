"""Where the group has looked: found, looked and found nothing, or not looked (G03, F10)."""

from __future__ import annotations

from dataclasses import dataclass

from guides.categories import CATEGORIES, CategoryGuide
from models.snapshot import Snapshot
from models.taxonomy import Category
from models.values import ChangeLane, LookState

EARLIER_PROMISES = "earlier_promises"
"""Subject of the look row that says: earlier promises were looked at (A07)."""

LANE_TITLES: dict[ChangeLane, str] = {
    ChangeLane.CODE: "Code",
    ChangeLane.INFRASTRUCTURE: "Infrastructure",
    ChangeLane.OUTSIDE: "Outside",
}
LOOK_WORDS: dict[LookState, str] = {
    LookState.FOUND: "found",
    LookState.NOTHING: "none",
    LookState.NOT_LOOKED: "not yet",
}


@dataclass(frozen=True, slots=True)
class CategoryLook:
    """One cell of the coverage row below the factors."""

    guide: CategoryGuide
    state: LookState
    count: int

    @property
    def words(self) -> str:
        """What the cell says: a count, `none` or `not yet`."""
        return str(self.count) if self.count else LOOK_WORDS[self.state]


def category_looks(snapshot: Snapshot) -> tuple[CategoryLook, ...]:
    """Return the state of every category, in the order of its code."""
    counts: dict[Category, int] = {}
    for factor in snapshot.factors:
        counts[factor.category] = counts.get(factor.category, 0) + 1
    said = _said(snapshot)
    return tuple(
        CategoryLook(guide, _state(counts.get(guide.category, 0), said.get(guide.code)), count)
        for guide in CATEGORIES
        for count in (counts.get(guide.category, 0),)
    )


def not_looked_at(snapshot: Snapshot) -> tuple[CategoryGuide, ...]:
    """Return the categories nobody has looked at."""
    looks = category_looks(snapshot)
    return tuple(look.guide for look in looks if look.state is LookState.NOT_LOOKED)


def lane_looks(snapshot: Snapshot) -> dict[ChangeLane, LookState]:
    """Return the state of each lane of "what had changed?"."""
    said = _said(snapshot)
    found = [finding.lane for finding in snapshot.change_findings]
    return {lane: _state(found.count(lane), said.get(lane)) for lane in ChangeLane}


def promises_looked_at(snapshot: Snapshot) -> bool:
    """Tell whether earlier promises were looked at."""
    return _said(snapshot).get(EARLIER_PROMISES, LookState.NOT_LOOKED) is not LookState.NOT_LOOKED


def _said(snapshot: Snapshot) -> dict[str, LookState]:
    return {look.subject: look.state for look in snapshot.looks}


def _state(count: int, said: LookState | None) -> LookState:
    if count:
        return LookState.FOUND
    return said if said is LookState.NOTHING else LookState.NOT_LOOKED
