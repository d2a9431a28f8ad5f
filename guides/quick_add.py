"""One typed line to an event: `14:05 @checkout #detection first page -> 5% !surprise ?who saw it`.

A line without a time goes behind the event before it, its time unknown. A lane may be shortened to
its beginning where only one lane starts so; `@"db"` in quotes is always taken as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guides.kinds import kinds_starting, marks_starting, near_kinds
from guides.quick_parts import Part, Span, split_parts
from guides.quick_result import Chip, QuickContext, QuickEvent, QuickQuestion
from guides.quick_words import as_question, chip, event_words, lane_of, time_words
from models.phrases import either
from models.times.parse import parse_time_input
from models.times.reading import Doubt, TimeContext, TimeQuestion, TimeReading
from models.values import EventKind, Mark, Precision

__all__ = ["Chip", "QuickContext", "QuickEvent", "QuickQuestion", "read_quick_event"]

_MOST_TIME_WORDS = 8
_LEADING_DASH = re.compile(r"^[\s\-\u2013\u2014:,;]+(?=\S)")


def read_quick_event(
    line: str, context: QuickContext | None = None, *, chosen: TimeReading | None = None
) -> QuickEvent | QuickQuestion:
    """Read a line; `chosen` is the meaning picked after a question about its time."""
    context = context or QuickContext()
    read, end = _leading_time(line, context.time)
    time = chosen or read
    spans = tuple(split_parts(line, end, context.lanes))
    chips = _chips(line, end, time, spans, context)
    if isinstance(time, TimeQuestion):
        return QuickQuestion(sentence=time.sentence, end=end, times=time.choices, chips=chips)
    question = _first_question(spans)
    if question is None and not _joined(spans, Part.TITLE):
        sentence = "What happened? A few words are enough."
        question = QuickQuestion(sentence=sentence, start=len(line), end=len(line))
    if question is not None:
        return replace(question, chips=chips)
    return _event(time, spans, chips, context)


def _event(
    time: TimeReading, spans: Sequence[Span], chips: tuple[Chip, ...], context: QuickContext
) -> QuickEvent:
    lanes = [lane_of(span, context.lanes) for span in spans if span.part is Part.LANE]
    kinds = [kinds_starting(span.text)[0] for span in spans if span.part is Part.KIND]
    marks = [marks_starting(span.text)[0] for span in spans if span.part is Part.MARK]
    event = QuickEvent(
        time=time,
        title=_LEADING_DASH.sub("", _joined(spans, Part.TITLE)),
        detail=_joined(spans, Part.DETAIL),
        lane=lanes[-1] if lanes else "",
        kind=kinds[-1] if kinds else EventKind.NORMAL,
        marks=frozenset(marks),
        gap=as_question(_joined(spans, Part.GAP)),
        chips=chips,
    )
    return replace(event, words=event_words(event, context.time.zone, shows_kind=bool(kinds)))


def _leading_time(line: str, context: TimeContext) -> tuple[TimeReading | TimeQuestion, int]:
    """Return the longest time that the line starts with, and where it ends."""
    ends = [found.end() for found in re.finditer(r"\S+?(?=[:,;]?(?:\s|$))", line)][
        :_MOST_TIME_WORDS
    ]
    for end in reversed(ends):
        prefix = line[:end].strip()
        found = parse_time_input(prefix, context)
        if _is_time(found, prefix):
            return found, end
    return TimeReading(precision=Precision.UNKNOWN), 0


def _is_time(found: TimeReading | TimeQuestion, prefix: str) -> bool:
    if isinstance(found, TimeReading):
        return True
    if found.doubt is Doubt.NOT_A_TIME:
        return False
    return any(sign.isdigit() for sign in prefix)


def _first_question(spans: Sequence[Span]) -> QuickQuestion | None:
    for span in spans:
        if span.part is Part.KIND and len(kinds_starting(span.text)) != 1:
            fits: Sequence[str] = kinds_starting(span.text) or near_kinds(span.text)
            return _which(span, "#", fits, "is no kind of event here")
        if span.part is Part.MARK and len(marks_starting(span.text)) != 1:
            return _which(span, "!", tuple(Mark), "is no mark here")
    return None


def _which(span: Span, sign: str, fits: Sequence[str], unknown: str) -> QuickQuestion:
    typed = f"{sign}{span.text}"
    names = tuple(f"{sign}{name}" for name in fits)
    if names and all(name.startswith(typed.lower()) for name in names):
        sentence = f"{typed} could be {either(names)}. Which one?"
    elif names:
        sentence = f"{typed} {unknown}. Is it {either(names)}?"
    else:
        sentence = f"{typed} {unknown}. Choose one, or write \\{typed} to keep it as text."
    return QuickQuestion(sentence=sentence, start=span.start, end=span.end, replacements=names)


def _chips(
    line: str,
    end: int,
    time: TimeReading | TimeQuestion,
    spans: Sequence[Span],
    context: QuickContext,
) -> tuple[Chip, ...]:
    chips = [found for span in spans if (found := chip(span, context.lanes))]
    if end and isinstance(time, TimeReading):
        start = len(line) - len(line.lstrip())
        chips.insert(0, Chip(Part.TIME, start, end, time_words(time, context.time.zone)))
    return tuple(chips)


def _joined(spans: Sequence[Span], part: Part) -> str:
    return " ".join(span.text for span in spans if span.part is part)
