"""What an import has brought, in figures and in a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """The outcome of an import; `source_id` is None where the source holds nothing known."""

    source_id: str | None = None
    batch_id: str | None = None
    added: int = 0
    """New records, the folded ones among them."""
    folded: int = 0
    untimed: int = 0
    changed: int = 0
    """Earlier records that the source tells differently now."""
    known: int = 0
    """Records that were there already, word for word."""
    skipped: tuple[tuple[str, int], ...] = ()
    """Reason and count, the most frequent first."""

    @property
    def sentence(self) -> str:
        """Say what came in, such as "341 records came in, 12 of them folded"."""
        if not self.added and not self.changed:
            return f"Nothing new: {_were(self.known)} there already."
        parts = [
            _came_in(self.added, self.folded),
            f"{_records(self.changed)} changed" if self.changed else "",
            f"{_were(self.known)} there already" if self.known else "",
        ]
        said = "; ".join(part for part in parts if part)
        return f"{said[0].upper()}{said[1:]}."


def _came_in(added: int, folded: int) -> str:
    if not added:
        return ""
    return f"{_records(added)} came in" + (f", {folded:,} of them folded" if folded else "")


def _records(count: int) -> str:
    return f"{count} record" if count == 1 else f"{count:,} records"


def _were(count: int) -> str:
    return "1 was" if count == 1 else f"{count:,} were"
