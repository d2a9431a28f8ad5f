"""A typed time to an instant, leaning on the event before it; doubts are asked, never guessed.

A bare time takes the day of the event before it, on the clock of its zone. Where that lies more
than six hours before that event it means the next day: people add a forgotten event a few hours
back, but a clock that jumps far back has passed midnight. The end of a span is never before its
start.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from models.times.clocks import CLOCK_PATTERN, not_a_time, read_clock
from models.times.dates import RELATIVE_DAYS, Anchor, read_days
from models.times.moments import Moment, Moments, either_day, either_zone, on_the_clock
from models.times.reading import (
    Asked,
    Doubt,
    TimeChoice,
    TimeContext,
    TimeQuestion,
    TimeReading,
    ask,
)
from models.times.show import full_date
from models.times.zones import AMBIGUOUS, UnknownZoneError, is_zone_suffix, zone_from, zone_key
from models.values import Precision

EARLIER_ON_THE_SAME_DAY = timedelta(hours=6)
"""How far a bare time may lie before the event before it without meaning the next day."""

_UNKNOWN = frozenset({"", "?", "??", "unknown"})
_PRECISION = re.compile(
    r"^(?:(?P<about>~|about\b|around\b|approx\.?|ca\.?\s|circa\b)|(?P<before><|before\b)"
    r"|(?P<after>>|after\b))\s*",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^(?P<sign>[+\-])\s?(?:(?P<d>\d+)\s?d(?:ays?)?)?\s?(?:(?P<h>\d+)\s?h(?:ours?|rs?)?)?\s?"
    r"(?:(?P<m>\d+)\s?m(?:in(?:utes?)?)?)?\s?(?:(?P<s>\d+)\s?s(?:ec(?:onds?)?)?)?$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"^(?P<start>.*?{CLOCK_PATTERN})\s*(?:-|\u2013|\u2014|\bto\b|\buntil\b)\s*(?P<end>\S.*)$",
    re.IGNORECASE,
)
_ISO_OFFSET = re.compile(
    r"^(\d{4}-\d{2}-\d{2}(?:T[\d:.,]+| \d{2}:\d{2}:\d{2}(?:[.,]\d+)?))(Z|[+\-]\d{2}(?::?\d{2})?)$",
    re.IGNORECASE,
)
_ISO_T = re.compile(r"^(\d{4}-\d{2}-\d{2})T(?=\d)", re.IGNORECASE)
_GLUED_Z = re.compile(r"(?<=\d)Z$", re.IGNORECASE)
_LAST_WORD = re.compile(r"^(?P<rest>.+?)\s+\(?(?P<word>[^\s()]+)\)?$")
_CLOCK_LAST = re.compile(rf"^(?:(?P<day>.*\S)[\s,]+(?:at\s+)?)?(?P<clock>{CLOCK_PATTERN})$", re.I)
_CLOCK_FIRST = re.compile(
    rf"^(?P<clock>{CLOCK_PATTERN})(?:\s*,\s*|\s+on\s+|\s+(?=(?:{'|'.join(RELATIVE_DAYS)})$))"
    r"(?P<day>.+)$",
    re.IGNORECASE,
)


def parse_time_input(text: str, context: TimeContext | None = None) -> TimeReading | TimeQuestion:
    """Read a time as a facilitator types it; ask back where it has no or several meanings.

    An offset stands apart from the time (`14:05 -05:00`); glued to it, it is a span.
    """
    written = " ".join(text.split())
    if written.lower() in _UNKNOWN:
        return TimeReading(text=written, precision=Precision.UNKNOWN)
    precision, rest = _split_precision(written)
    try:
        return _read(rest, context or TimeContext(), TimeReading(text=written, precision=precision))
    except Asked as asked:
        return asked.question
    except UnknownZoneError as unknown:
        return TimeQuestion(unknown.sentence, Doubt.WHICH_ZONE)
    except OverflowError:
        sentence = f"“{written}” lies outside every calendar. When was it?"
        return TimeQuestion(sentence, Doubt.NO_SUCH_DATE)


def _split_precision(text: str) -> tuple[Precision, str]:
    found = _PRECISION.match(text)
    if found is None:
        return Precision.EXACT, text
    return Precision(found.lastgroup or "exact"), text[found.end() :]


def _read(text: str, context: TimeContext, base: TimeReading) -> TimeReading | TimeQuestion:
    text = _GLUED_Z.sub(" Z", _ISO_T.sub(r"\1 ", _ISO_OFFSET.sub(r"\1 \2", text)))
    text, zone = _split_zone(text)
    if zone.upper() in AMBIGUOUS:
        places = AMBIGUOUS[zone.upper()]
        found = tuple(_moments(text, replace(context, zone=offset)) for _, offset in places)
        return _settle(either_zone(places, found), base)
    context = replace(context, zone=zone_key(zone or context.zone))
    span = _SPAN.match(text)
    if span is None:
        return _settle(_moments(text, context), base)
    return _read_span(_moments(span["start"], context), span["end"], context, base)


def _split_zone(text: str) -> tuple[str, str]:
    found = _LAST_WORD.match(text)
    if found and is_zone_suffix(found["word"]):
        return found["rest"], found["word"]
    return text, ""


def _settle(moments: Moments, base: TimeReading) -> TimeReading | TimeQuestion:
    readings = [
        replace(base, at=moment.at, zone=moment.zone, next_day=moment.next_day)
        for moment in moments.options
    ]
    return _answer(moments, readings)


def _answer(moments: Moments, readings: list[TimeReading]) -> TimeReading | TimeQuestion:
    if moments.doubt is None:
        return readings[0]
    pairs = zip(moments.options, readings, strict=True)
    choices = tuple(TimeChoice(moment.words, reading) for moment, reading in pairs)
    return TimeQuestion(moments.sentence, moments.doubt, choices)


def _read_span(
    starts: Moments, end_text: str, context: TimeContext, base: TimeReading
) -> TimeReading | TimeQuestion:
    pairs = []
    for place, start in enumerate(starts.options):
        ends = _moments(
            _split_precision(end_text)[1], replace(context, previous=start.at), timedelta()
        )
        if starts.doubt is None and ends.doubt is not None:
            return _answer(ends, [_span(base, start, end) for end in ends.options])
        pairs.append(_span(base, start, ends.options[min(place, len(ends.options) - 1)]))
    return _answer(starts, pairs)


def _span(base: TimeReading, start: Moment, end: Moment) -> TimeReading:
    if end.at < start.at:
        raise ask(
            Doubt.NO_SUCH_TIME, f"In “{base.text}” the end lies before the start. Which is it?"
        )
    return replace(base, at=start.at, at_end=end.at, zone=start.zone, next_day=start.next_day)


def _moments(
    text: str, context: TimeContext, leeway: timedelta = EARLIER_ON_THE_SAME_DAY
) -> Moments:
    shift = _relative(text)
    if shift is not None:
        if context.previous is None:
            sentence = f"There is no earlier event to count “{text}” from. What time was it?"
            raise ask(Doubt.NOTHING_BEFORE, sentence)
        return Moments((Moment(context.previous.astimezone(UTC) + shift, context.zone),))
    clock_text, day_text = _split_day(text)
    if not clock_text:
        raise _no_clock(text, context)
    clock = read_clock(clock_text)
    if not day_text:
        day, next_day = _bare_day(clock, context, leeway)
        return on_the_clock(datetime.combine(day, clock), context.zone, next_day=next_day)
    days = read_days(day_text, _anchor(context))
    if days is None:
        raise ask(Doubt.NOT_A_TIME, not_a_time(text))
    found = tuple(on_the_clock(datetime.combine(day, clock), context.zone) for day in days)
    if len(days) == 2 and len(found) == 2:
        return either_day((days[0], days[1]), (found[0], found[1]))
    return found[0]


def _relative(text: str) -> timedelta | None:
    found = _RELATIVE.match(text)
    if found is None or not any(found[unit] for unit in "dhms"):
        return None
    days, hours, minutes, seconds = (int(found[unit] or 0) for unit in "dhms")
    shift = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return shift if found["sign"] == "+" else -shift


def _split_day(text: str) -> tuple[str, str]:
    found = _CLOCK_LAST.match(text) or _CLOCK_FIRST.match(text)
    return (found["clock"], (found["day"] or "").rstrip(" ,")) if found else ("", "")


def _no_clock(text: str, context: TimeContext) -> Asked:
    days = read_days(text, _anchor(context))
    if days is None:
        return ask(Doubt.NOT_A_TIME, not_a_time(text))
    sentence = f"What time on {full_date(days[0])}? Write it behind the day, or ? for unknown."
    return ask(Doubt.WHICH_HOUR, sentence)


def _bare_day(clock: time, context: TimeContext, leeway: timedelta) -> tuple[date, bool]:
    if context.previous is None:
        if context.incident_date is None:
            sentence = f"Which day was {clock:%H:%M}? Write it like 3 Mar 2017 {clock:%H:%M}."
            raise ask(Doubt.WHICH_DATE, sentence)
        return context.incident_date, False
    before = context.previous.astimezone(zone_from(context.zone)).replace(tzinfo=None)
    if before - datetime.combine(before.date(), clock) > leeway:
        return before.date() + timedelta(days=1), True
    return before.date(), False


def _anchor(context: TimeContext) -> Anchor:
    tz = zone_from(context.zone)
    before = context.previous.astimezone(tz).date() if context.previous else context.incident_date
    return Anchor(before, context.now.astimezone(tz).date() if context.now else None)
