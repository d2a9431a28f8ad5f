"""A time on a local clock as an instant; where the clock was changed, each instant it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from models.times.reading import Doubt
from models.times.show import full_date, full_time, zone_words
from models.times.zones import zone_from


@dataclass(frozen=True, slots=True)
class Moment:
    """One meaning of a typed time."""

    at: datetime
    zone: str
    next_day: bool = False
    words: str = ""
    """How it differs from its siblings."""


@dataclass(frozen=True, slots=True)
class Moments:
    """The meanings of a typed time: one, or several with the question that tells them apart."""

    options: tuple[Moment, ...]
    doubt: Doubt | None = None
    sentence: str = ""


def on_the_clock(naive: datetime, zone: str, *, next_day: bool = False) -> Moments:
    """Return the instants at which the clock of a zone shows a time (DST: two, or a question)."""
    tz = zone_from(zone)
    early, late = (naive.replace(tzinfo=tz, fold=fold) for fold in (0, 1))
    before, after = early.utcoffset(), late.utcoffset()
    if before is None or after is None or before == after:
        return Moments((Moment(early.astimezone(UTC), zone, next_day),))
    instants = [early.astimezone(UTC), late.astimezone(UTC)]
    if before > after:
        words = [
            f"The {order} {naive:%H:%M}, {zone_words(at, zone)}"
            for order, at in zip(("first", "second"), instants, strict=True)
        ]
        sentence = "This hour came twice. Which one?"
        return _several(instants, words, zone, Doubt.TWICE, sentence)
    day = full_date(naive.date())
    words = [full_time(at, zone) for at in reversed(instants)]
    sentence = f"The clock was put forward and never showed {naive:%H:%M} on {day}. Which is meant?"
    return _several(list(reversed(instants)), words, zone, Doubt.SKIPPED, sentence)


def either_day(days: tuple[date, date], found: tuple[Moments, Moments]) -> Moments:
    """Return both readings of a date whose day and month could be swapped."""
    options = tuple(
        Moment(moment.at, moment.zone, words=full_date(day))
        for day, moments in zip(days, found, strict=True)
        for moment in moments.options[:1]
    )
    return Moments(options, Doubt.WHICH_DATE, "Which of these two days is meant?")


def either_zone(places: tuple[tuple[str, str], ...], found: tuple[Moments, ...]) -> Moments:
    """Return the readings of a time whose zone is used in several places."""
    options = tuple(
        Moment(moment.at, moment.zone, moment.next_day, f"{place}, UTC{offset}")
        for (place, offset), moments in zip(places, found, strict=True)
        for moment in moments.options[:1]
    )
    return Moments(options, Doubt.WHICH_ZONE, "This zone name is used in several places. Which?")


def _several(
    instants: list[datetime], words: list[str], zone: str, doubt: Doubt, sentence: str
) -> Moments:
    pairs = zip(instants, words, strict=True)
    return Moments(tuple(Moment(at, zone, words=said) for at, said in pairs), doubt, sentence)
