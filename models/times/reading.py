"""What comes of a typed time: a reading, or a question where it could mean more than one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.values import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeContext:
    """What a short time leans on. Instants are aware."""

    zone: str = "UTC"
    """In which zone a time without one is read."""
    previous: datetime | None = None
    """When the event before it was."""
    incident_date: date | None = None
    """The date of a bare time where no event stands before it."""
    now: datetime | None = None
    """What "today" and "yesterday" count from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReading:
    """A time as it was understood: the instant in UTC, the text, the zone it was written in."""

    at: datetime | None = None
    at_end: datetime | None = None
    text: str = ""
    zone: str = ""
    precision: Precision = Precision.EXACT
    next_day: bool = False
    """Whether a bare time was carried over midnight."""


class Doubt(StrEnum):
    """Why a time is asked about."""

    NOT_A_TIME = "not_a_time"
    NO_SUCH_TIME = "no_such_time"
    NO_SUCH_DATE = "no_such_date"
    TWICE = "twice"
    SKIPPED = "skipped"
    NOTHING_BEFORE = "nothing_before"
    WHICH_DATE = "which_date"
    WHICH_HOUR = "which_hour"
    WHICH_ZONE = "which_zone"


@dataclass(frozen=True, slots=True)
class TimeChoice:
    """One of the meanings on offer."""

    words: str
    reading: TimeReading


@dataclass(frozen=True, slots=True)
class TimeQuestion:
    """What to ask back, with the meanings on offer where there are some."""

    sentence: str
    doubt: Doubt
    choices: tuple[TimeChoice, ...] = ()


class Asked(Exception):  # noqa: N818 - leaves the reading of a part to ask about the whole
    """Raised inside the reader where a part of the text has to be asked about."""

    def __init__(self, question: TimeQuestion) -> None:
        super().__init__(question.sentence)
        self.question = question


def ask(doubt: Doubt, sentence: str) -> Asked:
    """Return what to raise to ask a question without choices."""
    return Asked(TimeQuestion(sentence, doubt))
