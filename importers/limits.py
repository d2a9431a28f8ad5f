"""How much an importer is willing to read (reliability R30)."""

from __future__ import annotations

KB = 1024
MB = 1024 * KB

FILE_BYTES = 200 * MB
"""The largest single file, and the largest zip as it lies on the disk."""
UNPACKED_BYTES = 1024 * MB
"""All entries of one zip together, counted while they are read."""
ENTRIES = 20_000
RATIO = 200
"""Unpacked over packed; checked on entries above `RATIO_FROM_BYTES`."""
RATIO_FROM_BYTES = 1 * MB
FOLDER_DEPTH = 8
JSON_DEPTH = 100
LINE_CHARS = 64 * KB
CELL_CHARS = 128 * KB
TIME_CHARS = 80
"""No written time is longer; a longer one is not looked at."""


def in_words(size: int) -> str:
    """Return a number of bytes as a person reads it, e.g. `200 MB`."""
    if size >= 1024 * MB:
        return f"{size / (1024 * MB):.3g} GB"
    return f"{size / MB:.3g} MB" if size >= MB else f"{max(1, size // KB)} KB"
