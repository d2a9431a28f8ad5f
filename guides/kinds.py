"""How the kinds and marks of an event are called on a screen, and how they are typed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from models.values import EventKind, Mark

KIND_TITLES: dict[EventKind, str] = {
    EventKind.DETECTION: "Detection",
    EventKind.ALERT: "Alert",
    EventKind.CUSTOMER_REPORT: "Customer report",
    EventKind.ESCALATION: "Escalation",
    EventKind.JOIN: "Someone joins",
    EventKind.DIAGNOSIS: "Diagnosis",
    EventKind.DECISION: "Decision",
    EventKind.DEPLOY: "Deploy",
    EventKind.CONFIG: "Configuration",
    EventKind.AUTOMATION: "Automation",
    EventKind.COMMUNICATION: "Communication",
    EventKind.MITIGATION: "Mitigation",
    EventKind.ROLLBACK: "Rollback",
    EventKind.RECOVERY: "Recovery",
    EventKind.WORKAROUND: "Workaround",
    EventKind.SURPRISE: "Surprise",
    EventKind.HANDOFF: "Handoff",
    EventKind.WAITING: "Waiting",
    EventKind.VENDOR: "Vendor",
    EventKind.CLOSING: "Closing",
    EventKind.NORMAL: "Normal work",
}

MARK_TITLES: dict[Mark, str] = {
    Mark.SURPRISE: "Surprise",
    Mark.CONFUSION: "Confusion",
    Mark.HANDOFF: "Handoff",
    Mark.PIVOT: "Pivot",
}

_Value = TypeVar("_Value", bound=StrEnum)


def kinds_starting(typed: str) -> tuple[EventKind, ...]:
    """Return the kinds that a typed beginning may become, in the order of their list."""
    return _starting(typed, KIND_TITLES)


def marks_starting(typed: str) -> tuple[Mark, ...]:
    """Return the marks that a typed beginning may become, in the order of their list."""
    return _starting(typed, MARK_TITLES)


def near_kinds(typed: str) -> tuple[str, ...]:
    """Return up to three kinds spelled like what was typed."""
    return tuple(difflib.get_close_matches(_plain(typed), list(EventKind), n=3, cutoff=0.75))


def _starting(typed: str, titles: Mapping[_Value, str]) -> tuple[_Value, ...]:
    start = _plain(typed)
    exact = tuple(value for value in titles if value == start)
    if exact:
        return exact
    return tuple(value for value in titles if value.startswith(start))


def _plain(typed: str) -> str:
    return typed.strip().lower().replace("-", "_").replace(" ", "_")
