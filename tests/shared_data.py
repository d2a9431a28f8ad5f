"""Where the real data lies that tests may use but the project does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def shared_data(part: str) -> Path:
    """Return a file or folder of the real data, or skip the test where it is absent."""
    place = SHARED / part
    if not place.exists():
        pytest.skip(f"real data not present: ../shared/data/{part}")
    return place
