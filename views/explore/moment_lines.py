"""The lines of the list of moments: decision points first, then the other events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from guides.coverage import Side, coverage_of, question_events
from models.phrases import counted
from models.rows import EventRow
from models.snapshot import Snapshot
from models.times.show import show_time, spoken_time
from models.values import Precision

WHOLE = ""
"""The key of the line for questions about no single moment."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The title of a group of moments."""

    title: str


@dataclass(frozen=True, slots=True)
class MomentLine:
    """One moment; without an event it stands for the incident as a whole.

    `known` counts the sides of a decision that are known, of eight; None for other moments.
    """

    event: EventRow | None
    zone: str = "UTC"
    known: int | None = None
    asked: int = 0

    @property
    def key(self) -> str:
        """Id of the event, or WHOLE."""
        return self.event.id if self.event else WHOLE

    @property
    def title(self) -> str:
        """What happened."""
        return self.event.title if self.event else "The incident as a whole"

    @property
    def time(self) -> str:
        """The time as shown: `~23:05`."""
        event = self.event
        return show_time(event.at, self.zone, event.precision) if event else ""

    @property
    def about(self) -> bool:
        """Whether the time is about right."""
        return self.event is not None and self.event.precision is Precision.ABOUT

    @property
    def is_decision(self) -> bool:
        """Whether it is a decision point, with its diamond and its dots."""
        return self.known is not None

    @property
    def spoken(self) -> str:
        """The moment as a screen reader says it."""
        event, said = self.event, [self.title]
        if event is not None:
            time = spoken_time(event.at, self.zone, event.precision)
            said = [time, event.kind.value.replace("_", " "), self.title]
        if self.is_decision:
            known = f"{self.known} of {len(Side)} sides known"
            said.append(known if self.asked else "not asked yet")
        elif self.asked:
            said.append(counted(self.asked, "question"))
        return ", ".join(part for part in said if part)


Line: TypeAlias = GroupLine | MomentLine


def moment_lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """Return decision points, other moments, and the incident as a whole, with their titles."""
    zone = snapshot.review.zone
    decisions = [event for event in snapshot.events if event.is_decision]
    others = [event for event in snapshot.events if not event.is_decision]
    asked = _asked(snapshot)
    lines: list[Line] = []
    if decisions:
        lines.append(GroupLine("Decision points"))
        lines += [
            MomentLine(found.event, zone, len(found.answered), found.asked)
            for found in coverage_of(decisions, snapshot)
        ]
    if others:
        lines.append(GroupLine("Other moments"))
        lines += [MomentLine(event, zone, asked=asked.get(event.id, 0)) for event in others]
    lines.append(GroupLine("No single moment"))
    lines.append(MomentLine(None, zone, asked=asked.get(None, 0)))
    return tuple(lines)


def first_to_ask(snapshot: Snapshot) -> str | None:
    """Return the id of the moment to begin with: the first decision that nobody asked about."""
    decisions = [event for event in snapshot.events if event.is_decision]
    bare = (found.event for found in coverage_of(decisions, snapshot) if not found.heard)
    first = next(bare, None) or next(iter(decisions or snapshot.events), None)
    return first.id if first else None


def _asked(snapshot: Snapshot) -> dict[str | None, int]:
    homes = question_events(snapshot)
    counts: dict[str | None, int] = {}
    for question in snapshot.questions:
        if not question.parent_answer_id:
            counts[homes[question.id]] = counts.get(homes[question.id], 0) + 1
    return counts
