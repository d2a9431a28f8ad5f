"""What the verdict on each action of a review leans on, read from the review."""

from __future__ import annotations

from datetime import date

from guides.goldilocks import ActionFacts
from guides.network import degrees
from models.rows import ActionItemRow
from models.snapshot import Snapshot


def facts_of(action: ActionItemRow, snapshot: Snapshot, today: date) -> ActionFacts:
    """Gather the factors an action is linked to, their weight, and the known owners."""
    linked = {link.factor_id for link in snapshot.action_factors if link.action_id == action.id}
    factors = tuple(factor for factor in snapshot.factors if factor.id in linked)
    network = degrees(snapshot)
    people = [name for person in snapshot.participants for name in (person.name, person.role)]
    return ActionFacts(
        today=today,
        factors=factors,
        links=max((network[factor.id] for factor in factors), default=0),
        recurs=any(factor.seen_before.strip() for factor in factors),
        owners=(*(team.name for team in snapshot.teams), *filter(None, people)),
    )
