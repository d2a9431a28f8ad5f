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
