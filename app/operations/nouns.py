"""What the undo menu and notes call a row."""

from __future__ import annotations

_NOUNS = {
    "action_item": "action",
    "change_finding": "what had changed",
    "parked_idea": "parked idea",
    "summary_block": "paragraph",
}
"""Those whose table does not say it plainly."""


def noun_of(table: str) -> str:
    """Return the product's word for a row of this table."""
    return _NOUNS.get(table, table.replace("_", " "))
