"""The network of factors: what shows each of them, how much it is linked, where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.rows import EvidenceRow, FactorRow
from models.snapshot import Snapshot
from models.values import ActionState, Fate, LinkKind, Stance

_ANSWERS_A_FACTOR = frozenset(
    {
        ActionState.CANDIDATE,
        ActionState.ACCEPTED,
        ActionState.DOING,
        ActionState.DONE,
        ActionState.CHECKED,
    }
)


class FactorEnd(StrEnum):
    """Where a factor ends when the review does."""

    ADDRESSED = "addressed"
    ACCEPTED = "accepted as is"
    LEFT_OPEN = "left open, with a reason"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class FactorEnding:
    """A factor and where it ends."""

    factor: FactorRow
    end: FactorEnd


def support_of(factor: FactorRow, snapshot: Snapshot) -> tuple[EvidenceRow, ...]:
    """Return the evidence that supports a factor (F02)."""
    return tuple(
        row
        for row in snapshot.evidence
        if row.factor_id == factor.id and row.stance is Stance.SUPPORTS and says_something(row)
    )


def degrees(snapshot: Snapshot) -> dict[str, int]:
    """Return how many links each factor has to factors and events, by its id."""
    found = {factor.id: 0 for factor in snapshot.factors}
    for link in snapshot.factor_links:
        for end in (link.from_factor_id, link.to_factor_id):
            if end in found:
                found[end] += 1
    return found


def enabled_by(factor: FactorRow, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the factors that enable a factor."""
    return tuple(
        link.from_factor_id
        for link in snapshot.factor_links
        if link.to_factor_id == factor.id and link.kind is LinkKind.ENABLES
    )


def conditions(snapshot: Snapshot) -> tuple[FactorRow, ...]:
    """Return the factors that contributed."""
    return tuple(factor for factor in snapshot.factors if not factor.is_resilience)


def what_held(snapshot: Snapshot) -> tuple[FactorRow, ...]:
    """Return the sources of resilience."""
    return tuple(factor for factor in snapshot.factors if factor.is_resilience)


def endings(snapshot: Snapshot) -> tuple[FactorEnding, ...]:
    """Return where each condition ends (method 4.4); what held needs no ending."""
    states = {action.id: action.state for action in snapshot.actions}
    addressed = {
        link.factor_id
        for link in snapshot.action_factors
        if states.get(link.action_id) in _ANSWERS_A_FACTOR
    }
    decided = {link.factor_id for link in snapshot.decision_factors}
    return tuple(
        FactorEnding(factor, _end(factor, addressed, decided)) for factor in conditions(snapshot)
    )


def says_something(row: EvidenceRow) -> bool:
    """Tell whether a piece of evidence still points at something, or says it in words."""
    targets = (row.event_id, row.answer_id, row.account_id, row.record_id)
    return any(targets) or bool(row.text.strip())


def _end(factor: FactorRow, addressed: set[str], decided: set[str]) -> FactorEnd:
    if factor.id in addressed:
        return FactorEnd.ADDRESSED
    if factor.fate is Fate.ACCEPTED or factor.id in decided:
        return FactorEnd.ACCEPTED
    return FactorEnd.LEFT_OPEN if factor.fate_reason.strip() else FactorEnd.OPEN
