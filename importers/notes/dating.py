"""From times as written to instants: day, zone, midnight; nothing is guessed that can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from importers.errors import UnreadableSourceError
from importers.instants import Placed, place
from importers.notes.days import Day, DayOrder, settle
from importers.notes.stamp import Stamp
from importers.notes.statements import Statement
from importers.record import Answers, Missing, ZoneSource
from importers.zones import Zone, stored_name, zone_of
from models.values import Precision

NEXT_DAY_AFTER = timedelta(hours=6)
"""A bare time this much earlier than the one above it is of the next day; less is a step back."""
_DAY_BEFORE_AFTER = timedelta(hours=18)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a written time means."""

    at: datetime | None = None
    at_end: datetime | None = None
    zone: str = ""
    zone_source: ZoneSource = ZoneSource.NONE
    precision: Precision = Precision.UNKNOWN
    missing: tuple[Missing, ...] = ()
    doubt: str = ""


class Calendar:
    """Knows day and zone while the entries of a text pass by in order."""

    def __init__(self, answers: Answers, order: DayOrder, fallback: Zone | None) -> None:
        self._answers = answers
        self._order = order
        self._fallback = fallback
        """The zone for bare times where nothing above them names one."""
        self._answered = answered_zone(answers)
        self._stated: Zone | None = None
        self._day: date | None = answers.date
        self._day_is_firm = False
        self._day_is_lost = False
        self._day_note = ""
        self._last: datetime | None = None
        self._last_at: datetime | None = None
        self._rolled = False
        self._stepped = False
        self.notes: list[str] = []
        self.used_fallback = False

    def hear(self, statement: Statement) -> None:
        """Take what the text says about all times below."""
        if statement.zone is not None:
            self._stated = statement.zone
        if statement.day is not None:
            self.enter_day(statement.day)

    def hear_outside(self, statement: Statement, where: str) -> None:
        """Take what a part beside the timeline says: its zone, and its day where none is known."""
        if statement.zone is not None:
            self._stated = statement.zone
        if statement.day is not None:
            self.enter_day(statement.day, outside=where)

    def enter_day(self, day: Day, *, outside: str = "") -> None:
        """Begin the day of a heading; `outside` describes a heading beside the timeline."""
        if outside and (self._day_is_firm or self._answers.date is not None):
            return
        settled = self._settle(day)
        if outside:
            if isinstance(settled, date):
                self._day = settled
                self._day_note = f"The day {settled.isoformat()} is taken from {outside}."
            return
        self._begin(settled if isinstance(settled, date) else None)

    def date_of(self, stamp: Stamp) -> Dated:
        """Return the instant of a written time, or what is missing for it."""
        settled = self._settle(stamp.day) if stamp.day is not None else None
        if isinstance(settled, Missing):
            self._begin(None)
            return self._undated(settled, stamp)
        if settled is not None:
            self._begin(settled)
        if stamp.clock is None:
            return Dated(doubt="Only the day is known.")
        if stamp.clock.since is None:
            return _senseless(f"{stamp.written} cannot be read as a time.")
        if self._day is None or self._day_is_lost:
            return self._undated(Missing.DATE, stamp)
        return self._on_a_day(stamp, stamp.clock.since)

    def _on_a_day(self, stamp: Stamp, since: timedelta) -> Dated:
        zone, source = self._zone_of(stamp)
        local = self._local(since, zone)
        if local is None:
            return _senseless(f"{stamp.written} is outside the calendar.")
        if self._stepped:
            self._remark(
                f"From {stamp.written} on, times are read as of the next day, {local:%Y-%m-%d}."
            )
        self._last = local
        if zone is None:
            self._last_at = None
            return Dated(missing=(Missing.ZONE,), doubt=_doubt_about(stamp.zone or self._stated))
        return self._placed(stamp, local, zone, source)

    def _placed(self, stamp: Stamp, local: datetime, zone: Zone, source: ZoneSource) -> Dated:
        name = stored_name(zone, local)
        found = place(local, zone.clock, name)
        self._last_at = found.at
        if zone.home and name != zone.home:
            self._remark(
                f"{zone.written} is read as {zone.name}, as written, although clocks there "
                "showed another time on such a day."
            )
        if found.at is None:
            missing = (found.missing,) if found.missing is not None else ()
            return Dated(zone=name, zone_source=source, missing=missing, doubt=found.doubt)
        return Dated(
            at=found.at,
            at_end=self._end(stamp, local, zone),
            zone=name,
            zone_source=source,
            precision=stamp.precision,
        )

    def _end(self, stamp: Stamp, local: datetime, zone: Zone) -> datetime | None:
        if stamp.end is None or stamp.end.since is None:
            return None
        try:
            end = datetime.combine(local.date(), time()) + stamp.end.since
            end += timedelta(days=1) if end < local else timedelta()
        except OverflowError:
            return None
        placed: Placed = place(end, zone.clock, zone.name)
        return placed.at

    def _zone_of(self, stamp: Stamp) -> tuple[Zone | None, ZoneSource]:
        zone = stamp.zone or self._stated
        if zone is None and self._fallback is not None:
            zone, self.used_fallback = self._fallback, True
        if zone is not None and zone.is_known:
            return zone, zone.source
        return self._answered, ZoneSource.ASSUMED if self._answered else ZoneSource.NONE

    def _settle(self, day: Day) -> date | Missing:
        near = self._answers.date if self._day is None else self._day
        if day.year is None:
            self._say_whence()
        try:
            settled = settle(day, near, self._order)
        except (ValueError, OverflowError):
            return Missing.SENSE
        return Missing.DATE if settled is None else settled

    def _begin(self, day: date | None) -> None:
        self._day_is_lost = day is None
        self._day_is_firm = True
        self._last = self._last_at = None
        self._rolled = False
        if day is not None:
            self._day = day

    def _local(self, since: timedelta, zone: Zone | None) -> datetime | None:
        """Put a time of day on the day it belongs to, over midnight where it steps far back."""
        self._stepped = False
        try:
            last = self._last
            if self._last_at is not None and zone is not None:
                last = self._last_at.astimezone(zone.clock).replace(tzinfo=None)
            if last is None:
                self._say_whence()
                return datetime.combine(self._day or date.min, time()) + since
            local = datetime.combine(last.date(), time()) + since
            if last - local > NEXT_DAY_AFTER:
                local += timedelta(days=1)
                self._rolled = self._stepped = True
            elif self._rolled and local - last > _DAY_BEFORE_AFTER:
                local -= timedelta(days=1)
        except OverflowError:
            return None
        self._day = local.date()
        return local

    def _undated(self, missing: Missing, stamp: Stamp) -> Dated:
        if missing is Missing.SENSE:
            return _senseless(f"{stamp.written} is no day of the calendar.")
        needs_zone = stamp.clock is not None and self._zone_of(stamp)[0] is None
        both = (Missing.ZONE, missing) if needs_zone else (missing,)
        return Dated(missing=both, doubt=f"{stamp.written}: the day is not written.")

    def _say_whence(self) -> None:
        """Remark on a day that was taken from outside the timeline, once it is used."""
        if self._day_note and not self._day_is_firm:
            self._remark(self._day_note)

    def _remark(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


def answered_zone(answers: Answers) -> Zone | None:
    """Return the zone the facilitator answered; raise for one that no clock knows."""
    if not answers.zone:
        return None
    zone = zone_of(answers.zone)
    if zone is None or not zone.is_known:
        raise UnreadableSourceError(
            f"{answers.zone} is not a time zone known here. Give a place such as Europe/Berlin, "
            "or an offset such as +02:00."
        )
    return zone


def _senseless(doubt: str) -> Dated:
    return Dated(missing=(Missing.SENSE,), doubt=doubt)


def _doubt_about(zone: Zone | None) -> str:
    if zone is not None and not zone.is_known:
        return f"{zone.written} can mean several time zones."
    return "The time zone is not written."
