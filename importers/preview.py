"""What an import would bring, counted from the same stream that the import reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from importers.record import ImportedRecord, Missing, Preview, Question, Skipped

ROWS_SHOWN = 50
EXAMPLES_SHOWN = 3

_SENTENCES = {
    Missing.ZONE: "In which time zone were these times written?",
    Missing.DATE: "On which day does this begin?",
    Missing.SIDE: "The clocks were changed here, so this time is not certain. When was it?",
    Missing.SENSE: "This time cannot be read. When was it?",
}


class _Tally:
    """Counts a stream of records while it passes."""

    def __init__(self) -> None:
        self.kept = 0
        self.folded = 0
        self.untimed = 0
        self.first: datetime | None = None
        self.last: datetime | None = None
        self.rows: list[ImportedRecord] = []
        self.reasons: Counter[str] = Counter()
        self.missing: Counter[Missing] = Counter()
        self.examples: dict[Missing, list[str]] = {}

    def add(self, record: ImportedRecord) -> None:
        self.kept += not record.noise
        self.folded += record.noise
        if len(self.rows) < ROWS_SHOWN:
            self.rows.append(record)
        self._add_time(record.at)
        for missing in record.missing:
            self.missing[missing] += 1
            examples = self.examples.setdefault(missing, [])
            if len(examples) < EXAMPLES_SHOWN:
                examples.append(f"{record.place}: {record.doubt or record.time_text}")

    def _add_time(self, at: datetime | None) -> None:
        if at is None:
            self.untimed += 1
            return
        if self.first is None or at < self.first:
            self.first = at
        if self.last is None or at > self.last:
            self.last = at

    def questions(self) -> tuple[Question, ...]:
        return tuple(
            Question(
                missing=missing,
                sentence=sentence,
                count=self.missing[missing],
                examples=tuple(self.examples[missing]),
            )
            for missing, sentence in _SENTENCES.items()
            if self.missing[missing]
        )


def preview_of(
    format_name: str,
    stream: Iterable[ImportedRecord | Skipped],
    notes: tuple[str, ...] = (),
) -> Preview:
    """Run through a stream of records and tell what it holds and what it leaves to ask."""
    tally = _Tally()
    for item in stream:
        if isinstance(item, Skipped):
            tally.reasons[item.reason] += 1
        else:
            tally.add(item)
    return Preview(
        format=format_name,
        kept=tally.kept,
        folded=tally.folded,
        untimed=tally.untimed,
        skipped=tuple(tally.reasons.most_common()),
        first=tally.first,
        last=tally.last,
        rows=tuple(tally.rows),
        questions=tally.questions(),
        notes=notes,
    )
