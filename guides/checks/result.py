"""What a check of a stage says: a statement, its state, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from guides.settings import MethodSettings
from models.rows import ActionItemRow
from models.snapshot import Snapshot
from models.values import Stage


class CheckState(StrEnum):
    """How a check stands."""

    OPEN = "open"
    MET = "met"
    WITH_REASON = "with_reason"


@dataclass(frozen=True, slots=True)
class Target:
    """Where in the window a way on leads: a stage, a part of it, at times one row."""

    stage: Stage
    part: str
    row_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One row of the checks: `statement` reads true for the state it is in."""

    key: str
    """Under which a reason is kept; `guides.stages` puts the stage before it."""
    statement: str
    state: CheckState
    detail: str = ""
    way_on: str = ""
    """Words of the link that does the fixing; empty where the check is met."""
    target: Target | None = None
    reason: str = ""
    """Why it was overridden, where it was."""
    reason_on: date | None = None
    overridable: bool = True

    @property
    def is_open(self) -> bool:
        """Whether it still asks for something."""
        return self.state is CheckState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a check may know beside the review: settings, today, earlier promises."""

    settings: MethodSettings = field(default_factory=MethodSettings)
    today: date | None = None
    earlier_actions: tuple[ActionItemRow, ...] = ()
    """Actions of other reviews for the same services."""


Check: TypeAlias = Callable[[Snapshot, Surroundings], CheckResult | None]
"""A check looks at a review; None where it does not apply."""


def met(key: str, statement: str, detail: str = "") -> CheckResult:
    """Return a check that asks for nothing."""
    return CheckResult(key=key, statement=statement, state=CheckState.MET, detail=detail)


def still_open(
    key: str, statement: str, way_on: str, target: Target, detail: str = ""
) -> CheckResult:
    """Return a check that asks for something, with its way on."""
    return CheckResult(
        key=key,
        statement=statement,
        state=CheckState.OPEN,
        detail=detail,
        way_on=way_on,
        target=target,
    )
