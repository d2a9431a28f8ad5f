"""The source checklist: where evidence of an incident usually is, so that none is forgotten (G01).

A line is answered by the sources that carry its key, and for an import by what it holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.rows import SourceRow
from models.values import RecordKind, SourceState


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One place to ask for evidence; `kinds` are what an import from it holds."""

    key: str
    title: str
    hint: str
    kind: RecordKind
    """What a source put down by hand for this line is."""
    kinds: frozenset[RecordKind] = frozenset()


def _line(key: str, title: str, hint: str, *kinds: RecordKind) -> ChecklistLine:
    return ChecklistLine(key, title, hint, kinds[0] if kinds else RecordKind.FILE, frozenset(kinds))


CHECKLIST: tuple[ChecklistLine, ...] = (
    _line("chat", "Chat", "the incident channel and the channels around it", RecordKind.CHAT),
    _line("calls", "Calls", "recordings, transcripts, who joined when", RecordKind.RECORDING),
    _line("dashboards", "Dashboards", "graphs as people saw them then", RecordKind.GRAPH),
    _line("logs", "Logs", "of the services and hosts, shell history too", RecordKind.LOG),
    _line("monitoring", "Monitoring", "alerts and pages, also those nobody saw", RecordKind.ALERT),
    _line("deploys", "Deploy record", "releases, configuration, feature flags"),
    _line("tickets", "Tickets", "of this incident and of what led to it", RecordKind.TICKET),
    _line("support", "Support contacts", "what customers said, and when first"),
    _line("status_page", "Status page", "what was told in public", RecordKind.STATUS_PAGE),
    _line("vendor_status", "Vendor status", "status pages and tickets of suppliers"),
    _line("calendar", "Calendar", "who was on call, on leave, in meetings"),
)
STATE_WORDS: dict[SourceState, str] = {
    SourceState.HAVE: "have",
    SourceState.REQUESTED: "requested",
    SourceState.DOES_NOT_EXIST: "none exists",
}


@dataclass(frozen=True, slots=True)
class ChecklistState:
    """How one line stands; `state` is None where nobody has said anything yet."""

    line: ChecklistLine
    state: SourceState | None
    sources: tuple[SourceRow, ...] = ()

    @property
    def placeholder(self) -> SourceRow | None:
        """The source that only stands for the line: it says requested, or none exists."""
        return next((each for each in self.sources if each.state is not SourceState.HAVE), None)


def checklist(sources: Iterable[SourceRow]) -> tuple[ChecklistState, ...]:
    """Return every line with what answers it: one at hand counts before one that is asked for."""
    every = tuple(sources)
    return tuple(_state(line, every) for line in CHECKLIST)


def _state(line: ChecklistLine, sources: Iterable[SourceRow]) -> ChecklistState:
    answering = tuple(source for source in sources if _answers(source, line))
    states = {source.state for source in answering}
    state = next((each for each in SourceState if each in states), None)
    return ChecklistState(line, state, answering)


def _answers(source: SourceRow, line: ChecklistLine) -> bool:
    if source.checklist_key:
        return source.checklist_key == line.key
    return source.kind in line.kinds
