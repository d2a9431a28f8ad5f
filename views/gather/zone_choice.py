"""A list of time zones: those of the review first, then every place of the zone database."""

from __future__ import annotations

from collections.abc import Iterable

from models.snapshot import Snapshot
from models.times import list_zones
from views.theme import Theme
from views.widgets.fields import Choice


def zone_choice(theme: Theme, name: str, near: Iterable[str]) -> Choice:
    """Make a choice of zones; typing finds a place."""
    first = [zone for zone in dict.fromkeys((*near, "UTC")) if zone]
    every = dict.fromkeys((*first, *list_zones()))
    choice = Choice(theme, name, hint="Choose a zone", icon="do.zone")
    choice.setMaxVisibleItems(12)
    choice.show_options([(zone, zone.replace("_", " ")) for zone in every])
    return choice


def zones_near(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the zones that a review knows already: its own, its people's, its sources'."""
    people = (person.zone for person in snapshot.participants)
    sources = (source.zone for source in snapshot.sources)
    return tuple(dict.fromkeys((snapshot.review.zone, *people, *sources)))
