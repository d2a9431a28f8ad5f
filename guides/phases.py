"""How long the phases of one incident took, from marked events alone (T14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from models.rows import EventRow, ReviewRow
from models.times.show import duration_words
from models.values import EventKind, Precision

NOTICED = frozenset({EventKind.DETECTION, EventKind.ALERT, EventKind.CUSTOMER_REPORT})
ACTED = frozenset({EventKind.MITIGATION, EventKind.ROLLBACK, EventKind.WORKAROUND})
RECOVERED = frozenset({EventKind.RECOVERY})
CLOSED = frozenset({EventKind.CLOSING})
_SURE = frozenset({Precision.EXACT})


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn of the incident; `sure` where its minute is known."""

    name: str
    at: datetime
    sure: bool


@dataclass(frozen=True, slots=True)
class Phase:
    """The time between two turns."""

    start: Moment
    end: Moment

    @property
    def words(self) -> str:
        """How it reads: `Noticed to first step against it: about 3 h 15 min`."""
        length = self.end.at - self.start.at
        sure = self.start.sure and self.end.sure
        said = duration_words(length) if length else "the same minute"
        return f"{self.start.name} to {self.end.name.lower()}: {'' if sure else 'about '}{said}"


def phases(review: ReviewRow, events: Iterable[EventRow]) -> tuple[Phase, ...]:
    """Return the phases whose both ends are on the timeline, in order of time.

    An end is the first event of its kinds after the end before it; the start of the incident is
    what the review says of it.
    """
    turns = list(_turns(review, tuple(events)))
    return tuple(Phase(start, end) for start, end in pairwise(turns))


def _turns(review: ReviewRow, events: tuple[EventRow, ...]) -> Iterator[Moment]:
    last: datetime | None = review.started_at
    if last is not None:
        yield Moment("Start", last, sure=False)
    for name, kinds in (
        ("Noticed", NOTICED),
        ("First step against it", ACTED),
        ("Recovered", RECOVERED),
        ("Closed", CLOSED),
    ):
        found = next(
            (e for e in events if e.kind in kinds and e.at and (last is None or e.at >= last)), None
        )
        if found is not None and found.at is not None:
            last = found.at
            yield Moment(name, found.at, sure=found.precision in _SURE)
