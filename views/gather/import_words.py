"""What the import sheet says, and how an answered day is read. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from importers import ImportedRecord, Missing, Preview
from models.phrases import counted, listed
from models.times.dates import Anchor, read_days
from models.times.reading import Asked
from models.times.show import clock, day_in_words, full_date, local, show_time

NO_WHEN = {
    Missing.DATE: "no date",
    Missing.ZONE: "no zone",
    Missing.SIDE: "which hour",
    Missing.SENSE: "unclear",
}
UNCERTAIN = frozenset({Missing.SIDE, Missing.SENSE})
"""What no answer for the whole source can settle: those records come in without a time."""
_ASKED_FIRST = (Missing.DATE, Missing.ZONE, Missing.SIDE, Missing.SENSE)
_SHORT_TIME = 8
WHICH_DAY = "Write the day like 31 Jan 2017."


@dataclass(frozen=True, slots=True)
class Fate:
    """One line of what happens to it: how many, a word, and why."""

    count: int
    word: str
    why: str


def opening(preview: Preview, zone: str) -> str:
    """Say what was found and when it begins and ends, in one line below the title."""
    name = preview.format[:1].lower() + preview.format[1:]
    name = preview.format if preview.format.split()[0] == "Slack" else name
    name = name if name.endswith("s") else f"{_article(name)} {name}"
    said = name[:1].upper() + name[1:]
    span = _span(preview, zone)
    return f"{said}{', ' + span if span else ''}. Nothing goes on the timeline yet."


def fates(preview: Preview) -> tuple[Fate, ...]:
    """Return what becomes of it all, left out by reason."""
    every = (
        Fate(preview.kept, "kept", _kept_why(preview)),
        Fate(preview.folded, "folded", "joins, leaves, bots; still there"),
        *(Fate(count, "left out", reason) for reason, count in preview.skipped),
    )
    return tuple(fate for fate in every if fate.count or fate.word == "kept")


def when_words(record: ImportedRecord, zone: str) -> str:
    """Return the time of a row, or what is missing for it."""
    if record.at is not None:
        return show_time(record.at, zone, record.precision, seconds=True)
    missing = next((each for each in _ASKED_FIRST if each in record.missing), None)
    if missing is None:
        return "no time"
    short = record.time_text if len(record.time_text) <= _SHORT_TIME else ""
    return f"{short} {NO_WHEN[missing]}".lstrip()


def asks(record: ImportedRecord) -> bool:
    """Whether a written time of this row is not known yet."""
    return record.at is None and bool(record.missing)


def heading_of_questions(count: int) -> str:
    """Say how much there is to ask: `One thing to ask`."""
    return f"{counted(count, 'thing').capitalize()} to ask"


def remarks(preview: Preview) -> tuple[str, ...]:
    """Return what is to be known beside the figures, the uncertain times among it."""
    uncertain = tuple(
        f"{counted(question.count, 'time').capitalize()} cannot be told for certain and "
        f"{'comes' if question.count == 1 else 'come'} in without one: "
        f"{listed([example.rstrip('.') for example in question.examples])}."
        for question in preview.questions
        if question.missing in UNCERTAIN
    )
    return (*preview.notes, *uncertain)


def take_in(preview: Preview) -> str:
    """Return the words of the button."""
    return f"Take in {preview.kept + preview.folded:,}"


def unanswered(preview: Preview, open_ones: Sequence[Missing]) -> str:
    """Say what it means to go on without an answer."""
    count = max((q.count for q in preview.questions if q.missing in open_ones), default=0)
    return f"Without it, {counted(count, 'record')} will have no time. Take in anyway?"


def day_of(text: str, near: date | None) -> date | str:
    """Return the day that was typed, or what to ask back; `near` gives a missing year."""
    try:
        days = read_days(text, Anchor(near, date.today()))
    except Asked as asked:
        return asked.question.sentence
    if not days:
        return WHICH_DAY
    if len(days) > 1:
        return f"Is that {full_date(days[0])} or {full_date(days[1])}? {WHICH_DAY}"
    return days[0]


def _kept_why(preview: Preview) -> str:
    if not preview.untimed:
        return "with text, time, author and link"
    return f"{preview.untimed:,} of {preview.kept + preview.folded:,} without a time so far"


def _span(preview: Preview, zone: str) -> str:
    if preview.first is None or preview.last is None:
        return ""
    first, last = (local(at, zone).date() for at in (preview.first, preview.last))
    start = f"{full_date(first)} {clock(preview.first, zone)}"
    in_year = day_in_words(preview.last, zone) if first.year == last.year else full_date(last)
    day = "" if first == last else f"{in_year} "
    return f"{start} to {day}{clock(preview.last, zone)}"


def _article(name: str) -> str:
    return "an" if name[0].lower() in "aeiou" else "a"
