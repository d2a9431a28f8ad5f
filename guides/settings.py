"""The numbers of the method that an organisation may set for itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodSettings:
    """Limits and windows, with the defaults of the method."""

    rest_hours: int = 24
    """Hours after the impact ended before people are asked to meet (P06)."""
    latest_working_days: int = 5
    """Working days after the impact ended within which to meet (P06)."""
    soak_working_days: int = 2
    """How long a new idea rests before it can be accepted (A14)."""
    shortest_action_days: int = 3
    longest_action_days: int = 60
    """The window in which an action is of the right size (A01)."""
    most_actions: int = 5
    """How many accepted actions a review carries before it is asked about (A06)."""
    most_open_per_owner: int = 3
    silence_share: float = 0.05
    """Share of the incident that a stretch without events may take (T11)."""
    silence_minutes: int = 15
    """A stretch shorter than this is never called silent."""
    people_for_a_note_taker: int = 4
    """Above this many people someone other than the facilitator takes the notes (P13)."""
    fewest_answers_shown: int = 5
    """Totals of the closing questions are shown from this many answers on (R02)."""
