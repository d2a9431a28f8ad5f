"""One review as its readers may see it, with the codes that claims refer to (E7, F2, A3, Q1).

A snapshot is already cut down to its level; what leaves in an internal summary is checked here
once more, so that a summary made from a wider snapshot still gives nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from exporters.document import Run, Runs
from exporters.naming import Namer
from models.rows import (
    AccountRow,
    ActionItemRow,
    AnswerRow,
    DecisionRow,
    EventRow,
    EvidenceRow,
    FactorRow,
    GapRow,
    ImpactRow,
    ParticipantRow,
    SummaryRow,
)
from models.snapshot import Snapshot
from models.values import Audience, FactorRole, GapState, Privacy

INTERNAL_READERS = frozenset({Privacy.INTERNAL, Privacy.PUBLIC})


class _Levelled(Protocol):
    @property
    def privacy(self) -> Privacy: ...


_T = TypeVar("_T", bound=_Levelled)


def visible(rows: Iterable[_T]) -> tuple[_T, ...]:
    """Return the rows that readers inside the organisation may see."""
    return tuple(row for row in rows if row.privacy in INTERNAL_READERS)


def printable_words(rows: Iterable[AnswerRow | AccountRow]) -> tuple[AnswerRow | AccountRow, ...]:
    """Return tellings that may be printed: at their level, quotes only once approved (I12)."""
    return tuple(row for row in visible(rows) if row.quote_approved or not row.verbatim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a summary is written from."""

    snapshot: Snapshot
    settings: SummaryRow
    made_on: date
    zone: str
    events: tuple[EventRow, ...]
    factors: tuple[FactorRow, ...]
    impacts: tuple[ImpactRow, ...]
    gaps: tuple[GapRow, ...]
    actions: tuple[ActionItemRow, ...]
    decisions: tuple[DecisionRow, ...]
    accounts: tuple[AccountRow, ...]
    answers: tuple[AnswerRow, ...]
    codes: dict[str, str]
    """Code of a row by its id."""
    namer: Namer

    def code(self, row_id: str | None) -> str:
        """Return the code of a row; empty where readers may not see it."""
        return self.codes.get(row_id or "", "")

    @property
    def conditions(self) -> tuple[FactorRow, ...]:
        """Factors that contributed; what held and what mitigated is elsewhere."""
        return tuple(factor for factor in self.factors if not held(factor))

    @property
    def resilience(self) -> tuple[FactorRow, ...]:
        """Sources of resilience and mitigators."""
        return tuple(factor for factor in self.factors if held(factor))

    @property
    def open_gaps(self) -> tuple[GapRow, ...]:
        """Questions that nobody could answer so far."""
        return tuple(gap for gap in self.gaps if gap.state is not GapState.ANSWERED)

    def evidence_of(self, factor: FactorRow) -> tuple[EvidenceRow, ...]:
        """Return what is linked to a factor, in its order."""
        return tuple(row for row in self.snapshot.evidence if row.factor_id == factor.id)

    def participant(self, participant_id: str | None) -> ParticipantRow | None:
        """Return a participant by id."""
        return next((row for row in self.snapshot.participants if row.id == participant_id), None)

    def role(self, participant_id: str | None) -> str:
        """Return how readers know a person: by role, never by name."""
        return role_name(self.participant(participant_id))


def role_name(person: ParticipantRow | None) -> str:
    """Return the role of a person; "A participant" where none is recorded."""
    return person.role.strip() if person is not None and person.role.strip() else "A participant"


def held(factor: FactorRow) -> bool:
    """Whether a factor belongs to what held (F06)."""
    return factor.is_resilience or factor.role is FactorRole.MITIGATOR


def tell(snapshot: Snapshot, audience: Audience, made_on: date) -> Story:
    """Return the story that a summary for `audience` is written from."""
    events, factors = visible(snapshot.events), visible(snapshot.factors)
    answers = tuple(row for row in printable_words(snapshot.answers) if isinstance(row, AnswerRow))
    cited = {row.answer_id for row in snapshot.evidence if row.answer_id}
    answers = tuple(answer for answer in answers if answer.id in cited)
    gaps = tuple(gap for gap in visible(snapshot.gaps) if gap.state is not GapState.ANSWERED)
    codes = {row.id: f"E{number}" for number, row in enumerate(events, 1)}
    codes |= {row.id: f"A{number}" for number, row in enumerate(answers, 1)}
    codes |= {row.id: f"Q{number}" for number, row in enumerate(gaps, 1)}
    codes |= {row.id: row.code for row in factors}
    settings = settings_for(snapshot, audience)
    return Story(
        snapshot=snapshot,
        settings=settings,
        namer=Namer(snapshot.participants, settings.naming),
        made_on=made_on,
        zone=snapshot.review.zone,
        events=events,
        factors=factors,
        impacts=visible(snapshot.impacts),
        gaps=gaps,
        actions=visible(snapshot.actions),
        decisions=visible(snapshot.decisions),
        accounts=tuple(
            row for row in printable_words(snapshot.accounts) if isinstance(row, AccountRow)
        ),
        answers=answers,
        codes=codes,
    )


def settings_for(snapshot: Snapshot, audience: Audience) -> SummaryRow:
    """Return how this audience's summary is to be made; the defaults where nobody chose."""
    chosen = (row for row in snapshot.summaries if row.audience is audience)
    return next(chosen, SummaryRow(id="", review_id=snapshot.review.id, audience=audience))


def ref(code: str) -> Run:
    """Return a reference to an entry."""
    return Run(code, ref=code)


def refs(codes: Iterable[str]) -> Runs:
    """Return references with commas between them."""
    found: list[Run] = []
    for code in codes:
        if found:
            found.append(Run(", "))
        found.append(ref(code))
    return tuple(found)
