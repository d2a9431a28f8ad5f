"""Letting deleted words go for good, and naming the copies that still hold them (R16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.backup import Backup, list_backups
from app.ledger import Ledger
from app.operations.trash import forget_trash


@dataclass(frozen=True, slots=True)
class Purged:
    """What still holds the words that are gone from the library."""

    backups: tuple[Backup, ...]

    @property
    def sentence(self) -> str:
        """Tell the facilitator what is left to do."""
        if not self.backups:
            return "It is gone from the library, and no backup holds it."
        folder = self.backups[0].path.parent
        count = "1 backup" if len(self.backups) == 1 else f"{len(self.backups)} backups"
        return f"It is gone from the library. {count} in {folder} may still hold it."


def purge(ledger: Ledger, trash_ids: Sequence[str], backups: Path) -> Purged:
    """Empty entries of the trash and write the file anew; it cannot be undone.

    `backups` is the folder above those of all libraries. Raises NotSavedError.
    """
    ledger.run(forget_trash(tuple(trash_ids)))
    ledger.compact()
    return Purged(list_backups(backups / ledger.library_id))
