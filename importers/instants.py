"""From a local time to an instant; what happened twice or not at all is asked, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from importers.record import Missing


@dataclass(frozen=True, slots=True)
class Placed:
    """An instant in UTC, or why there is none, with a sentence for the facilitator."""

    at: datetime | None
    missing: Missing | None = None
    doubt: str = ""


def place(local: datetime, clock: tzinfo, zone_name: str) -> Placed:
    """Place a naive local time on the line of instants (product.md "Time", reliability R40)."""
    try:
        first = local.replace(tzinfo=clock, fold=0).astimezone(UTC)
        second = local.replace(tzinfo=clock, fold=1).astimezone(UTC)
    except (OverflowError, ValueError):
        return Placed(None, Missing.SENSE, f"The year {local.year} is outside the calendar.")
    if first == second:
        return Placed(first)
    written = f"{local:%H:%M} on {local.day} {local:%B %Y} in {zone_name}"
    if second < first:
        return Placed(None, Missing.SIDE, f"{written} does not exist: the clocks went forward.")
    return Placed(
        None,
        Missing.SIDE,
        f"{written} happened twice, at {first:%H:%M} and {second:%H:%M} UTC: the clocks went back.",
    )
