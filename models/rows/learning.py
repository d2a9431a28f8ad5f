"""Contributing factors, their evidence and links, and what was looked at, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.rows.base import Row, Words
from models.taxonomy import Category
from models.values import (
    Confidence,
    FactorLevel,
    FactorRole,
    Fate,
    LinkKind,
    LookState,
    Privacy,
    Stage,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow(Row):
    """A contributing factor; a source of resilience where its category is R1-R5 (F06)."""

    table: ClassVar[str] = "factor"

    review_id: str
    number: int
    """Counted within the conditions and within the sources of resilience of a review, from 1."""
    category: Category
    condition: Words
    effect: Words = ""
    """What the condition made likely or hard."""
    role: FactorRole = FactorRole.ENABLER
    level: FactorLevel | None = None
    latent_since: str = ""
    how_spoke: str = ""
    """signal, exception, silent_assassin, fake_kingpin or empty (G08)."""
    confidence: Confidence = Confidence.INFERRED
    dissent: Words = ""
    fate: Fate = Fate.OPEN
    fate_reason: Words = ""
    seen_before: Words = ""
    x: float = 0.0
    y: float = 0.0
    privacy: Privacy = Privacy.INTERNAL

    @property
    def is_resilience(self) -> bool:
        """Whether it is something that held."""
        return self.category.is_resilience

    @property
    def code(self) -> str:
        """The short name in print: F2, R1."""
        return code_of(self.category, self.number)


def code_of(category: Category, number: int) -> str:
    """Return the short name of a factor: F2; of a source of resilience: R1."""
    return f"{'R' if category.is_resilience else 'F'}{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow(Row):
    """What shows a factor: exactly one of the targets is set, or a plain text (F02)."""

    table: ClassVar[str] = "evidence"

    review_id: str
    factor_id: str
    stance: Stance = Stance.SUPPORTS
    event_id: str | None = None
    answer_id: str | None = None
    account_id: str | None = None
    record_id: str | None = None
    text: Words = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorLinkRow(Row):
    """How a factor acts on another factor or at an event; one of the two targets is set."""

    table: ClassVar[str] = "factor_link"

    review_id: str
    from_factor_id: str
    to_factor_id: str | None = None
    to_event_id: str | None = None
    kind: LinkKind = LinkKind.INTERACTS
    text: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookRow(Row):
    """That a change lane or a category was looked at, and nothing was found (G03, F10)."""

    table: ClassVar[str] = "look"

    review_id: str
    subject: str
    """A ChangeLane or a Category, by its value."""
    state: LookState = LookState.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReasonRow(Row):
    """Why a check of a stage was overridden; the reason is kept."""

    table: ClassVar[str] = "check_reason"

    review_id: str
    stage: Stage
    check_key: str
    reason: Words
    given_on: date
