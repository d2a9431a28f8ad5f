"""Ids made in Python, sortable by time, so that reviews can move between libraries."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def new_id() -> str:
    """Return a UUIDv7 in its canonical text form (RFC 9562, 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))


def new_ids(count: int) -> list[str]:
    """Return many ids of this moment at once, for an import."""
    milliseconds = f"{time.time_ns() // 1_000_000 & ((1 << 48) - 1):012x}"
    head, noise = f"{milliseconds[:8]}-{milliseconds[8:]}-7", secrets.token_hex(10 * count)
    ids = []
    for at in range(0, 20 * count, 20):
        variant = "89ab"[int(noise[at], 16) & 3]
        parts = noise[at + 1 : at + 4], noise[at + 4 : at + 7], noise[at + 7 : at + 19]
        ids.append(f"{head}{parts[0]}-{variant}{parts[1]}-{parts[2]}")
    return ids
