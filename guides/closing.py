"""What stands between a review and its closing: a share, and a word on what stays open (A11)."""

from __future__ import annotations

from guides.network import FactorEnd, endings
from models.phrases import listed
from models.snapshot import Snapshot


def before_closing(snapshot: Snapshot) -> tuple[str, ...]:
    """Return one sentence for each thing to do first; empty where the review can close."""
    found = []
    if not snapshot.shares:
        found.append("Share it with someone first, and record the share.")
    loose = [ending.factor.code for ending in endings(snapshot) if ending.end is FactorEnd.OPEN]
    if loose:
        verb, they = ("is", "it stays") if len(loose) == 1 else ("are", "they stay")
        found.append(f"{listed(loose)} {verb} still open: act on, accept, or say why {they} open.")
    return tuple(found)
