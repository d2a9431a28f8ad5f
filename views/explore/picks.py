"""Which questions are offered for a moment and a person; they hold still while one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guides.coverage import Side
from guides.moment import moment_of
from guides.people import shown_as
from guides.picking import FEWEST, MOST, Picked, Setting, pick, pick_for_side
from guides.question_bank import questions
from models.rows import EventRow, ParticipantRow
from models.snapshot import Snapshot
from models.times.show import clock


class Picks:
    """The offer for one moment and one person, chosen anew only when one of them changes."""

    def __init__(self) -> None:
        self._for: tuple[str | None, str | None] | None = None
        self._passed_over: frozenset[str] = frozenset()
        self._shown: tuple[Picked, ...] = ()

    @property
    def shown(self) -> tuple[Picked, ...]:
        """What is offered now, best first."""
        return self._shown

    def renew(
        self,
        snapshot: Snapshot,
        event: EventRow | None,
        person: ParticipantRow | None,
        last_answer: str,
        *,
        taken: int = 0,
    ) -> None:
        """Offer questions; those shown stay while they are not asked and enough are left.

        `taken` questions wait for their answer already and leave room for fewer.
        """
        wanted = max(FEWEST, MOST - taken)
        here = (event.id if event else None, person.id if person else None)
        if here != self._for:
            self._for, self._passed_over, self._shown = here, frozenset(), ()
        asked = _asked(snapshot, event, person)
        self._shown = tuple(each for each in self._shown if each.question.id not in asked)[:wanted]
        if len(self._shown) < FEWEST:
            self._fill(snapshot, event, person, last_answer, wanted)

    def others(
        self,
        snapshot: Snapshot,
        event: EventRow | None,
        person: ParticipantRow | None,
        last_answer: str,
    ) -> bool:
        """Pass over what is shown; tells whether it begins again because nothing else is left."""
        self._passed_over |= {each.question.id for each in self._shown}
        before, self._shown = self._shown, ()
        self._fill(snapshot, event, person, last_answer, MOST)
        if self._shown:
            return False
        self._passed_over = frozenset()
        self._fill(snapshot, event, person, last_answer, MOST)
        self._shown = self._shown or before
        return True

    def _fill(
        self,
        snapshot: Snapshot,
        event: EventRow | None,
        person: ParticipantRow | None,
        last_answer: str,
        wanted: int,
    ) -> None:
        moment = moment_of(snapshot, event, person)
        kept = {each.question.id for each in self._shown}
        setting = Setting(
            in_meeting=person is None,
            last_answer=last_answer,
            slots=slots_of(snapshot, event, person),
            passed_over=self._passed_over | _asked(snapshot, event, person) | kept,
        )
        more = pick(questions(), moment, setting, most=wanted)
        self._shown = (*self._shown, *more)[:wanted]


def side_questions(
    snapshot: Snapshot, event: EventRow, person: ParticipantRow | None, sides: Iterable[Side]
) -> dict[Side, Picked]:
    """Return the question that fills each of these sides of a moment, where there is one (I10)."""
    setting = Setting(
        in_meeting=person is None,
        slots=slots_of(snapshot, event, person),
        passed_over=_asked(snapshot, event, person),
    )
    moment = moment_of(snapshot, event, person)
    found = {side: pick_for_side(questions(), side, moment, setting) for side in sides}
    return {side: picked for side, picked in found.items() if picked is not None}


def slots_of(
    snapshot: Snapshot, event: EventRow | None, person: ParticipantRow | None
) -> Mapping[str, str]:
    """Return what the slots of a question stand for here."""
    found: dict[str, str] = {}
    if event is not None and event.at is not None:
        found["time"] = clock(event.at, snapshot.review.zone)
    if person is not None:
        found["role"] = shown_as(person)
        found["channel"] = person.channel.split(",")[0].strip()
    return found


def _asked(
    snapshot: Snapshot, event: EventRow | None, person: ParticipantRow | None
) -> frozenset[str]:
    """Return the ids of the bank that were asked of this person, or about this moment."""
    event_id, person_id = event.id if event else None, person.id if person else None
    return frozenset(
        question.bank_id
        for question in snapshot.questions
        if question.bank_id
        and (question.event_id == event_id or question.participant_id == person_id)
    )
