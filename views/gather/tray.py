"""The raw tray as it is listed: filtered, counted, its noise folded together. Without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from models.queries.records import TrayLine
from models.values import RecordState

Entry: TypeAlias = tuple[str, ...]
"""The records of one row: one, or a run of folded ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayFilter:
    """What is listed; an empty filter lists all."""

    state: RecordState | None = None
    source_id: str = ""
    among: frozenset[str] | None = None
    """Ids of the records that hold the words looked for."""

    @property
    def folds(self) -> bool:
        """Whether folded records that follow each other share a row."""
        return self.state is None and self.among is None


EVERYTHING = TrayFilter()


class Tray:
    """What is known of every record of a review without its words."""

    def __init__(self, lines: Sequence[TrayLine] = ()) -> None:
        self._ids = [line[0] for line in lines]
        self._states = {line[0]: line[1] for line in lines}
        self._sources = {line[0]: line[2] for line in lines}

    def __len__(self) -> int:
        return len(self._ids)

    def state(self, record_id: str) -> RecordState | None:
        """Return the state of a record; None where it is not here."""
        return self._states.get(record_id)

    def holds(self, record_ids: Iterable[str]) -> bool:
        """Whether all of these are here."""
        return all(record_id in self._states for record_id in record_ids)

    def set_states(self, states: Mapping[str, RecordState]) -> None:
        """Note new states of records that are here."""
        self._states |= states

    def counts(self) -> Counter[RecordState]:
        """Count the records in each state."""
        return Counter(self._states.values())

    def source_counts(self) -> Counter[str]:
        """Count the records of each source."""
        return Counter(self._sources.values())

    def entries(self, wanted: TrayFilter = EVERYTHING) -> list[Entry]:
        """Return the rows of the list, in its order."""
        chosen = self._chosen(wanted)
        if not wanted.folds:
            return [(record_id,) for record_id in chosen]
        rows: list[Entry] = []
        run: list[str] = []
        states, folded = self._states, RecordState.FOLDED
        for record_id in chosen:
            if states[record_id] is folded:
                run.append(record_id)
                continue
            if run:
                rows.append(tuple(run))
                run = []
            rows.append((record_id,))
        return [*rows, tuple(run)] if run else rows

    def _chosen(self, wanted: TrayFilter) -> Iterable[str]:
        chosen: Iterable[str] = self._ids
        if wanted.source_id:
            sources = self._sources
            chosen = [each for each in chosen if sources[each] == wanted.source_id]
        if wanted.state is not None:
            states = self._states
            chosen = [each for each in chosen if states[each] is wanted.state]
        if wanted.among is not None:
            chosen = [each for each in chosen if each in wanted.among]
        return chosen
