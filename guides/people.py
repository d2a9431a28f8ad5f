"""Who is who in a review: duties, names, and who was in the incident."""

from __future__ import annotations

from models.rows import ParticipantRow
from models.snapshot import Snapshot
from models.values import Duty


def on_duty(snapshot: Snapshot, duty: Duty) -> ParticipantRow | None:
    """Return who has a duty in running the review."""
    return next((person for person in snapshot.participants if person.duty is duty), None)


def shown_as(person: ParticipantRow) -> str:
    """Return how a person is called on a screen: by role, by name where there is no role."""
    return person.role or person.name or "Someone"


def names_of(person: ParticipantRow) -> frozenset[str]:
    """Return every name a person goes by, in lower case."""
    names = [person.name, person.role, *person.aliases.split(",")]
    return frozenset(name.strip().lower() for name in names if name.strip())


def authority_over(person: ParticipantRow) -> frozenset[str]:
    """Return the ids of the participants a person has authority over (P02)."""
    return frozenset(part.strip() for part in person.authority_over.split(",") if part.strip())


def in_the_incident(snapshot: Snapshot) -> tuple[ParticipantRow, ...]:
    """Return those who were part of the incident, in their order."""
    return tuple(person for person in snapshot.participants if person.in_incident)
